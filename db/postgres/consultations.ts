/** Consultations, ballots and voters. Inside the caller's transaction. */
import type { Ballot, Consultations, Separated, StoredConsultation, Vote } from '../consultations.ts';
import type { Sealed } from '../store.ts';
import type { Ask } from './connection.ts';
import { unwanted } from './kept.ts';

const DAY = 86_400_000;

export async function consultationsVersion(ask: Ask): Promise<number> {
  return (await ask.one<{ version: number }>`select version from consultation_changes`)?.version ?? 0;
}

/** What is built in memory is compared with these, in one question. */
export async function versions(
  ask: Ask,
): Promise<{ readonly consultations: number; readonly corrections: number }> {
  const read = await ask.one<{ consultations: number; corrections: number }>`select
    (select version from consultation_changes) as consultations,
    (select version from correction_changes) as corrections`;
  return read ?? { consultations: 0, corrections: 0 };
}

async function changed(ask: Ask, rows: number): Promise<boolean> {
  if (rows > 0) await ask.run`update consultation_changes set version = version + 1`;
  return rows > 0;
}

export function consultations(ask: Ask): Promise<StoredConsultation[]> {
  return ask.rows`select id, slug, state, body, key, codes, opened_at as "openedAt", closed_at as "closedAt", days
    from consultations order by opened_at, slug`;
}

export async function openConsultation(
  ask: Ask,
  { id, slug, body, key, openedAt }: Parameters<Consultations['openConsultation']>[0],
): Promise<boolean> {
  const rows = await ask.run`insert into consultations (id, slug, state, body, key, codes, opened_at)
    values (${id}, ${slug}, 'open', ${body}, ${key}, 0, ${openedAt}) on conflict do nothing`;
  return changed(ask, rows);
}

export async function amendConsultation(ask: Ask, id: string, body: string): Promise<boolean> {
  return changed(
    ask,
    await ask.run`update consultations set body = ${body} where id = ${id} and state = 'open'`,
  );
}

export async function issueCodes(ask: Ask, id: string, upTo: number): Promise<boolean> {
  const rows =
    await ask.run`update consultations set codes = greatest(codes, ${upTo}) where id = ${id} and state = 'open'`;
  return changed(ask, rows);
}

export function ballots(ask: Ask, consultation: string): Promise<Ballot[]> {
  return ask.rows`select id, day, body from ballots where consultation_id = ${consultation} order by id`;
}

export function openAnswers(ask: Ask, consultation: string): Promise<{ id: string; body: Sealed }[]> {
  return ask.rows`select id, body from open_answers where consultation_id = ${consultation} order by id`;
}

export async function closeConsultation(
  ask: Ask,
  id: string,
  at: number,
  separate: (ballots: readonly Ballot[]) => Separated,
): Promise<boolean> {
  // Who votes at this moment holds the row: their ballot is counted, the next one comes too late.
  const open = await ask.one`select id from consultations where id = ${id} and state = 'open' for update`;
  if (open === undefined) return false;
  const { ballots: left, answers, days } = separate(await ballots(ask, id));
  await ask.run`update recordings set at = ${at - (at % DAY)} where id in (
    select jsonb_array_elements_text(recordings::jsonb) from ballots
    where consultation_id = ${id} and recordings is not null)`;
  await ask.run`delete from voters where consultation_id = ${id}`;
  await ask.run`delete from ballots where consultation_id = ${id}`;
  const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);
  for (const { id: ballot, body } of [...left].sort(byId))
    await ask.run`insert into ballots (id, consultation_id, body) values (${ballot}, ${id}, ${body})`;
  for (const { id: answer, body } of [...answers].sort(byId))
    await ask.run`insert into open_answers (id, consultation_id, body) values (${answer}, ${id}, ${body})`;
  await ask.run`update messages set state = 'expired', lease_until = null
    where kind = 'reply' and state in ('pending', 'sending')
    and inbound_id in (select inbound_id from secret_copies where consultation_id = ${id})`;
  await ask.run`delete from secret_copies where consultation_id = ${id}`;
  await ask.run`delete from sessions where position(${id} in drafts) > 0`;
  await ask.run`update consultations set state = 'closed', key = null, closed_at = ${at}, days = ${days} where id = ${id}`;
  return changed(ask, 1);
}

export async function sendResult(
  ask: Ask,
  consultation: string,
  { body, at, dueAt, newId }: Parameters<Consultations['sendResult']>[1],
): Promise<number> {
  const wished = await ask.rows<{ contactId: string }>`delete from result_wishes
    where consultation_id = ${consultation} returning contact_id as "contactId"`;
  for (const { contactId } of wished) {
    await ask.run`insert into messages (id, contact_id, kind, state, body, due_at, attempts, discreet, at)
      values (${newId()}, ${contactId}, 'unasked', 'pending', ${body}, ${dueAt}, 0, false, ${at})`;
  }
  return wished.length;
}

/** Replaces the voter's older ballot; nothing once the consultation is closed. */
export async function vote(ask: Ask, cast: Vote, at: number): Promise<void> {
  const { consultation, voter, receipt, ballot, day, body, recordings: said } = cast;
  // Shared: people vote side by side, and a closing waits for them.
  const open =
    await ask.one`select id from consultations where id = ${consultation} and state = 'open' for share`;
  if (open === undefined) {
    for (const id of said) await unwanted(ask, id, at);
    return;
  }
  const before = await ask.one<{ ballotId: string }>`delete from voters
    where consultation_id = ${consultation} and voter = ${voter} returning ballot_id as "ballotId"`;
  if (before !== undefined) {
    const old = await ask.one<{ recordings: string | null }>`delete from ballots
      where id = ${before.ballotId} returning recordings`;
    for (const id of JSON.parse(old?.recordings ?? '[]') as string[]) await unwanted(ask, id, at);
  }
  await ask.run`insert into ballots (id, consultation_id, day, body, recordings) values
    (${ballot}, ${consultation}, ${day}, ${body}, ${said.length === 0 ? null : JSON.stringify(said)})`;
  await ask.run`insert into voters (consultation_id, voter, ballot_id) values (${consultation}, ${voter}, ${ballot})`;
  await ask.run`insert into receipts (receipt, consultation_id) values (${receipt}, ${consultation}) on conflict do nothing`;
}

export async function wish(ask: Ask, consultation: string, contactId: string): Promise<void> {
  await ask.run`insert into result_wishes (consultation_id, contact_id)
    values (${consultation}, ${contactId}) on conflict do nothing`;
}

export async function countedReceipt(ask: Ask, receipt: string): Promise<boolean> {
  return (await ask.one`select 1 from receipts where receipt = ${receipt} limit 1`) !== undefined;
}
