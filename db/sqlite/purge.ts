/** What has been kept long enough is deleted, some rows at a time. Inside the caller's transaction. */
import { type SQL, sql } from 'drizzle-orm';
import type { Limits } from '../store.ts';
import type { Orm } from './connection.ts';
import type { Erasing } from './erasing.ts';

/** As in the trigger of the journal. Milliseconds. */
const YEAR = 31_536_000_000;

/** Deletes up to `limit` rows of each table; returns how many went. Opt-outs and what the outbox still owes stay. */
export function purge(orm: Orm, erasing: Erasing, limits: Limits, limit: number): number {
  const { texts, discreet, contacts, secret, erased, journal } = limits;
  const old = sql`(at < ${texts} or (discreet = 1 and at < ${discreet}))`;
  const settled = sql`state in ('handed', 'sent', 'delivered', 'failed', 'expired')`;
  const runs = [
    sql`delete from exchanges where inbound_id in (select inbound_id from exchanges where ${old} limit ${limit})`,
    sql`delete from secret_copies where inbound_id in (select inbound_id from secret_copies where at < ${secret} limit ${limit})`,
    sql`delete from messages where id in (select id from messages where ${old} and ${settled} limit ${limit})`,
    sql`delete from sessions where key in (select key from sessions where ${old} limit ${limit})`,
    // One that never came home stays: it is tried again, and nobody has heard it.
    sql`delete from recordings where id in (select id from recordings where at < ${texts} and due_at is null
      and id not in (select recording_id from testimonies where state = 'approved' and publish <> 'no' and recording_id is not null)
      limit ${limit})`,
    sql`delete from testimonies where id in (select id from testimonies where at < ${texts} and state = 'refused' limit ${limit})`,
    sql`delete from testimonies where id in (select id from testimonies where at < ${contacts} limit ${limit})`,
    // A trigger refuses to lose what is younger than a year, counted from the newest line.
    sql`delete from journal where id in (select id from journal
      where at < min(${journal}, (select max(at) from journal) - ${YEAR}) limit ${limit})`,
    // A guidance has its own end, the sooner the more discreet.
    sql`delete from guidances where id in (select id from guidances where expires_at < ${discreet} limit ${limit})`,
    sql`delete from unanswered where id in (select id from unanswered where at < ${texts} limit ${limit})`,
    sql`delete from corrections where (kind, about, part) in (select kind, about, part from corrections where expires_at < ${texts} limit ${limit})`,
    sql`delete from reminders where id in (select id from reminders
      where expires_at < ${texts} or (discreet = 1 and expires_at < ${discreet}) limit ${limit})`,
    sql`delete from enrolments where (session, seat) in (select session, seat from enrolments where ends_at < ${discreet} limit ${limit})`,
    // What is closed goes as texts do; what is still open was forgotten by everybody long before.
    sql`delete from callbacks where id in (select id from callbacks
      where closed_at < ${texts} or (discreet = 1 and closed_at < ${discreet}) or at < ${contacts} limit ${limit})`,
    sql`delete from callback_notes where id in (select id from callback_notes
      where callback_id not in (select id from callbacks) limit ${limit})`,
    sql`delete from bridges where id in (select id from bridges
      where callback_id not in (select id from callbacks) limit ${limit})`,
    sql`delete from muted_callers where id in (select id from muted_callers where at < ${contacts} limit ${limit})`,
  ];
  // Whoever was not heard of since; and who was erased, once no reply needs the number.
  const leaving = [
    sql`select id from contacts where last_at < ${contacts} limit ${limit}`,
    sql`select id from contacts where erased_at < ${erased}
      and id not in (select contact_id from messages where state in ('pending', 'sending')) limit ${limit}`,
  ];
  const left = leaving.reduce((gone, who) => gone + forget(orm, erasing, who, contacts), 0);
  return runs.reduce((gone, run) => gone + orm.run(run).changes, left);
}

/** Deletes these people, as one goes who asks for it. */
function forget(orm: Orm, erasing: Erasing, who: SQL, at: number): number {
  const people = orm.all<{ id: string }>(who);
  for (const { id } of people) {
    erasing.erase(id, at);
    orm.run(sql`delete from contacts where id = ${id}`);
  }
  return people.length;
}
