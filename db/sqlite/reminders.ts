/** Reminders: their rows. Inside the caller's transaction. */
import { type SQL, sql } from 'drizzle-orm';
import type { DueReminder, NewReminder, ReminderNews, Reminders, StoredReminder } from '../reminders.ts';
import type { Channel } from '../store.ts';
import type { Templates } from '../templates.ts';
import type { Orm } from './connection.ts';
import type { Outgoings } from './outgoing.ts';
import type { People } from './people.ts';

type Sync<T> = { [K in keyof T]: T[K] extends (...a: infer A) => Promise<infer R> ? (...a: A) => R : never };

export interface ReminderRows extends Sync<Omit<Reminders, keyof Templates>> {
  /** One that the person of an exchange sets for themselves. */
  set(reminder: NewReminder, contactId: string): void;
  /** All that this person set for themselves is taken back; `all`: whatever anybody set for them. */
  unset(contactId: string, at: number, all: boolean): void;
  news(news: ReminderNews, channel: Channel, at: number): void;
}

type Flat = Omit<StoredReminder, 'text' | 'discreet'> & {
  readonly discreet: number;
  readonly state: NonNullable<StoredReminder['text']>['state'] | null;
  readonly code: string | null;
  readonly textDue: number | null;
};

const shaped = ({ state, code, textDue, discreet, ...row }: Flat): StoredReminder => ({
  ...row,
  discreet: discreet === 1,
  text: state === null ? null : { state, code, dueAt: textDue ?? 0 },
});

/** Answers that ask something of the desk. */
const OPEN = sql`reply in ('cannot', 'call', 'stuck', 'no') and handled_at is null`;

