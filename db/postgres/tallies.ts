/** Counts, and questions that found no answer. Inside the caller's transaction. */
import type { Channel } from '../store.ts';
import type { Counted, Counts, Unanswered } from '../tallies.ts';
import type { Ask } from './connection.ts';

export async function count(
  ask: Ask,
  { tallies, unanswered }: Counts,
  channel: Channel,
  at: number,
): Promise<void> {
  for (const { month, department, theme, outcome } of tallies)
    await ask.run`insert into tallies (month, department, theme, outcome, channel, count)
      values (${month}, ${department}, ${theme}, ${outcome}, ${channel}, 1)
      on conflict (month, department, theme, outcome, channel) do update set count = tallies.count + 1`;
  if (unanswered === undefined) return;
  const { id, lang, body } = unanswered;
  await ask.run`insert into unanswered (id, lang, channel, body, count, at)
    values (${id}, ${lang}, ${channel}, ${body}, 1, ${at})
    on conflict (id) do update set count = unanswered.count + 1, at = excluded.at`;
}

export function tallies(ask: Ask, from: string): Promise<readonly Counted[]> {
  return ask.rows<Counted>`select month, department, theme, outcome, channel, count from tallies
    where month >= ${from} order by month collate "C", department collate "C", theme collate "C",
      outcome collate "C", channel collate "C"`;
}

export function unanswered(ask: Ask, limit: number): Promise<readonly Unanswered[]> {
  return ask.rows<Unanswered>`select id, lang, channel, body, count, at from unanswered
    order by count desc, at desc, id collate "C" limit ${limit}`;
}

export async function dropUnanswered(ask: Ask, id: string): Promise<boolean> {
  return (await ask.run`delete from unanswered where id = ${id}`) > 0;
}
