/** Requests to be called back. Inside the caller's transaction. */
import { type SQL, sql } from 'drizzle-orm';
import type { JournalEntry } from '../accounts.ts';
import {
  BRIDGE_LASTS,
  type CallbackScope,
  type Callbacks,
  type NewCallback,
  type Next,
  NOTICE_TRIES,
  type SavedDesk,
  type StoredCallback,
} from '../callbacks.ts';
import { bridgeOf } from './bridges.ts';
import type { Orm } from './connection.ts';
import type { Outgoings } from './outgoing.ts';

export type Sync<T> = {
  [K in keyof T]: T[K] extends (...a: infer A) => Promise<infer R> ? (...a: A) => R : never;
};
type Note = (entry: JournalEntry) => void;

export interface CallbackRows
  extends Sync<
    Pick<
      Callbacks,
      | 'callbacks'
      | 'callback'
      | 'callbacksWaiting'
      | 'claimCallback'
      | 'releaseCallback'
      | 'closeCallback'
      | 'missCallback'
      | 'overdueCallbacks'
      | 'lateCallback'
      | 'takeNotices'
      | 'noticeOf'
      | 'noticeTold'
      | 'addCallbackNote'
      | 'callbackNotes'
    >
  > {
  saved(contactId: string | undefined, at: number): SavedDesk;
  ask(wanted: NewCallback, contactId: string, at: number): void;
  takeBack(contactId: string, at: number): void;
  /** A new promise, or the end; and the text that says so. */
  follow(id: string, next: Next, at: number, closed: 'missed' | 'expired'): void;
}

const DAY = 86_400_000;
const WEEK = 7 * DAY;
const waits = sql`closed_at is null`;

type Row = Omit<StoredCallback, 'urgent' | 'discreet' | 'late' | 'muted' | 'bridge'> & {
  readonly [K in 'urgent' | 'discreet' | 'late' | 'muted']: number;
};

