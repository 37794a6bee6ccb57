/** Counts, and questions that found no answer. Inside the caller's transaction. */
import { sql } from 'drizzle-orm';
import type { Channel } from '../store.ts';
import type { Counted, Counts, Tally, Unanswered } from '../tallies.ts';
import type { Client, Orm } from './connection.ts';

export interface TallyRows {
  count(counts: Counts, channel: Channel, at: number): void;
}

/** Prepares once the statements of a turn. */
export function makeTallyRows(client: Client): TallyRows {
  const add = client.prepare<Tally & { channel: Channel }>(
    `insert into tallies (month, department, theme, outcome, channel, count)
      values (@month, @department, @theme, @outcome, @channel, 1)
      on conflict (month, department, theme, outcome, channel) do update set count = count + 1`,
  );
  const ask = client.prepare<{ id: string; lang: string; channel: Channel; body: Uint8Array; at: number }>(
    `insert into unanswered (id, lang, channel, body, count, at) values (@id, @lang, @channel, @body, 1, @at)
      on conflict (id) do update set count = count + 1, at = excluded.at`,
  );
  return {
    count({ tallies, unanswered }, channel, at) {
      for (const tally of tallies) add.run({ ...tally, channel });
      if (unanswered) ask.run({ ...unanswered, channel, at });
    },
  };
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
