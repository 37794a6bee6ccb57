/** Requests to be called back. Inside the caller's transaction. */
import {
  BRIDGE_LASTS,
  type CallbackNote,
  type Callbacks,
  type NewCallback,
  type Next,
  NOTICE_TRIES,
  type SavedDesk,
  type StoredCallback,
} from '../callbacks.ts';
import { bridgeOf } from './bridges.ts';
import type { Ask } from './connection.ts';
import { note } from './organisations.ts';
import { add } from './outbox.ts';

type Given<K extends keyof Callbacks> = Parameters<Callbacks[K]>;
type Row = Omit<StoredCallback, 'bridge'>;

const ANY = { id: null, orgId: null, over: null, dueBy: null };
const DAY = 86_400_000;
const WEEK = 7 * DAY;

export async function saved(ask: Ask, contactId = '', at: number): Promise<SavedDesk> {
  const open = await ask.one<NonNullable<SavedDesk['open']>>`select deadline, zone from callbacks
    where contact_id = ${contactId} and closed_at is null`;
  const asked = await ask.one<{ today: number }>`select count(*) as today from callbacks
    where contact_id = ${contactId} and at > ${at - DAY}`;
  const muted = await ask.rows<{ orgId: string }>`select m.org_id as "orgId" from muted_callers m
    join contacts c on c.number_hmac = m.number_hmac where c.id = ${contactId}`;
  const last = await ask.one<Pick<SavedDesk, 'last'>>`select case
    when state in ('cancelled', 'done') then null when state = 'expired' or (late and missed = 0) then 'late'
    when missed > 0 then 'missed' end as last from callbacks
    where contact_id = ${contactId} and at > ${at - WEEK} order by at desc, id desc limit 1`;
  return {
    open: open ?? null,
    last: last?.last ?? null,
    today: asked?.today ?? 0,
    muted: muted.map(({ orgId }) => orgId),
  };
}

export async function takeBack(ask: Ask, contactId: string, at: number): Promise<void> {
  await ask.run`update callbacks set state = 'cancelled', closed_at = ${at}, notice = null
    where contact_id = ${contactId} and closed_at is null`;
}

/** Takes the place of one that waits. */
export async function ask(
  asking: Ask,
  { id, orgId, body, deadline, zone, urgent, discreet }: NewCallback,
  contactId: string,
  at: number,
): Promise<void> {
  await takeBack(asking, contactId, at);
  await asking.run`insert into callbacks (id, org_id, contact_id, body, state, urgent, discreet, zone, at, deadline)
    values (${id}, ${orgId}, ${contactId}, ${body}, 'open', ${urgent}, ${discreet}, ${zone}, ${at}, ${deadline})`;
}

/** Null leaves a condition out. */
async function stored(
  ask: Ask,
  of: { id: string | null; orgId: string | null; over: boolean | null; dueBy: number | null; limit: number },
): Promise<StoredCallback[]> {
  const { id, orgId, over, dueBy, limit } = of;
  const rows =
    await ask.rows<Row>`select b.id, b.org_id as "orgId", b.body, b.state, b.urgent, b.discreet, b.zone, b.at,
    b.deadline, b.late, b.missed, b.notice, b.claimed_by as "claimedBy", b.closed_at as "closedAt", c.number_enc as number,
    coalesce(o.by, 'none') as "optOut", m.id is not null as muted
    from callbacks b join contacts c on c.id = b.contact_id
    left join opt_outs o on o.number_hmac = c.number_hmac
    left join muted_callers m on m.number_hmac = c.number_hmac and m.org_id = b.org_id
    where (${id}::text is null or b.id = ${id}) and (${orgId}::text is null or b.org_id = ${orgId})
    and (${over}::boolean is null or (b.closed_at is not null) = ${over})
    and (${dueBy}::bigint is null or (b.deadline <= ${dueBy} and not exists (select 1 from bridges g
      where g.callback_id = b.id and g.ended_at is null and g.at > ${dueBy}::bigint - ${BRIDGE_LASTS}::bigint)))
    order by b.closed_at desc nulls last, case when b.closed_at is null and b.urgent then 0 else 1 end,
      case when b.closed_at is null then b.at end, case when b.closed_at is null then b.id end, b.id desc
    limit ${limit}`;
  const all: StoredCallback[] = [];
  for (const row of rows) all.push({ ...row, bridge: await bridgeOf(ask, row.id) });
  return all;
}

export const callbacks = (ask: Ask, ...[{ orgId, over = false, limit }]: Given<'callbacks'>) =>
  stored(ask, { id: null, orgId, over, dueBy: null, limit });

export async function callback(ask: Ask, ...[id, { orgId }]: Given<'callback'>) {
  return (await stored(ask, { id, orgId, over: null, dueBy: null, limit: 1 }))[0];
}

export const overdueCallbacks = (ask: Ask, ...[now, limit]: Given<'overdueCallbacks'>) =>
  stored(ask, { id: null, orgId: null, over: false, dueBy: now, limit });

export async function callbacksWaiting(ask: Ask, ...[{ orgId }]: Given<'callbacksWaiting'>) {
  const row = await ask.one<{ n: number }>`select count(*) as n from callbacks
    where org_id = ${orgId} and closed_at is null`;
  return row?.n ?? 0;
}