export function makeCallbackRows(orm: Orm, outgoings: Outgoings, note: Note): CallbackRows {
  const stored = (where: SQL): StoredCallback[] =>
    orm
      .all<Row>(sql`select b.id, b.org_id as orgId, b.body, b.state, b.urgent, b.discreet, b.zone, b.at, b.deadline,
        b.late, b.missed, b.notice, b.claimed_by as claimedBy, b.closed_at as closedAt, c.number_enc as number,
        coalesce(o.by, 'none') as optOut, m.id is not null as muted
        from callbacks b join contacts c on c.id = b.contact_id
        left join opt_outs o on o.number_hmac = c.number_hmac
        left join muted_callers m on m.number_hmac = c.number_hmac and m.org_id = b.org_id ${where}`)
      .map((row) => ({
        ...row,
        ...{ urgent: row.urgent === 1, discreet: row.discreet === 1, late: row.late === 1 },
        ...{ muted: row.muted === 1, bridge: bridgeOf(orm, row.id) },
      }));
  const changed = (query: SQL, entry?: JournalEntry): boolean => {
    const done = orm.run(query).changes > 0;
    if (done && entry) note(entry);
    return done;
  };
  const mine = (id: string, { orgId }: CallbackScope, accountId: string) =>
    sql`id = ${id} and org_id = ${orgId} and state = 'claimed' and claimed_by = ${accountId}`;

  function text(id: string, sent: Next['text'], at: number): void {
    if (sent === undefined) return;
    const row = orm.get<{ contactId: string; discreet: number }>(
      sql`select contact_id as contactId, discreet from callbacks where id = ${id}`,
    );
    if (row === undefined) return;
    const out = { ...sent, kind: 'asked' as const, discreet: row.discreet === 1 };
    outgoings.add(out, { inboundId: null, at, contactId: row.contactId });
  }

  function follow(id: string, { deadline, text: sent, call }: Next, at: number, closed: string): void {
    text(id, sent, at);
    orm.run(sql`update callbacks set notice = ${call?.notice ?? null}, notice_at = ${call?.at ?? null}, notice_tries = 0
      where id = ${id}`);
    if (deadline === null)
      orm.run(sql`update callbacks set state = ${closed}, closed_at = ${at} where id = ${id}`);
    else
      orm.run(
        sql`update callbacks set state = 'open', claimed_by = null, deadline = ${deadline} where id = ${id}`,
      );
  }

  return {
    saved(contactId = '', at) {
      const open = orm.get<NonNullable<SavedDesk['open']>>(
        sql`select deadline, zone from callbacks where contact_id = ${contactId} and ${waits}`,
      );
      const { today } = orm.get<{ today: number }>(
        sql`select count(*) as today from callbacks where contact_id = ${contactId} and at > ${at - DAY}`,
      );
      const muted = orm.all<{ orgId: string }>(sql`select m.org_id as orgId from muted_callers m
        join contacts c on c.number_hmac = m.number_hmac where c.id = ${contactId}`);
      const last = orm.get<Pick<SavedDesk, 'last'> | undefined>(sql`select case
        when state in ('cancelled', 'done') then null when state = 'expired' or (late = 1 and missed = 0) then 'late'
        when missed > 0 then 'missed' end as last from callbacks
        where contact_id = ${contactId} and at > ${at - WEEK} order by at desc, id desc limit 1`);
      return { open: open ?? null, last: last?.last ?? null, today, muted: muted.map(({ orgId }) => orgId) };
    },
    ask({ id, orgId, body, deadline, zone, urgent, discreet }, contactId, at) {
      orm.run(
        sql`update callbacks set state = 'cancelled', closed_at = ${at}, notice = null where contact_id = ${contactId} and ${waits}`,
      );
      orm.run(sql`insert into callbacks (id, org_id, contact_id, body, state, urgent, discreet, zone, at, deadline)
        values (${id}, ${orgId}, ${contactId}, ${Buffer.from(body)}, 'open', ${urgent ? 1 : 0}, ${discreet ? 1 : 0},
          ${zone}, ${at}, ${deadline})`);
    },
    takeBack: (contactId, at) =>
      void orm.run(
        sql`update callbacks set state = 'cancelled', closed_at = ${at}, notice = null where contact_id = ${contactId} and ${waits}`,
      ),
    follow,
    callbacks: ({ orgId, over = false, limit }) =>
      over
        ? stored(
            sql`where b.org_id = ${orgId} and b.closed_at is not null order by b.closed_at desc, b.id desc limit ${limit}`,
          )
        : stored(
            sql`where b.org_id = ${orgId} and b.closed_at is null order by b.urgent desc, b.at, b.id limit ${limit}`,
          ),
    callback: (id, { orgId }) => stored(sql`where b.id = ${id} and b.org_id = ${orgId}`)[0],
    callbacksWaiting: ({ orgId }) =>
      orm.get<{ n: number }>(sql`select count(*) as n from callbacks where org_id = ${orgId} and ${waits}`).n,
    claimCallback: (id, { orgId }, accountId, entry) =>
      changed(
        sql`update callbacks set state = 'claimed', claimed_by = ${accountId}
          where id = ${id} and org_id = ${orgId} and state = 'open'`,
        entry,
      ),
    releaseCallback: (id, of, accountId, entry) =>
      changed(
        sql`update callbacks set state = 'open', claimed_by = null where ${mine(id, of, accountId)}`,
        entry,
      ),
    closeCallback(id, of, accountId, entry, sent) {
      const done = changed(
        sql`update callbacks set state = 'done', closed_at = ${entry.at} where ${mine(id, of, accountId)}`,
        entry,
      );
      if (done) text(id, sent, entry.at);
      return done;
    },
    missCallback(id, of, accountId, next, entry) {
      const done = changed(
        sql`update callbacks set missed = missed + 1 where ${mine(id, of, accountId)}`,
        entry,
      );
      if (done) follow(id, next, entry.at, 'missed');
      return done;
    },
    overdueCallbacks: (now, limit) =>
      stored(sql`where b.closed_at is null and b.deadline <= ${now} and not exists (select 1 from bridges g
        where g.callback_id = b.id and g.ended_at is null and g.at > ${now - BRIDGE_LASTS})
        order by b.deadline limit ${limit}`),
    lateCallback(id, was, next, at) {
      const done = changed(
        sql`update callbacks set late = 1 where id = ${id} and deadline = ${was} and ${waits}`,
      );
      if (done) follow(id, next, at, 'expired');
      return done;
    },
    takeNotices(now, again, limit) {
      orm.run(
        sql`update callbacks set notice = null where notice_at <= ${now} and notice_tries >= ${NOTICE_TRIES}`,
      );
      const due = stored(
        sql`where b.notice is not null and b.notice_at <= ${now} order by b.notice_at limit ${limit}`,
      );
      for (const { id } of due)
        orm.run(
          sql`update callbacks set notice_at = ${again}, notice_tries = notice_tries + 1 where id = ${id}`,
        );
      return due;
    },
    noticeOf: (id) => stored(sql`where b.id = ${id} and b.notice is not null`)[0],
    noticeTold: (id) => void orm.run(sql`update callbacks set notice = null where id = ${id}`),
    addCallbackNote: (callbackId, { orgId }, { id, author, at, body }) =>
      changed(sql`insert into callback_notes (id, callback_id, author, at, body)
        select ${id}, id, ${author}, ${at}, ${Buffer.from(body)} from callbacks where id = ${callbackId} and org_id = ${orgId}`),
    callbackNotes: (callbackId, { orgId }) =>
      orm.all(sql`select n.id, n.author, n.at, n.body from callback_notes n join callbacks b on b.id = n.callback_id
        where b.id = ${callbackId} and b.org_id = ${orgId} order by n.at, n.id`),
  };
}
