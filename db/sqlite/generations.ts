/** Lists of rows that are replaced as a whole. What writes runs inside the caller's transaction. */
import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import { StoreError } from '../errors.ts';
import type { Kind, Page } from '../generations.ts';
import type { Orm } from './connection.ts';
import { generationRows, generations } from './schema.ts';

export interface GenerationRows {
  current(kind: Kind): number;
  read(generation: number, from: number, limit: number): Page;
  stage(kind: Kind, at: number): number;
  write(generation: number, rows: readonly string[]): void;
  flip(generation: number, base: number): void;
  drop(generation: number): void;
  sweep(limit: number): boolean;
}

const slot = sql.placeholder;

/** Prepares the statements once. */
export function makeGenerations(orm: Orm): GenerationRows {
  const current = orm
    .select({ id: generations.id })
    .from(generations)
    .where(and(eq(generations.kind, slot('kind')), eq(generations.state, 'current')))
    .prepare();
  const one = orm
    .select({ kind: generations.kind, state: generations.state })
    .from(generations)
    .where(eq(generations.id, slot('id')))
    .prepare();
  const page = orm
    .select({ id: generationRows.id, data: generationRows.data })
    .from(generationRows)
    .where(and(eq(generationRows.generationId, slot('generation')), gt(generationRows.id, slot('from'))))
    .orderBy(asc(generationRows.id))
    .limit(slot('limit'))
    .prepare();
  const giveUp = orm
    .update(generations)
    .set({ state: 'old' })
    .where(and(eq(generations.kind, slot('kind')), eq(generations.state, slot('state'))))
    .prepare();
  const begin = orm
    .insert(generations)
    .values({ kind: slot('kind'), state: 'staging', at: slot('at') })
    .returning({ id: generations.id })
    .prepare();
  const add = orm
    .insert(generationRows)
    .values({ generationId: slot('generation'), data: slot('data') })
    .prepare();
  const become = orm
    .update(generations)
    .set({ state: sql`${slot('state')}` })
    .where(eq(generations.id, slot('id')))
    .prepare();
  const gone = orm
    .select({ id: generations.id })
    .from(generations)
    .where(eq(generations.state, 'old'))
    .orderBy(asc(generations.id))
    .limit(1)
    .prepare();
  const forget = orm
    .delete(generationRows)
    .where(
      inArray(
        generationRows.id,
        orm
          .select({ id: generationRows.id })
          .from(generationRows)
          .where(eq(generationRows.generationId, slot('generation')))
          .limit(slot('limit')),
      ),
    )
    .prepare();
  const forgetAll = orm
    .delete(generations)
    .where(eq(generations.id, slot('id')))
    .prepare();

  const serving = (kind: Kind) => current.get({ kind })?.id ?? 0;

  /** Its kind, if it is in this state. */
  function found(id: number, state: 'staging' | 'current'): Kind {
    const row = one.get({ id });
    if (row?.state !== state) throw new StoreError('generation_gone');
    return row.kind;
  }

  return {
    current: serving,
    read(generation, from, limit) {
      found(generation, 'current');
      const rows = page.all({ generation, from, limit });
      const last = rows.at(-1);
      return {
        rows: rows.map(({ data }) => data),
        ...(last && rows.length === limit ? { next: last.id } : {}),
      };
    },
    stage(kind, at) {
      giveUp.run({ kind, state: 'staging' });
      return (begin.get({ kind, at }) as { id: number }).id;
    },
    write(generation, rows) {
      found(generation, 'staging');
      for (const data of rows) add.run({ generation, data });
    },
    flip(generation, base) {
      const kind = found(generation, 'staging');
      if (serving(kind) !== base) throw new StoreError('generation_gone');
      giveUp.run({ kind, state: 'current' });
      become.run({ id: generation, state: 'current' });
    },
    drop(generation) {
      found(generation, 'staging');
      become.run({ id: generation, state: 'old' });
    },
    sweep(limit) {
      const old = gone.get();
      if (!old) return false;
      const { changes } = forget.run({ generation: old.id, limit });
      if (changes < limit) forgetAll.run({ id: old.id });
      return changes === limit || gone.get() !== undefined;
    },
  };
}