export async function claimCallback(ask: Ask, ...given: Given<'claimCallback'>): Promise<boolean> {
  const [id, { orgId }, accountId, entry] = given;
  const done = await ask.run`update callbacks set state = 'claimed', claimed_by = ${accountId}
    where id = ${id} and org_id = ${orgId} and state = 'open'`;
  if (done > 0) await note(ask, entry);
  return done > 0;
}

export async function releaseCallback(ask: Ask, ...given: Given<'releaseCallback'>): Promise<boolean> {
  const [id, { orgId }, accountId, entry] = given;
  const done = await ask.run`update callbacks set state = 'open', claimed_by = null
    where id = ${id} and org_id = ${orgId} and state = 'claimed' and claimed_by = ${accountId}`;
  if (done > 0) await note(ask, entry);
  return done > 0;
}

export async function closeCallback(ask: Ask, ...given: Given<'closeCallback'>): Promise<boolean> {
  const [id, { orgId }, accountId, entry, sent] = given;
  const done = await ask.run`update callbacks set state = 'done', closed_at = ${entry.at}
    where id = ${id} and org_id = ${orgId} and state = 'claimed' and claimed_by = ${accountId}`;
  if (done === 0) return false;
  await note(ask, entry);
  await text(ask, id, sent, entry.at);
  return true;
}

export async function missCallback(ask: Ask, ...given: Given<'missCallback'>): Promise<boolean> {
  const [id, { orgId }, accountId, next, entry] = given;
  const done = await ask.run`update callbacks set missed = missed + 1
    where id = ${id} and org_id = ${orgId} and state = 'claimed' and claimed_by = ${accountId}`;
  if (done === 0) return false;
  await note(ask, entry);
  await follow(ask, id, next, entry.at, 'missed');
  return true;
}

export async function lateCallback(ask: Ask, ...[id, was, next, at]: Given<'lateCallback'>) {
  const done = await ask.run`update callbacks set late = true
    where id = ${id} and deadline = ${was} and closed_at is null`;
  if (done > 0) await follow(ask, id, next, at, 'expired');
  return done > 0;
}

/** A new promise, or the end; and the text that says so. */
export async function follow(
  ask: Ask,
  id: string,
  { deadline, text: sent, call }: Next,
  at: number,
  closed: 'missed' | 'expired',
): Promise<void> {
  await text(ask, id, sent, at);
  await ask.run`update callbacks set notice = ${call?.notice ?? null}, notice_at = ${call?.at ?? null}, notice_tries = 0
    where id = ${id}`;
  if (deadline === null)
    await ask.run`update callbacks set state = ${closed}, closed_at = ${at} where id = ${id}`;
  else
    await ask.run`update callbacks set state = 'open', claimed_by = null, deadline = ${deadline} where id = ${id}`;
}

async function text(ask: Ask, id: string, sent: Next['text'], at: number): Promise<void> {
  if (sent === undefined) return;
  const row = await ask.one<{ contactId: string; discreet: boolean }>`
    select contact_id as "contactId", discreet from callbacks where id = ${id}`;
  if (row === undefined) return;
  const { contactId, discreet } = row;
  await add(ask, { ...sent, kind: 'asked', discreet }, { inboundId: null, at, contactId });
}

export async function takeNotices(ask: Ask, ...[now, again, limit]: Given<'takeNotices'>) {
  await ask.run`update callbacks set notice = null where notice_at <= ${now} and notice_tries >= ${NOTICE_TRIES}`;
  const due = await ask.rows<{
    id: string;
  }>`update callbacks set notice_at = ${again}, notice_tries = notice_tries + 1
    where id in (select id from callbacks where notice is not null and notice_at <= ${now}
      order by notice_at limit ${limit} for update skip locked) returning id`;
  const all: StoredCallback[] = [];
  for (const { id } of due) all.push(...(await stored(ask, { ...ANY, id, limit: 1 })));
  return all;
}

export async function noticeOf(ask: Ask, ...[id]: Given<'noticeOf'>) {
  const [row] = await stored(ask, { ...ANY, id, limit: 1 });
  return row?.notice ? row : undefined;
}

export async function noticeTold(ask: Ask, ...[id]: Given<'noticeTold'>): Promise<void> {
  await ask.run`update callbacks set notice = null where id = ${id}`;
}

export async function addCallbackNote(ask: Ask, ...given: Given<'addCallbackNote'>): Promise<boolean> {
  const [callbackId, { orgId }, { id, author, at, body }] = given;
  const done = await ask.run`insert into callback_notes (id, callback_id, author, at, body)
    select ${id}, id, ${author}, ${at}, ${body} from callbacks where id = ${callbackId} and org_id = ${orgId}`;
  return done > 0;
}

export const callbackNotes = (ask: Ask, ...[callbackId, { orgId }]: Given<'callbackNotes'>) =>
  ask.rows<CallbackNote>`select n.id, n.author, n.at, n.body from callback_notes n
    join callbacks b on b.id = n.callback_id
    where b.id = ${callbackId} and b.org_id = ${orgId} order by n.at, n.id`;
