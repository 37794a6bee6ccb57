/** What is watched of a running service, and what it used. Inside the caller's transaction where it writes. */
import type { Pulse } from '../store.ts';
import type { Ask } from './connection.ts';

export async function pulse(ask: Ask): Promise<Pulse> {
  const row = await ask.one<{
    waiting: number;
    oldest: number | null;
    last: number | null;
    first: number | null;
  }>`select
    (select count(*) from messages where state in ('pending', 'sending')) as waiting,
    (select min(due_at) from messages where state in ('pending', 'sending')) as oldest,
    (select max(at) from exchanges) as last,
    (select min(at) from exchanges) as first`;
  const { waiting = 0, oldest = null, last = null, first = null } = row ?? {};
  return {
    waiting,
    ...(oldest === null ? {} : { oldestDueAt: oldest }),
    ...(last === null ? {} : { lastAt: last }),
    ...(first === null ? {} : { firstAt: first }),
  };
}

export async function use(ask: Ask, month: string, kind: string, units: number): Promise<void> {
  await ask.run`insert into used (month, kind, units) values (${month}, ${kind}, ${units})
    on conflict (month, kind) do update set units = used.units + excluded.units`;
}

export async function used(ask: Ask, month: string): Promise<Readonly<Record<string, number>>> {
  const rows = await ask.rows<{
    kind: string;
    units: number;
  }>`select kind, units from used where month = ${month}`;
  return Object.fromEntries(rows.map(({ kind, units }) => [kind, units]));
}

/** Those of these inbound ids that an exchange has heard. */
export async function heardOf(ask: Ask, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await ask.rows<{
    id: string;
  }>`select inbound_id as id from exchanges where inbound_id = any(${ids})`;
  return rows.map(({ id }) => id);
}
