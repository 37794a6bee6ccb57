/** Seats of sessions. Inside the caller's transaction. */
import type { NewEnrolment, SavedAgenda } from '../enrolments.ts';
import { StoreError } from '../errors.ts';
import type { Ask } from './connection.ts';
import { hold } from './people.ts';

export async function agenda(ask: Ask, contactId: string | undefined, at: number): Promise<SavedAgenda> {
  const taken = await ask.rows<{ session: string; n: number }>`select session, count(*) as n from enrolments
    where ends_at > ${at} group by session`;
  const mine = await ask.rows<{ session: string; code: string }>`select session, code from enrolments
    where contact_id = ${contactId ?? ''} and ends_at > ${at} order by ends_at, session`;
  return { mine, taken: Object.fromEntries(taken.map(({ session, n }) => [session, n])) };
}

/** The first free seat; a second time, the same. Throws StoreError `no_seat` when there is none. */
export async function enrol(
  ask: Ask,
  { session, seats, endsAt, code }: NewEnrolment,
  contactId: string,
  at: number,
): Promise<void> {
  const own = await ask.run`update enrolments set code = ${code}
    where contact_id = ${contactId} and session = ${session}`;
  if (own > 0) return;
  // Two who ask at once come one after the other: the second sees the first one's seat.
  await hold(ask, `session ${session}`);
  const rows = await ask.rows<{ seat: number }>`select seat from enrolments where session = ${session}`;
  const used = new Set(rows.map(({ seat }) => seat));
  let seat = 1;
  while (used.has(seat)) seat++;
  if (seat > seats) throw new StoreError('no_seat');
  await ask.run`insert into enrolments (session, seat, contact_id, code, ends_at, at)
    values (${session}, ${seat}, ${contactId}, ${code}, ${endsAt}, ${at})`;
}

export async function unenrol(ask: Ask, session: string, contactId: string): Promise<void> {
  await ask.run`delete from enrolments where contact_id = ${contactId} and session = ${session}`;
}
