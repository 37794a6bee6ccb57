/** Reminders: their rows. Inside the caller's transaction. */
import type { DueReminder, NewReminder, ReminderNews, Reminders, StoredReminder } from '../reminders.ts';
import type { Channel } from '../store.ts';
import type { Ask } from './connection.ts';
import { add } from './outbox.ts';
import { hold, meet } from './people.ts';

type Given<K extends keyof Reminders> = Parameters<Reminders[K]>;

/** One that the person of an exchange sets for themselves, or that is set for them. */
export async function setReminder(ask: Ask, r: NewReminder, contactId: string): Promise<void> {
  await ask.run`insert into reminders
    (id, org_id, author, guidance_id, contact_id, way, kind, body, discreet, at, due_at, expires_at)
    values (${r.id}, ${r.orgId}, ${r.author}, ${r.guidance}, ${contactId}, ${r.way}, ${r.kind}, ${r.body},
      ${r.discreet}, ${r.at}, ${r.dueAt}, ${r.expiresAt}) on conflict (id) do nothing`;
}

export async function remind(ask: Ask, ...[reminder]: Given<'remind'>): Promise<void> {
  const { to, at } = reminder;
  if (to === undefined) return;
  await hold(ask, to.hmac);
  await setReminder(ask, reminder, (await meet(ask, to, to.newContactId, at)).id);
}

interface Which {
  readonly id: string | null;
  readonly contactId: string | null;
  readonly orgId: string | null;
  /** Only what the person set for themselves. */
  readonly own: boolean;
}

/** What has not left goes from the outbox too. */
async function cancel(ask: Ask, { id, contactId, orgId, own }: Which, at: number): Promise<number> {
  const rows = await ask.rows<{ id: string }>`select id from reminders
    where (${id}::text is null or (id = ${id} and rung = 0)) and (${contactId}::text is null or contact_id = ${contactId})
    and (${orgId}::text is null or org_id = ${orgId}) and (not ${own}::boolean or org_id is null)
    and cancelled_at is null and reply is null for update`;
  const ids = rows.map((row) => row.id);
  await ask.run`delete from messages where state = 'pending' and attempts = 0
    and id in (select message_id from reminders where id = any(${ids}))`;
  return ask.run`update reminders set cancelled_at = ${at}, due_at = null where id = any(${ids})
    and not exists (select 1 from messages where messages.id = reminders.message_id)`;
}

/** All that this person set for themselves is taken back; `all`: whatever anybody set for them. */
export async function unset(ask: Ask, contactId: string, at: number, all: boolean): Promise<void> {
  await cancel(ask, { id: null, contactId, orgId: null, own: !all }, at);
}

export const cancelReminder = async (
  ask: Ask,
  ...[id, { orgId }, at]: Given<'cancelReminder'>
): Promise<boolean> => (await cancel(ask, { id, contactId: null, orgId, own: false }, at)) > 0;

type Flat = Omit<StoredReminder, 'text'> & {
  readonly state: NonNullable<StoredReminder['text']>['state'] | null;
  readonly code: string | null;
  readonly textDue: number | null;
};

const shaped = ({ state, code, textDue, ...row }: Flat): StoredReminder => ({
  ...row,
  text: state === null ? null : { state, code, dueAt: textDue ?? 0 },
});

async function stored(
  ask: Ask,
  { orgId, id, coming, limit }: { orgId: string; id: string | null; coming: boolean | null; limit: number },
): Promise<StoredReminder[]> {
  const rows =
    await ask.rows<Flat>`select r.id, r.org_id as "orgId", r.author, r.guidance_id as guidance, r.way, r.kind,
    r.body, r.discreet, r.at, coalesce(r.due_at, r.told_at, 0) as "dueAt", r.expires_at as "expiresAt",
    c.number_enc as number, coalesce(o.by, 'none') as "optOut", m.state, m.code, m.due_at as "textDue", r.rung,
    r.heard_at as "heardAt", r.reply, r.replied_at as "repliedAt", r.cancelled_at as "cancelledAt", r.failed,
    r.handled_at as "handledAt" from reminders r join contacts c on c.id = r.contact_id
    left join opt_outs o on o.number_hmac = c.number_hmac left join messages m on m.id = r.message_id
    where r.org_id = ${orgId} and (${id}::text is null or r.id = ${id})
    and (${coming}::boolean is null or ${coming}::boolean = (r.due_at is not null and r.rung = 0))
    order by case when ${coming}::boolean then r.due_at end,
      case when not ${coming}::boolean then coalesce(r.replied_at, r.told_at, r.cancelled_at, r.at) end desc,
      case when ${coming}::boolean then r.id end, r.id desc limit ${limit}`;
  return rows.map(shaped);
}

