/** Counts, and questions that found no answer. Inside the caller's transaction. */
import { sql } from 'drizzle-orm';
import type { Channel } from '../store.ts';
import type { Counted, Counts, Unanswered } from '../tallies.ts';
import type { Orm } from './connection.ts';

export function count(orm: Orm, { tallies, unanswered }: Counts, channel: Channel, at: number): void {
  for (const { month, department, theme, outcome } of tallies)
    orm.run(sql`insert into tallies (month, department, theme, outcome, channel, count)
      values (${month}, ${department}, ${theme}, ${outcome}, ${channel}, 1)
      on conflict (month, department, theme, outcome, channel) do update set count = count + 1`);
  if (unanswered === undefined) return;
  const { id, lang, body } = unanswered;
  orm.run(sql`insert into unanswered (id, lang, channel, body, count, at)
    values (${id}, ${lang}, ${channel}, ${Buffer.from(body)}, 1, ${at})
    on conflict (id) do update set count = count + 1, at = excluded.at`);
}

export function tallies(orm: Orm, from: string): readonly Counted[] {
  return orm.all<Counted>(sql`select month, department, theme, outcome, channel, count from tallies
    where month >= ${from} order by month, department, theme, outcome, channel`);
}

export function unanswered(orm: Orm, limit: number): readonly Unanswered[] {
  return orm.all<Unanswered>(sql`select id, lang, channel, body, count, at from unanswered
    order by count desc, at desc, id limit ${limit}`);
}

export function dropUnanswered(orm: Orm, id: string): boolean {
  return orm.run(sql`delete from unanswered where id = ${id}`).changes > 0;
}
