/** A person's rows: counted by kind, or erased. Retention, a person's own wish and a mediator's command all end here. */
import { inArray, sql } from 'drizzle-orm';
import type { Kept } from '../store.ts';
import type { Orm } from './connection.ts';
import { eraseRecording } from './kept.ts';
import { contacts } from './schema.ts';

export interface Erasing {
  kept(contactId: string): Kept;
  /** All but the contact's own row, and this exchange: its answer has still to be heard. */
  erase(contactId: string, at: number, but?: { readonly inboundId: string; readonly key: string }): void;
  /** The person of one of these hashes. */
  find(hmacs: readonly string[]): string | undefined;
}

export function makeErasing(orm: Orm): Erasing {
  return {
    kept(id) {
      const counts = orm.get<Kept>(sql`select
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
        (select count(*) from messages where contact_id = ${id} and kind <> 'reply' and state in ('pending', 'sending')) as queued`);
      return counts;
    },
    erase(id, at, but = { inboundId: '', key: '' }) {
      const recorded = orm.all<{ id: string }>(sql`select id from recordings where contact_id = ${id}
        or id in (select recording_id from testimonies where contact_id = ${id})`);
      for (const recording of recorded) eraseRecording(orm, recording.id, at);
      const others = sql`select inbound_id from exchanges where contact_id = ${id} and inbound_id <> ${but.inboundId}`;
      const registered = sql`select id from place_phones
        where number_hmac = (select number_hmac from contacts where id = ${id})`;
      const runs = [
        sql`update recordings set contact_id = null, inbound_id = null where contact_id = ${id}`,
        sql`delete from secret_copies where inbound_id in (${others})`,
        // What was queued is not sent; the reply of this exchange is.
        sql`delete from messages where contact_id = ${id} and (inbound_id is null or inbound_id <> ${but.inboundId} or kind <> 'reply')`,
        // A text's id alone stays for a day: without it, the text would be taken for one that nobody answered.
        sql`delete from exchanges where inbound_id in (${others}) and channel = 'voice'`,
        sql`update exchanges set contact_id = null, key = '', data = x'', discreet = 1 where inbound_id in (${others})`,
        sql`delete from sessions where contact_id = ${id} and key <> ${but.key}`,
        sql`delete from feedback where contact_id = ${id}`,
        sql`delete from testimonies where contact_id = ${id}`,
        sql`delete from guidances where contact_id = ${id}`,
        sql`delete from reminders where contact_id = ${id}`,
        sql`delete from enrolments where contact_id = ${id}`,
        sql`update correction_changes set version = version + 1 where exists (${registered})`,
        sql`delete from place_phones where id in (${registered})`,
        sql`delete from callback_notes where callback_id in (select id from callbacks where contact_id = ${id})`,
        sql`delete from bridges where callback_id in (select id from callbacks where contact_id = ${id})`,
        sql`delete from callbacks where contact_id = ${id}`,
        sql`delete from result_wishes where contact_id = ${id}`,
        sql`update contacts set lang = null, zone = null, erased_at = ${at} where id = ${id}`,
      ];
      for (const run of runs) orm.run(run);
    },
    find: (hmacs) =>
      orm
        .select({ id: contacts.id })
        .from(contacts)
        .where(inArray(contacts.numberHmac, [...hmacs]))
        .get()?.id,
  };
}