export const reminders = (ask: Ask, ...[{ orgId, what, limit }]: Given<'reminders'>) =>
  stored(ask, { orgId, id: null, coming: what === 'coming', limit });

export const reminder = async (ask: Ask, ...[id, { orgId }]: Given<'reminder'>) =>
  (await stored(ask, { orgId, id, coming: null, limit: 1 }))[0];

export const remindersOpen = async (ask: Ask, ...[{ orgId }]: Given<'remindersOpen'>): Promise<number> =>
  (
    await ask.one<{ n: number }>`select count(*) as n from reminders
      where org_id = ${orgId} and reply in ('cannot', 'call', 'stuck', 'no') and handled_at is null`
  )?.n ?? 0;

export const handleReminder = async (
  ask: Ask,
  ...[id, { orgId }, at]: Given<'handleReminder'>
): Promise<boolean> =>
  (await ask.run`update reminders set handled_at = ${at} where id = ${id} and org_id = ${orgId}`) > 0;

/** Rows that another process is taking at this moment are passed over, not waited for. */
export async function takeReminders(
  ask: Ask,
  ...[now, leaseUntil, limit]: Given<'takeReminders'>
): Promise<DueReminder[]> {
  await ask.run`update reminders set failed = 'late', due_at = null where id in (select id from reminders
    where due_at <= ${now} and expires_at <= ${now} for update skip locked)`;
  await ask.run`update reminders set cancelled_at = ${now}, due_at = null where id in (select r.id from reminders r
    where r.due_at <= ${now} and (
    exists (select 1 from contacts c join opt_outs o on o.number_hmac = c.number_hmac where c.id = r.contact_id)
    or exists (select 1 from guidances g left join messages m on m.id = g.message_id where g.id = r.guidance_id
      and (g.cancelled_at is not null or g.outcome is not null or m.state in ('pending', 'failed', 'expired'))))
    for update of r skip locked)`;
  return ask.rows<DueReminder>`with due as (
      select id, due_at from reminders where due_at <= ${now} order by due_at, id limit ${limit} for update skip locked
    ), taken as (
      update reminders r set due_at = ${leaseUntil} from due where r.id = due.id returning r.*, due.due_at as was
    ) select t.id, t.org_id is null as own, t.way, t.kind, t.body, t.discreet, t.expires_at as "expiresAt",
      c.number_enc as number, coalesce(o.by, 'none') as "optOut", t.rung
      from taken t join contacts c on c.id = t.contact_id
      left join opt_outs o on o.number_hmac = c.number_hmac order by t.was, t.id`;
}

export async function queueReminder(ask: Ask, ...[id, text, at]: Given<'queueReminder'>): Promise<boolean> {
  const row = await ask.one<{ contactId: string; discreet: boolean; expiresAt: number }>`select
    contact_id as "contactId", discreet, expires_at as "expiresAt" from reminders
    where id = ${id} and message_id is null and cancelled_at is null for update`;
  if (row === undefined) return false;
  const { contactId, discreet, expiresAt } = row;
  await add(ask, { ...text, dueAt: at, expiresAt, discreet }, { inboundId: null, at, contactId });
  await ask.run`update reminders set message_id = ${text.id}, due_at = null, told_at = ${at} where id = ${id}`;
  return true;
}

export const ringReminder = async (
  ask: Ask,
  ...[id, { placed, again }]: Given<'ringReminder'>
): Promise<boolean> =>
  (await ask.run`update reminders set rung = rung + ${placed ? 1 : 0}::bigint, told_at = coalesce(told_at, due_at),
    due_at = ${again} where id = ${id} and cancelled_at is null and reply is null and heard_at is null`) > 0;

export async function failReminder(ask: Ask, ...[id, code]: Given<'failReminder'>): Promise<void> {
  await ask.run`update reminders set failed = ${code}, due_at = null where id = ${id}`;
}

export async function reminderNews(
  ask: Ask,
  { id, is }: ReminderNews,
  channel: Channel,
  at: number,
): Promise<void> {
  const voice = channel === 'voice';
  if (is === 'taken') await ask.run`update reminders set taken_at = ${at} where id = ${id}`;
  else if (is === 'heard') {
    if (voice)
      await ask.run`update reminders set heard_at = coalesce(heard_at, ${at}), due_at = null where id = ${id}`;
  } else
    await ask.run`update reminders set reply = ${is}, replied_at = ${at}, handled_at = null, due_at = null,
      heard_at = case when ${voice} then coalesce(heard_at, ${at}) else heard_at end where id = ${id}`;
}
