/** What is still to be blanked at the provider. Inside the caller's transaction. */
import { asc, eq, lte, sql } from 'drizzle-orm';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Blank } from '../blanking.ts';
import type { Orm } from './connection.ts';

export const blanks = sqliteTable('blanks', {
  providerId: text('provider_id').primaryKey(),
  dueAt: integer('due_at').notNull(),
  attempts: integer('attempts').notNull(),
});

export interface BlankRows {
  /** Due at this instant, or at an earlier one where it was already. */
  add(providerId: string, dueAt: number): void;
  take(now: number, leaseUntil: number, limit: number): Blank[];
  done(providerId: string): void;
  putOff(providerId: string, dueAt: number): void;
}

const slot = sql.placeholder;

/** Prepares the statements once. */
export function makeBlankRows(orm: Orm): BlankRows {
  const add = orm
    .insert(blanks)
    .values({ providerId: slot('providerId'), dueAt: slot('dueAt'), attempts: 0 })
    .onConflictDoUpdate({
      target: blanks.providerId,
      set: { dueAt: sql`min(${blanks.dueAt}, excluded.due_at)` },
    })
    .prepare();
  const due = orm
    .select({ providerId: blanks.providerId, attempts: blanks.attempts })
    .from(blanks)
    .where(lte(blanks.dueAt, slot('now')))
    .orderBy(asc(blanks.dueAt), asc(blanks.providerId))
    .limit(slot('limit'))
    .prepare();
  const lease = orm
    .update(blanks)
    .set({ dueAt: sql`${slot('dueAt')}`, attempts: sql`${blanks.attempts} + 1` })
    .where(eq(blanks.providerId, slot('providerId')))
    .prepare();
  const putOff = orm
    .update(blanks)
    .set({ dueAt: sql`${slot('dueAt')}` })
    .where(eq(blanks.providerId, slot('providerId')))
    .prepare();
  const done = orm
    .delete(blanks)
    .where(eq(blanks.providerId, slot('providerId')))
    .prepare();
  return {
    add: (providerId, dueAt) => void add.run({ providerId, dueAt }),
    take(now, leaseUntil, limit) {
      const taken = due.all({ now, limit });
      for (const { providerId } of taken) lease.run({ providerId, dueAt: leaseUntil });
      return taken;
    },
    done: (providerId) => void done.run({ providerId }),
    putOff: (providerId, dueAt) => void putOff.run({ providerId, dueAt }),
  };
}
