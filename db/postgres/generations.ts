/** Lists of rows that are replaced as a whole. What writes runs inside the caller's transaction. */
import { StoreError } from '../errors.ts';
import type { Kind, Page } from '../generations.ts';
import type { Ask } from './connection.ts';

export async function current(ask: Ask, kind: Kind): Promise<number> {
  const row = await ask.one<{
    id: number;
  }>`select id from generations where kind = ${kind} and state = 'current'`;
  return row?.id ?? 0;
}

/** Its kind, if it is in this state; locked, so that it stays so. */
async function found(ask: Ask, id: number, state: 'staging' | 'current'): Promise<Kind> {
  const row = await ask.one<{
    kind: Kind;
  }>`select kind from generations where id = ${id} and state = ${state} for update`;
  if (row === undefined) throw new StoreError('generation_gone');
  return row.kind;
}

export async function read(ask: Ask, generation: number, from: number, limit: number): Promise<Page> {
  const serves = await ask.one`select 1 from generations where id = ${generation} and state = 'current'`;
  if (serves === undefined) throw new StoreError('generation_gone');
  const rows = await ask.rows<{ id: number; data: string }>`select id, data from generation_rows
    where generation_id = ${generation} and id > ${from} order by id limit ${limit}`;
  const last = rows.at(-1);
  return {
    rows: rows.map(({ data }) => data),
    ...(last && rows.length === limit ? { next: last.id } : {}),
  };
}

export async function stage(ask: Ask, kind: Kind, at: number): Promise<number> {
  await ask.run`update generations set state = 'old' where kind = ${kind} and state = 'staging'`;
  const row = await ask.one<{ id: number }>`insert into generations (kind, state, at)
    values (${kind}, 'staging', ${at}) returning id`;
  return (row as { id: number }).id;
}

export async function write(ask: Ask, generation: number, rows: readonly string[]): Promise<void> {
  await found(ask, generation, 'staging');
  await ask.run`insert into generation_rows (generation_id, data)
    select ${generation}, data from unnest(${rows}::text[]) with ordinality as r (data, n) order by n`;
}

export async function flip(ask: Ask, generation: number, base: number): Promise<void> {
  const kind = await found(ask, generation, 'staging');
  if ((await current(ask, kind)) !== base) throw new StoreError('generation_gone');
  await ask.run`update generations set state = 'old' where kind = ${kind} and state = 'current'`;
  await ask.run`update generations set state = 'current' where id = ${generation}`;
}

export async function drop(ask: Ask, generation: number): Promise<void> {
  await found(ask, generation, 'staging');
  await ask.run`update generations set state = 'old' where id = ${generation}`;
}

export async function sweep(ask: Ask, limit: number): Promise<boolean> {
  const old = () =>
    ask.one<{ id: number }>`select id from generations where state = 'old' order by id limit 1`;
  const first = await old();
  if (first === undefined) return false;
  const gone = await ask.run`delete from generation_rows where id in (
    select id from generation_rows where generation_id = ${first.id} limit ${limit})`;
  if (gone < limit) await ask.run`delete from generations where id = ${first.id}`;
  return gone === limit || (await old()) !== undefined;
}
