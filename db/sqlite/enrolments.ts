/** Seats of sessions. Inside the caller's transaction. */
import { sql } from 'drizzle-orm';
import type { NewEnrolment, SavedAgenda } from '../enrolments.ts';
import { StoreError } from '../errors.ts';
import type { Orm } from './connection.ts';

export interface EnrolmentRows {
  saved(contactId: string | undefined, at: number): SavedAgenda;
  /** The first free seat; a second time, the same. Throws StoreError `no_seat` when there is none. */
  enrol(wanted: NewEnrolment, contactId: string, at: number): void;
  unenrol(session: string, contactId: string): void;
}

export function makeEnrolmentRows(orm: Orm): EnrolmentRows {
  return {
    saved(contactId, at) {
      const taken = orm.all<{ session: string; n: number }>(
        sql`select session, count(*) as n from enrolments where ends_at > ${at} group by session`,
      );
      const mine = orm.all<{ session: string; code: string }>(
        sql`select session, code from enrolments where contact_id = ${contactId ?? ''} and ends_at > ${at} order by ends_at, session`,
      );
      return { mine, taken: Object.fromEntries(taken.map(({ session, n }) => [session, n])) };
    },
    enrol({ session, seats, endsAt, code }, contactId, at) {
      const own = orm.run(
        sql`update enrolments set code = ${code} where contact_id = ${contactId} and session = ${session}`,
      );
      if (own.changes > 0) return;
      const used = new Set(
        orm
          .all<{ seat: number }>(sql`select seat from enrolments where session = ${session}`)
          .map(({ seat }) => seat),
      );
      let seat = 1;
      while (used.has(seat)) seat++;
      if (seat > seats) throw new StoreError('no_seat');
      orm.run(sql`insert into enrolments (session, seat, contact_id, code, ends_at, at)
        values (${session}, ${seat}, ${contactId}, ${code}, ${endsAt}, ${at})`);
    },
    unenrol: (session, contactId) =>
      void orm.run(sql`delete from enrolments where contact_id = ${contactId} and session = ${session}`),
  };
}
