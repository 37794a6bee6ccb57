/** Contacts, their opt-outs and their sessions. Every function runs inside the caller's transaction. */
import type { Contact, Saved, Sealed, SealedNumber } from '../store.ts';
import type { Ask } from './connection.ts';

/** A person has one text session. */
export function smsKey(contactId: string): string {
  return `sms:${contactId}`;
}

const find = (ask: Ask, hmac: string) =>
  ask.one<Contact>`select c.id, c.number_enc as number, c.lang, c.zone,
    coalesce(o.by, 'none') as "optOut", c.last_at as "lastAt"
    from contacts c left join opt_outs o on o.number_hmac = c.number_hmac where c.number_hmac = ${hmac}`;

/**
 * Waits until no other process is in the conversation of this number, or under this name; held until the transaction ends.
 * A lock on a row would not do: the very first exchange has none.
 */
export async function hold(ask: Ask, name: string): Promise<void> {
  await ask.run`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}

/** The same where nobody is there; false, and nothing held, where somebody is. */
export async function holdIfFree(ask: Ask, name: string): Promise<boolean> {
  const row = await ask.one<{
    held: boolean;
  }>`select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as held`;
  return row?.held === true;
}

/** The person of this number, made with `newId` if unknown; `lastAt` is what it was before. */
export async function meet(ask: Ask, number: SealedNumber, newId: string, at: number): Promise<Contact> {
  const { hmac, sealed, older = [] } = number;
  const known = await find(ask, hmac);
  if (known !== undefined) return known;
  let moved = false;
  // A number hashed under an older key takes the current hash; its opt-out too, even where the contact was erased.
  for (const old of older) {
    await ask.run`update opt_outs set number_hmac = ${hmac} where number_hmac = ${old}`;
    await ask.run`update muted_callers set number_hmac = ${hmac} where number_hmac = ${old}`;
    if (moved) continue;
    moved =
      (await ask.run`update contacts set number_hmac = ${hmac}, number_enc = ${sealed} where number_hmac = ${old}`) >
      0;
  }
  if (!moved) {
    await ask.run`insert into contacts (id, number_hmac, number_enc, last_at, created_at)
      values (${newId}, ${hmac}, ${sealed}, ${at}, ${at}) on conflict (number_hmac) do nothing`;
  }
  return (await find(ask, hmac)) as Contact;
}

/** Notes that the person was heard at `at`, and what was learnt. */
export async function heard(
  ask: Ask,
  id: string,
  at: number,
  { lang = null, zone = null }: { readonly lang?: string | null; readonly zone?: string | null },
): Promise<void> {
  // Requests may be committed in another order than they came; who writes again is there again.
  await ask.run`update contacts set last_at = greatest(last_at, ${at}), lang = coalesce(${lang}, lang),
    zone = coalesce(${zone}, zone), erased_at = null where id = ${id}`;
}

/** `none` lifts every opt-out; `ours` leaves one of the provider as it is. */
export async function optOut(ask: Ask, hmac: string, by: Contact['optOut'], at: number): Promise<void> {
  if (by === 'none') await ask.run`delete from opt_outs where number_hmac = ${hmac}`;
  else {
    await ask.run`insert into opt_outs (number_hmac, by, at) values (${hmac}, ${by}, ${at})
      on conflict (number_hmac) do update set by = excluded.by, at = excluded.at
      where not (opt_outs.by = 'provider' and excluded.by = 'ours')`;
  }
}

/** The session, locked until the transaction ends. */
export function session(ask: Ask, key: string): Promise<Saved['session']> {
  return ask.one`select data, at from sessions where key = ${key} for update`;
}

/** The contact's most recent session on this channel, but not `key`. */
export function previous(
  ask: Ask,
  contactId: string,
  channel: string,
  key: string,
): Promise<Saved['previous']> {
  return ask.one`select key, data, at from sessions
    where contact_id = ${contactId} and channel = ${channel} and key <> ${key} order by at desc limit 1`;
}

export interface SessionRow {
  readonly key: string;
  readonly contactId: string | null;
  readonly channel: 'sms' | 'voice';
  readonly data: Sealed;
  readonly at: number;
  readonly discreet: boolean;
  readonly drafts?: string | null;
}

export async function putSession(ask: Ask, row: SessionRow): Promise<void> {
  const { key, contactId, channel, data, at, discreet, drafts = null } = row;
  await ask.run`insert into sessions (key, contact_id, channel, data, at, discreet, drafts)
    values (${key}, ${contactId}, ${channel}, ${data}, ${at}, ${discreet}, ${drafts})
    on conflict (key) do update set data = excluded.data, at = excluded.at, discreet = excluded.discreet,
    drafts = excluded.drafts`;
}

export async function endSession(ask: Ask, key: string): Promise<void> {
  await ask.run`delete from sessions where key = ${key}`;
}
