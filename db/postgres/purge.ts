/** What has been kept long enough is deleted, some rows at a time. Inside the caller's transaction. */
import type { Limits } from '../store.ts';
import type { Ask } from './connection.ts';
import { erase } from './erasing.ts';
import { holdIfFree } from './people.ts';

/** As in the trigger of the journal. Milliseconds. */
const YEAR = 31_536_000_000;

/** Deletes up to `limit` rows of each table; returns how many went. Opt-outs and what the outbox still owes stay. */
export async function purge(ask: Ask, limits: Limits, limit: number): Promise<number> {
  const { texts, discreet, contacts, secret, erased, journal } = limits;
  let gone = await forget(ask, contacts, limit);
  gone += await ask.run`delete from exchanges where inbound_id in (select inbound_id from exchanges
    where at < ${texts} or (discreet and at < ${discreet}) limit ${limit})`;
  gone += await ask.run`delete from secret_copies where inbound_id in (
    select inbound_id from secret_copies where at < ${secret} limit ${limit})`;
  gone += await ask.run`delete from messages where id in (select id from messages
    where (at < ${texts} or (discreet and at < ${discreet}))
    and state in ('handed', 'sent', 'delivered', 'failed', 'expired') limit ${limit})`;
  gone += await ask.run`delete from sessions where key in (select key from sessions
    where at < ${texts} or (discreet and at < ${discreet}) limit ${limit})`;
  // One that never came home stays: it is tried again, and nobody has heard it.
  gone += await ask.run`delete from recordings where id in (select id from recordings
    where at < ${texts} and due_at is null and id not in (select recording_id from testimonies
      where state = 'approved' and publish <> 'no' and recording_id is not null) limit ${limit})`;
  gone += await ask.run`delete from testimonies where id in (
    select id from testimonies where at < ${texts} and state = 'refused' limit ${limit})`;
  gone += await ask.run`delete from testimonies where id in (
    select id from testimonies where at < ${contacts} limit ${limit})`;
  // A trigger refuses to lose what is younger than a year, counted from the newest line.
  gone += await ask.run`delete from journal where id in (select id from journal
    where at < least(${journal}::bigint, (select max(at) from journal) - ${YEAR}::bigint) limit ${limit})`;
  // A guidance has its own end, the sooner the more discreet.
  gone += await ask.run`delete from guidances where id in (
    select id from guidances where expires_at < ${discreet} limit ${limit})`;
  gone += await ask.run`delete from unanswered where id in (
    select id from unanswered where at < ${texts} limit ${limit})`;
  gone += await ask.run`delete from corrections where (kind, about, part) in (
    select kind, about, part from corrections where expires_at < ${texts} limit ${limit})`;
  gone += await ask.run`delete from reminders where id in (select id from reminders
    where expires_at < ${texts} or (discreet and expires_at < ${discreet}) limit ${limit})`;
  gone += await ask.run`delete from enrolments where (session, seat) in (
    select session, seat from enrolments where ends_at < ${discreet} limit ${limit})`;
  // What is closed goes as texts do; what is still open was forgotten by everybody long before.
  gone += await ask.run`delete from callbacks where id in (select id from callbacks
    where closed_at < ${texts} or (discreet and closed_at < ${discreet}) or at < ${contacts} limit ${limit})`;
  gone += await ask.run`delete from callback_notes where id in (select id from callback_notes
    where callback_id not in (select id from callbacks) limit ${limit})`;
  gone += await ask.run`delete from bridges where id in (select id from bridges
    where callback_id not in (select id from callbacks) limit ${limit})`;
  gone += await ask.run`delete from muted_callers where id in (
    select id from muted_callers where at < ${contacts} limit ${limit})`;
  gone += await finish(ask, erased, limit);
  return gone;
}

/** Whoever was not heard of since goes as one goes who asks for it; who writes at this moment stays. */
async function forget(ask: Ask, before: number, limit: number): Promise<number> {
  const silent = await ask.rows<{ id: string; hmac: string }>`select id, number_hmac as hmac from contacts
    where last_at < ${before} limit ${limit}`;
  let gone = 0;
  for (const { id, hmac } of silent) {
    if (!(await holdIfFree(ask, hmac))) continue;
    if ((await ask.one`select 1 from contacts where id = ${id} and last_at < ${before}`) === undefined)
      continue;
    await erase(ask, id, before);
    gone += await ask.run`delete from contacts where id = ${id}`;
  }
  return gone;
}

/** Whoever was erased, once no reply needs the number; who writes at this moment is there again. */
async function finish(ask: Ask, before: number, limit: number): Promise<number> {
  const leaving = await ask.rows<{ id: string; hmac: string }>`select id, number_hmac as hmac from contacts
    where erased_at < ${before}
    and id not in (select contact_id from messages where state in ('pending', 'sending')) limit ${limit}`;
  let gone = 0;
  for (const { id, hmac } of leaving) {
    if (!(await holdIfFree(ask, hmac))) continue;
    if ((await ask.one`select 1 from contacts where id = ${id} and erased_at < ${before}`) === undefined)
      continue;
    await erase(ask, id, before);
    gone += await ask.run`delete from contacts where id = ${id}`;
  }
  return gone;
}
