/** Recordings on their way from the provider, and words about sheets. Inside the caller's transaction. */
import type { DueRecording, Feedback, Sealed } from '../store.ts';
import type { Ask } from './connection.ts';

export function takeRecordings(
  ask: Ask,
  now: number,
  leaseUntil: number,
  limit: number,
): Promise<DueRecording[]> {
  return ask.rows`with due as (
      select id, attempts, due_at from recordings where due_at <= ${now} order by due_at, id limit ${limit}
      for update skip locked
    ), taken as (
      update recordings r set due_at = ${leaseUntil}, attempts = r.attempts + 1 from due where r.id = due.id
      returning r.id, r.provider_id, due.attempts, r.unwanted, due.due_at
    ) select id, provider_id as "providerId", attempts, unwanted from taken order by due_at, id`;
}

export async function keepRecording(ask: Ask, id: string, data: Sealed): Promise<void> {
  await ask.run`update recordings set data = ${data}, due_at = null where id = ${id}`;
}

export async function putOffRecording(ask: Ask, id: string, dueAt: number): Promise<void> {
  await ask.run`update recordings set due_at = ${dueAt} where id = ${id}`;
}

export async function dropRecording(ask: Ask, id: string): Promise<void> {
  await ask.run`delete from recordings where id = ${id}`;
}

/** What was recorded counts no more: here it goes at once, at the provider by the next round. */
export async function unwanted(ask: Ask, id: string, at: number): Promise<void> {
  await ask.run`delete from recordings where id = ${id} and due_at is null`;
  await ask.run`update recordings set unwanted = true, due_at = ${at} where id = ${id}`;
}

export async function recording(ask: Ask, id: string): Promise<Sealed | undefined> {
  return (
    (await ask.one<{ data: Sealed | null }>`select data from recordings where id = ${id}`)?.data ?? undefined
  );
}

export function feedback(ask: Ask, limit: number): Promise<Feedback[]> {
  return ask.rows`select id, sheet, body, at from feedback order by at desc, id desc limit ${limit}`;
}