export function makeReminderRows(orm: Orm, people: People, outgoings: Outgoings): ReminderRows {
  const stored = (where: SQL, order: SQL, limit: number) =>
    orm
      .all<Flat>(
        sql`select r.id, r.org_id as "orgId", r.author, r.guidance_id as guidance, r.way, r.kind, r.body,
          r.discreet, r.at, coalesce(r.due_at, r.told_at, 0) as "dueAt", r.expires_at as "expiresAt",
          c.number_enc as number, coalesce(o.by, 'none') as "optOut", m.state, m.code, m.due_at as "textDue", r.rung,
          r.heard_at as "heardAt", r.reply, r.replied_at as "repliedAt", r.cancelled_at as "cancelledAt", r.failed,
          r.handled_at as "handledAt"
          from reminders r join contacts c on c.id = r.contact_id
          left join opt_outs o on o.number_hmac = c.number_hmac left join messages m on m.id = r.message_id
          where ${where} order by ${order} limit ${limit}`,
      )
      .map(shaped);

  const set: ReminderRows['set'] = (r, contactId) => {
    orm.run(sql`insert into reminders
      (id, org_id, author, guidance_id, contact_id, way, kind, body, discreet, at, due_at, expires_at)
      values (${r.id}, ${r.orgId}, ${r.author}, ${r.guidance}, ${contactId}, ${r.way}, ${r.kind}, ${Buffer.from(r.body)},
        ${r.discreet ? 1 : 0}, ${r.at}, ${r.dueAt}, ${r.expiresAt}) on conflict (id) do nothing`);
  };

  /** What has not left goes from the outbox too. */
  function cancel(which: SQL, at: number): number {
    orm.run(sql`delete from messages where state = 'pending' and attempts = 0
      and id in (select message_id from reminders where ${which})`);
    return orm.run(sql`update reminders set cancelled_at = ${at}, due_at = null where ${which} and cancelled_at is null
      and reply is null and not exists (select 1 from messages where messages.id = reminders.message_id)`)
      .changes;
  }

  return {
    set,
    remind(reminder) {
      const { to, at } = reminder;
      if (to !== undefined) set(reminder, people.meet(to, to.newContactId, at).id);
    },
    unset: (contactId, at, all) =>
      void cancel(
        all
          ? sql`reminders.contact_id = ${contactId}`
          : sql`reminders.contact_id = ${contactId} and reminders.org_id is null`,
        at,
      ),
    reminders: ({ orgId, what, limit }) =>
      what === 'coming'
        ? stored(sql`r.org_id = ${orgId} and r.due_at is not null and r.rung = 0`, sql`r.due_at, r.id`, limit)
        : stored(
            sql`r.org_id = ${orgId} and (r.due_at is null or r.rung > 0)`,
            sql`coalesce(r.replied_at, r.told_at, r.cancelled_at, r.at) desc, r.id desc`,
            limit,
          ),
    reminder: (id, { orgId }) => stored(sql`r.id = ${id} and r.org_id = ${orgId}`, sql`r.id`, 1)[0],
    remindersOpen: ({ orgId }) =>
      orm.get<{ n: number }>(sql`select count(*) as n from reminders where org_id = ${orgId} and ${OPEN}`)
        ?.n ?? 0,
    cancelReminder: (id, { orgId }, at) =>
      cancel(sql`reminders.id = ${id} and reminders.org_id = ${orgId} and reminders.rung = 0`, at) > 0,
    handleReminder: (id, { orgId }, at) =>
      orm.run(sql`update reminders set handled_at = ${at} where id = ${id} and org_id = ${orgId}`).changes >
      0,
    takeReminders(now, leaseUntil, limit) {
      orm.run(
        sql`update reminders set failed = 'late', due_at = null where due_at <= ${now} and expires_at <= ${now}`,
      );
      orm.run(sql`update reminders set cancelled_at = ${now}, due_at = null where due_at <= ${now} and (
        exists (select 1 from contacts c join opt_outs o on o.number_hmac = c.number_hmac where c.id = reminders.contact_id)
        or exists (select 1 from guidances g left join messages m on m.id = g.message_id where g.id = reminders.guidance_id
          and (g.cancelled_at is not null or g.outcome is not null or m.state in ('pending', 'failed', 'expired'))))`);
      const rows = orm.all<Omit<DueReminder, 'own' | 'discreet'> & { own: number; discreet: number }>(
        sql`select r.id, r.org_id is null as own, r.way, r.kind, r.body, r.discreet, r.expires_at as "expiresAt",
          c.number_enc as number, coalesce(o.by, 'none') as "optOut", r.rung
          from reminders r join contacts c on c.id = r.contact_id
          left join opt_outs o on o.number_hmac = c.number_hmac
          where r.due_at <= ${now} order by r.due_at, r.id limit ${limit}`,
      );
      for (const { id } of rows) orm.run(sql`update reminders set due_at = ${leaseUntil} where id = ${id}`);
      return rows.map(({ own, discreet, ...row }) => ({ ...row, own: own === 1, discreet: discreet === 1 }));
    },
    queueReminder(id, text, at) {
      const row = orm.get<{ contactId: string; discreet: number; expiresAt: number }>(
        sql`select contact_id as "contactId", discreet, expires_at as "expiresAt" from reminders
          where id = ${id} and message_id is null and cancelled_at is null`,
      );
      if (row === undefined) return false;
      const { contactId, expiresAt } = row;
      outgoings.add(
        { ...text, dueAt: at, expiresAt, discreet: row.discreet === 1 },
        { inboundId: null, at, contactId },
      );
      orm.run(
        sql`update reminders set message_id = ${text.id}, due_at = null, told_at = ${at} where id = ${id}`,
      );
      return true;
    },
    ringReminder: (id, { placed, again }) =>
      orm.run(sql`update reminders set rung = rung + ${placed ? 1 : 0}, told_at = coalesce(told_at, due_at),
        due_at = ${again} where id = ${id} and cancelled_at is null and reply is null and heard_at is null`)
        .changes > 0,
    failReminder: (id, code) =>
      void orm.run(sql`update reminders set failed = ${code}, due_at = null where id = ${id}`),
    news({ id, is }, channel, at) {
      if (is === 'taken') orm.run(sql`update reminders set taken_at = ${at} where id = ${id}`);
      else if (is === 'heard') {
        if (channel === 'voice')
          orm.run(
            sql`update reminders set heard_at = coalesce(heard_at, ${at}), due_at = null where id = ${id}`,
          );
      } else
        orm.run(sql`update reminders set reply = ${is}, replied_at = ${at}, handled_at = null, due_at = null,
          heard_at = case when ${channel === 'voice' ? 1 : 0} = 1 then coalesce(heard_at, ${at}) else heard_at end
          where id = ${id}`);
    },
  };
}
