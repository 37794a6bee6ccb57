/** What is still to be blanked at the provider. Inside the caller's transaction. */
import type { Blank } from '../blanking.ts';
import type { Ask } from './connection.ts';

/** Due at this instant, or at an earlier one where it was already. */
export async function addBlank(ask: Ask, providerId: string, dueAt: number): Promise<void> {
  await ask.run`insert into blanks (provider_id, due_at, attempts) values (${providerId}, ${dueAt}, 0)
    on conflict (provider_id) do update set due_at = least(blanks.due_at, excluded.due_at)`;
}

export async function takeBlanks(
  ask: Ask,
  now: number,
  leaseUntil: number,
  limit: number,
): Promise<readonly Blank[]> {
  const rows = await ask.rows<Blank & { dueAt: number }>`
    with due as (
      select provider_id, attempts, due_at from blanks where due_at <= ${now}
      order by due_at, provider_id limit ${limit} for update skip locked
    ), taken as (
      update blanks b set due_at = ${leaseUntil}, attempts = b.attempts + 1 from due
      where b.provider_id = due.provider_id returning b.provider_id, due.attempts, due.due_at
    )
    select provider_id as "providerId", attempts from taken order by due_at, provider_id`;
  return rows.map(({ providerId, attempts }) => ({ providerId, attempts }));
}

export async function blanked(ask: Ask, providerId: string): Promise<void> {
  await ask.run`delete from blanks where provider_id = ${providerId}`;
}

export async function putOffBlank(ask: Ask, providerId: string, dueAt: number): Promise<void> {
  await ask.run`update blanks set due_at = ${dueAt} where provider_id = ${providerId}`;
}
