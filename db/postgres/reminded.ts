/** Which reminder a conversation goes on in. Inside the caller's transaction. */
import type { Waiting } from '../guidance.ts';
import type { Channel, Onward } from '../store.ts';
import type { Ask } from './connection.ts';
import { hold, putSession, session, smsKey } from './people.ts';

/** The reminder that reached this person, or may have, and that they have neither answered nor come to by this channel. */
export async function remindedOf(
  ask: Ask,
  contactId: string,
  channel: Channel,
  at: number,
): Promise<Waiting | undefined> {
  const row = await ask.one<Pick<Waiting, 'id' | 'body'>>`select r.id, r.body from reminders r
    left join messages m on m.id = r.message_id
    where r.contact_id = ${contactId} and r.expires_at > ${at} and r.cancelled_at is null and r.reply is null
    and (r.rung > 0 or m.state in ('sending', 'handed', 'sent', 'delivered') or (m.state = 'pending' and m.attempts > 0
      and (m.code in ('timeout', 'network') or m.code like 'http_5%' or m.code like '205%')))
    and case when ${channel === 'voice'}::boolean then r.heard_at is null else m.id is not null and (r.taken_at is null
      or not exists (select 1 from sessions s where s.key = ${smsKey(contactId)})) end
    order by r.told_at desc limit 1`;
  return row && { ...row, tries: 0, of: 'reminder' };
}

/** The text of a reminder has left: the person's conversation goes on in it. */
export async function goOnReminded(ask: Ask, messageId: string, at: number, onward: Onward): Promise<void> {
  const its = await ask.one<{ hmac: string }>`select c.number_hmac as hmac from reminders r
    join contacts c on c.id = r.contact_id where r.message_id = ${messageId}`;
  if (its === undefined) return;
  await hold(ask, its.hmac);
  // Asked again once nobody else is in this conversation: an exchange may have come to it meanwhile.
  const row = await ask.one<Pick<Waiting, 'id' | 'body'> & { contactId: string }>`select id, body,
    contact_id as "contactId" from reminders
    where message_id = ${messageId} and taken_at is null and cancelled_at is null`;
  if (row === undefined) return;
  const { contactId, ...waits } = row;
  const key = smsKey(contactId);
  const next = onward({ ...waits, tries: 0, of: 'reminder' }, (await session(ask, key))?.data, at);
  if (next === undefined) return;
  const { session: data, discreet, drafts } = next;
  await putSession(ask, {
    ...{ key, contactId, channel: 'sms', data, at, discreet },
    drafts: drafts.join(' ') || null,
  });
  await ask.run`update reminders set taken_at = ${at} where id = ${row.id}`;
}
