/** What is watched of a running service, and what it used. Inside the caller's transaction where it writes. */
import { sql } from 'drizzle-orm';
import type { Pulse } from '../store.ts';
import type { Orm } from './connection.ts';

export function pulse(orm: Orm): Pulse {
  const row = orm.get<{
    waiting: number;
    oldest: number | null;
    last: number | null;
    first: number | null;
  }>(sql`select
    (select count(*) from messages where state in ('pending', 'sending')) as waiting,
    (select min(due_at) from messages where state in ('pending', 'sending')) as oldest,
    (select max(at) from exchanges) as last,
    (select min(at) from exchanges) as first`);
  return {
    waiting: row.waiting,
    ...(row.oldest === null ? {} : { oldestDueAt: row.oldest }),
    ...(row.last === null ? {} : { lastAt: row.last }),
    ...(row.first === null ? {} : { firstAt: row.first }),
  };
}

export function use(orm: Orm, month: string, kind: string, units: number): void {
  orm.run(sql`insert into used (month, kind, units) values (${month}, ${kind}, ${units})
    on conflict (month, kind) do update set units = units + excluded.units`);
}

export function used(orm: Orm, month: string): Readonly<Record<string, number>> {
  const rows = orm.all<{ kind: string; units: number }>(
    sql`select kind, units from used where month = ${month}`,
  );
  return Object.fromEntries(rows.map(({ kind, units }) => [kind, units]));
}
