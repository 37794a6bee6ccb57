/** Sessions of the desk, and tries of a password or a code. Inside the caller's transaction. */
import type { Accounts, StaffSession } from '../accounts.ts';
import type { Ask } from './connection.ts';
import { note } from './organisations.ts';
import { hold } from './people.ts';

type Given<K extends keyof Accounts> = Parameters<Accounts[K]>;

/** Seen again within this, nothing is written. Milliseconds. */
const CLOSE = 60_000;

async function insert(ask: Ask, { id, accountId, stage, at, seenAt, expiresAt }: StaffSession) {
  await ask.run`insert into account_sessions (id, account_id, stage, at, seen_at, expires_at)
    values (${id}, ${accountId}, ${stage}, ${at}, ${seenAt}, ${expiresAt})`;
}

export async function addSession(ask: Ask, ...[session, entry]: Given<'addSession'>) {
  // Who signs in clears what is over.
  await ask.run`delete from account_sessions where expires_at < ${session.at}`;
  await insert(ask, session);
  await note(ask, entry);
}

export async function seeSession(ask: Ask, ...[id, now, since]: Given<'seeSession'>) {
  const found =
    await ask.one<StaffSession>`select id, account_id as "accountId", stage, at, seen_at as "seenAt",
    expires_at as "expiresAt" from account_sessions
    where id = ${id} and expires_at > ${now} and seen_at > ${since}`;
  if (found !== undefined && found.seenAt < now - CLOSE)
    await ask.run`update account_sessions set seen_at = greatest(seen_at, ${now}) where id = ${id}`;
  return found;
}

export const sessionsOf = (ask: Ask, ...[accountId, now]: Given<'sessionsOf'>) =>
  ask.rows<StaffSession>`select id, account_id as "accountId", stage, at, seen_at as "seenAt",
    expires_at as "expiresAt" from account_sessions
    where account_id = ${accountId} and expires_at > ${now} order by at`;

export async function endSession(ask: Ask, ...[id, next, entry]: Given<'endSession'>) {
  const gone = await ask.run`delete from account_sessions where id = ${id}`;
  // One that was ended from elsewhere meanwhile does not come back as another.
  if (next !== undefined && gone > 0) await insert(ask, next);
  await note(ask, entry);
}

export async function endSessions(ask: Ask, ...[accountId, except, entry]: Given<'endSessions'>) {
  const gone = await ask.run`delete from account_sessions
    where account_id = ${accountId} and id <> coalesce(${except ?? null}::text, '')`;
  await note(ask, entry);
  return gone;
}

export async function countTry(ask: Ask, ...[key, now, since]: Given<'countTry'>) {
  // Those that come at once, to several processes, are counted one after the other.
  await hold(ask, key);
  await ask.run`delete from sign_in_tries where key = ${key} and at < ${since}`;
  await ask.run`insert into sign_in_tries (key, at) values (${key}, ${now})`;
  const tries = await ask.one<{ n: number }>`select count(*) as n from sign_in_tries
    where key = ${key} and at > ${since}`;
  return tries?.n ?? 1;
}

export async function forgetTries(ask: Ask, key: string) {
  await ask.run`delete from sign_in_tries where key = ${key}`;
}
