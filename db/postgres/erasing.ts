/** A person's rows: counted by kind, or erased. Inside the caller's transaction. */
import type { Kept } from '../store.ts';
import type { Ask } from './connection.ts';
import { unwanted } from './kept.ts';
import { hold } from './people.ts';

/** How much is kept of this person, by kind. */
export async function kept(ask: Ask, id: string): Promise<Kept> {
  const counts = await ask.one<Kept>`select
    (select count(*) from exchanges where contact_id = ${id} and channel = 'sms') as texts,
    (select count(distinct key) from exchanges where contact_id = ${id} and channel = 'voice') as calls,
    (select count(*) from recordings where contact_id = ${id}) as recordings,
    (select count(*) from feedback where contact_id = ${id}) as feedback,
    (select count(*) from testimonies where contact_id = ${id}) as testimonies,
    (select count(*) from guidances where contact_id = ${id}) as guidances,
    (select count(*) from enrolments where contact_id = ${id}) as enrolments,
    (select count(*) from callbacks where contact_id = ${id}) as callbacks,
    (select count(*) from reminders where contact_id = ${id}) as reminders,
    (select count(*) from place_phones
      where number_hmac = (select number_hmac from contacts where id = ${id})) as premises,
    (select count(*) from messages
      where contact_id = ${id} and kind <> 'reply' and state in ('pending', 'sending')) as queued`;
  return counts as Kept;
}

/** All but the contact's own row, and this exchange: its answer has still to be heard. */
export async function erase(
  ask: Ask,
  id: string,
  at: number,
  but: { readonly inboundId: string; readonly key: string } = { inboundId: '', key: '' },
): Promise<void> {
  const recorded = await ask.rows<{ id: string }>`select id from recordings where contact_id = ${id}
    or id in (select recording_id from testimonies where contact_id = ${id})`;
  for (const recording of recorded) await unwanted(ask, recording.id, at);
  await ask.run`update recordings set contact_id = null, inbound_id = null where contact_id = ${id}`;
  await ask.run`delete from secret_copies where inbound_id in (
    select inbound_id from exchanges where contact_id = ${id} and inbound_id <> ${but.inboundId})`;
  // What was queued is not sent; the reply of this exchange is.
  await ask.run`delete from messages where contact_id = ${id}
    and (inbound_id is null or inbound_id <> ${but.inboundId} or kind <> 'reply')`;
  await ask.run`delete from exchanges
    where contact_id = ${id} and inbound_id <> ${but.inboundId} and channel = 'voice'`;
  // A text's id alone stays for a day: without it, the text would be taken for one that nobody answered.
  await ask.run`update exchanges set contact_id = null, key = '', data = '', discreet = true
    where contact_id = ${id} and inbound_id <> ${but.inboundId}`;
  await ask.run`delete from sessions where contact_id = ${id} and key <> ${but.key}`;
  await ask.run`delete from feedback where contact_id = ${id}`;
  await ask.run`delete from testimonies where contact_id = ${id}`;
  await ask.run`delete from guidances where contact_id = ${id}`;
  await ask.run`delete from reminders where contact_id = ${id}`;
  await ask.run`delete from enrolments where contact_id = ${id}`;
  const registered = await ask.run`delete from place_phones
    where number_hmac = (select number_hmac from contacts where id = ${id})`;
  if (registered > 0) await ask.run`update correction_changes set version = version + 1`;
  await ask.run`delete from callback_notes where callback_id in (
    select id from callbacks where contact_id = ${id})`;
  await ask.run`delete from bridges where callback_id in (select id from callbacks where contact_id = ${id})`;
  await ask.run`delete from callbacks where contact_id = ${id}`;
  await ask.run`delete from result_wishes where contact_id = ${id}`;
  await ask.run`update contacts set lang = null, zone = null, erased_at = ${at} where id = ${id}`;
}

/** The person of one of these hashes. */
async function find(ask: Ask, hmacs: readonly string[]): Promise<string | undefined> {
  return (await ask.one<{ id: string }>`select id from contacts where number_hmac = any(${hmacs}) limit 1`)
    ?.id;
}

export async function keptOf(ask: Ask, hmacs: readonly string[]): Promise<Kept | undefined> {
  const id = await find(ask, hmacs);
  return id === undefined ? undefined : kept(ask, id);
}

export async function erasePerson(ask: Ask, hmacs: readonly string[], at: number): Promise<boolean> {
  // Whoever is in this conversation ends their turn first: it is erased with the rest.
  for (const hmac of [...hmacs].sort()) await hold(ask, hmac);
  const id = await find(ask, hmacs);
  if (id !== undefined) await erase(ask, id, at);
  return id !== undefined;
}
