/** Which guidance a conversation goes on in, and what it made of it. Inside the caller's transaction. */
import { type GuidanceNews, TRIES, type Waiting } from '../guidance.ts';
import type { Channel, Onward } from '../store.ts';
import type { Ask } from './connection.ts';
import { hold, putSession, session, smsKey } from './people.ts';

/**
 * The newest guidance that this person has not come to by this channel. By text: its text has left, or may have (a try that
 * ended in a time-out or a fault of the provider's may have been carried out all the same), and the conversation is not in
 * it, or has been forgotten since. By call: even if the text never arrived, until it has been heard.
 */
export function waiting(
  ask: Ask,
  contactId: string,
  channel: Channel,
  at: number,
): Promise<Waiting | undefined> {
  if (channel === 'voice')
    return ask.one`select g.id, g.body, g.tries from guidances g left join messages m on m.id = g.message_id
      where g.contact_id = ${contactId} and g.expires_at > ${at} and g.cancelled_at is null and g.outcome is null
      and g.heard_at is null and (m.state is null or m.state <> 'pending' or m.attempts > 0)
      order by g.at desc limit 1`;
  return ask.one`select g.id, g.body, g.tries from guidances g join messages m on m.id = g.message_id
    where g.contact_id = ${contactId} and g.expires_at > ${at} and g.cancelled_at is null and g.outcome is null
    and g.read_at is null and (m.state in ('sending', 'handed', 'sent', 'delivered') or (m.state = 'pending'
      and m.attempts > 0 and (m.code in ('timeout', 'network') or m.code like 'http_5%' or m.code like '205%')))
    and (g.taken_at is null or not exists (select 1 from sessions s where s.key = 'sms:' || g.contact_id))
    order by g.at desc limit 1`;
}

/** Guidances of this person that ended before their time: refused, or closed after wrong words. */
export async function over(ask: Ask, contactId: string): Promise<string[]> {
  const rows = await ask.rows<{
    id: string;
  }>`select id from guidances where contact_id = ${contactId} and outcome is not null`;
  return rows.map(({ id }) => id);
}

/** The conversation of this exchange has taken it up. */
export async function taken(ask: Ask, id: string, at: number): Promise<void> {
  await ask.run`update guidances set taken_at = ${at} where id = ${id}`;
}

/** Instants of the first time; wrong words are counted. */
export async function news(ask: Ask, { id, is }: GuidanceNews, channel: Channel, at: number): Promise<void> {
  const missed = is === 'missed' ? 1 : 0;
  const read = is === 'read';
  await ask.run`update guidances set answered_at = coalesce(answered_at, ${at}),
    read_at = case when ${read} then coalesce(read_at, ${at}) else read_at end,
    heard_at = case when ${read && channel === 'voice'} then coalesce(heard_at, ${at}) else heard_at end,
    tries = tries + ${missed}::bigint,
    outcome = case when ${is === 'refused'} then 'refused'
      when ${missed}::bigint = 1 and tries + 1 >= ${TRIES} then 'locked' else outcome end
    where id = ${id}`;
}

/** The text of a guidance has left: the person's conversation goes on in it. */
export async function goOn(ask: Ask, messageId: string, at: number, onward: Onward): Promise<void> {
  const its = await ask.one<{ hmac: string }>`select c.number_hmac as hmac from messages m
    join guidances g on g.id = m.guidance_id join contacts c on c.id = g.contact_id where m.id = ${messageId}`;
  if (its === undefined) return;
  await hold(ask, its.hmac);
  // Asked again once nobody else is in this conversation: an exchange may have come to it meanwhile.
  const row = await ask.one<
    Waiting & { contactId: string }
  >`select g.id, g.body, g.tries, g.contact_id as "contactId"
    from messages m join guidances g on g.id = m.guidance_id and g.message_id = m.id
    where m.id = ${messageId} and g.taken_at is null`;
  if (row === undefined) return;
  const { contactId, ...waits } = row;
  const key = smsKey(contactId);
  const next = onward(waits, (await session(ask, key))?.data, at);
  if (next === undefined) return;
  const { session: data, discreet, drafts } = next;
  await putSession(ask, {
    ...{ key, contactId, channel: 'sms', data, at, discreet },
    drafts: drafts.join(' ') || null,
  });
  await taken(ask, row.id, at);
}
