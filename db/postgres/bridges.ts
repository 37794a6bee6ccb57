/** Calls between a helper and a person, numbers that a desk has muted, and when it is on duty. Inside the caller's transaction. */
import { BRIDGE_LASTS, type Callbacks, type DutyRow, type Mute, type StoredBridge } from '../callbacks.ts';
import { callback, follow } from './callbacks.ts';
import type { Ask } from './connection.ts';
import { note } from './organisations.ts';

type Given<K extends keyof Callbacks> = Parameters<Callbacks[K]>;

/** The last call of a request. */
export async function bridgeOf(ask: Ask, callbackId: string): Promise<StoredBridge | null> {
  const row = await ask.one<StoredBridge>`select id, callback_id as "callbackId", org_id as "orgId",
    account_id as "accountId", at, answered_at as "answeredAt", accepted_at as "acceptedAt", joined_at as "joinedAt",
    ended_at as "endedAt", outcome from bridges where callback_id = ${callbackId} order by at desc, id desc limit 1`;
  return row ?? null;
}

const one = (ask: Ask, id: string) =>
  ask.one<StoredBridge>`select id, callback_id as "callbackId", org_id as "orgId",
    account_id as "accountId", at, answered_at as "answeredAt", accepted_at as "acceptedAt", joined_at as "joinedAt",
    ended_at as "endedAt", outcome from bridges where id = ${id}`;

export const duties = (ask: Ask) =>
  ask.rows<DutyRow>`select org_id as "orgId", hours, department from duties order by org_id`;

export async function setDuty(ask: Ask, ...[orgId, duty, entry]: Given<'setDuty'>): Promise<void> {
  if (duty === null) await ask.run`delete from duties where org_id = ${orgId}`;
  else
    await ask.run`insert into duties (org_id, hours, department) values (${orgId}, ${duty.hours}, ${duty.department})
      on conflict (org_id) do update set hours = excluded.hours, department = excluded.department`;
  await note(ask, entry);
}

export async function addBridge(ask: Ask, ...[bridge, entry]: Given<'addBridge'>): Promise<boolean> {
  const { id, callbackId, orgId, accountId, at } = bridge;
  // Two touches of the same button, in two processes: the second sees the first one's call.
  await ask.run`select 1 from callbacks where id = ${callbackId} for update`;
  const done = await ask.run`insert into bridges (id, callback_id, org_id, account_id, at)
    select ${id}, id, org_id, ${accountId}, ${at} from callbacks b
    where id = ${callbackId} and org_id = ${orgId} and state = 'claimed' and claimed_by = ${accountId}
    and not exists (select 1 from bridges g where g.callback_id = b.id and g.ended_at is null
      and g.at > ${at}::bigint - ${BRIDGE_LASTS}::bigint)`;
  if (done > 0) await note(ask, entry);
  return done > 0;
}

export async function bridge(ask: Ask, ...[id]: Given<'bridge'>) {
  const found = await one(ask, id);
  const of = found && (await callback(ask, found.callbackId, found));
  return found && of ? { bridge: found, callback: of } : undefined;
}

export async function bridgeNews(ask: Ask, ...[id, is, at]: Given<'bridgeNews'>): Promise<void> {
  if (is === 'answered')
    await ask.run`update bridges set answered_at = coalesce(answered_at, ${at}) where id = ${id}`;
  else if (is === 'accepted')
    await ask.run`update bridges set accepted_at = coalesce(accepted_at, ${at}) where id = ${id}`;
  else await ask.run`update bridges set joined_at = coalesce(joined_at, ${at}) where id = ${id}`;
}

export async function endBridge(
  ask: Ask,
  ...[id, { outcome, at, missed }]: Given<'endBridge'>
): Promise<boolean> {
  await ask.run`update bridges set ended_at = coalesce(ended_at, ${at}) where id = ${id}`;
  if (outcome === undefined) return false;
  const done = await ask.run`update bridges set outcome = ${outcome} where id = ${id} and outcome is null`;
  const ended = await one(ask, id);
  if (done === 0 || ended === undefined) return false;
  const { callbackId, accountId } = ended;
  if (missed) {
    const still = await ask.run`update callbacks set missed = missed + 1
      where id = ${callbackId} and state = 'claimed' and claimed_by = ${accountId}`;
    if (still > 0) await follow(ask, callbackId, missed, at, 'missed');
  }
  return true;
}

export async function muteCaller(ask: Ask, ...[callbackId, { orgId }, entry]: Given<'muteCaller'>) {
  const done = await ask.run`insert into muted_callers (number_hmac, org_id, id, account_id, at)
    select c.number_hmac, b.org_id, ${entry.id}, ${entry.accountId ?? ''}, ${entry.at}
    from callbacks b join contacts c on c.id = b.contact_id where b.id = ${callbackId} and b.org_id = ${orgId}
    on conflict (number_hmac, org_id) do nothing`;
  if (done === 0) return false;
  await ask.run`update callbacks set state = 'cancelled', closed_at = ${entry.at} where org_id = ${orgId}
    and closed_at is null and contact_id = (select contact_id from callbacks where id = ${callbackId})`;
  await note(ask, entry);
  return true;
}

export async function unmuteCaller(ask: Ask, ...[muteId, { orgId }, entry]: Given<'unmuteCaller'>) {
  const done = await ask.run`delete from muted_callers where id = ${muteId} and org_id = ${orgId}`;
  if (done > 0) await note(ask, entry);
  return done > 0;
}

export const mutes = (ask: Ask, ...[{ orgId }]: Given<'mutes'>) =>
  ask.rows<Mute>`select m.id, m.at, m.account_id as "accountId", c.number_enc as number
    from muted_callers m left join contacts c on c.number_hmac = m.number_hmac
    where m.org_id = ${orgId} order by m.at desc, m.id desc`;
