/** Guidances: their rows, and which of them a conversation goes on in. Inside the caller's transaction. */
import { and, type Column, desc, eq, gt, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import {
  type GuidanceNews,
  type Guidances,
  type GuidanceText,
  type StoredGuidance,
  TRIES,
  type Waiting,
} from '../guidance.ts';
import type { Channel, Contact, Onward } from '../store.ts';
import type { Orm } from './connection.ts';
import { guidances } from './guidance-tables.ts';
import { makeWaiting } from './guidance-waiting.ts';
import type { Outgoings } from './outgoing.ts';
import type { People } from './people.ts';
import { contacts, messages, optOuts } from './schema.ts';
import { type Sessions, smsKey } from './sessions.ts';

type Sync<T> = { [K in keyof T]: T[K] extends (...a: infer A) => Promise<infer R> ? (...a: A) => R : never };

export interface GuidanceRows extends Sync<Guidances> {
  /** Guidances of this person that ended before their time: refused, or closed after wrong words. */
  over(contactId: string): readonly string[];
  /** The newest guidance that this person has not come to by this channel. */
  waiting(contactId: string, channel: Channel, at: number): Waiting | undefined;
  /** The conversation of this exchange has taken it up. */
  taken(id: string, at: number): void;
  news(news: GuidanceNews, channel: Channel, at: number): void;
  /** The text of a guidance has left: the person's conversation goes on in it. */
  goOn(messageId: string, at: number, onward: Onward): void;
}

const slot = sql.placeholder;
export function makeGuidanceRows(
  orm: Orm,
  people: People,
  sessions: Sessions,
  outgoings: Outgoings,
): GuidanceRows {
  const { byText, byCall } = makeWaiting(orm);
  const take = orm
    .update(guidances)
    .set({ takenAt: sql`${slot('at')}` })
    .where(eq(guidances.id, slot('id')))
    .prepare();

  const ended = orm
    .select({ id: guidances.id })
    .from(guidances)
    .where(and(eq(guidances.contactId, slot('contactId')), isNotNull(guidances.outcome)))
    .prepare();

  /** Instants of the first time; wrong words are counted. */
  function note({ id, is }: GuidanceNews, channel: Channel, at: number): void {
    const once = (column: Column) => sql`coalesce(${column}, ${at})`;
    orm
      .update(guidances)
      .set({
        answeredAt: once(guidances.answeredAt),
        ...(is === 'read' ? { readAt: once(guidances.readAt) } : {}),
        ...(is === 'read' && channel === 'voice' ? { heardAt: once(guidances.heardAt) } : {}),
        ...(is === 'refused' ? { outcome: 'refused' as const } : {}),
        ...(is === 'missed'
          ? {
              tries: sql`${guidances.tries} + 1`,
              outcome: sql`case when ${guidances.tries} + 1 >= ${TRIES} then 'locked' else ${guidances.outcome} end`,
            }
          : {}),
      })
      .where(eq(guidances.id, id))
      .run();
  }

  function write(text: GuidanceText, guidanceId: string, contactId: string, at: number): void {
    const out = { ...text, kind: 'unasked' as const, guidance: guidanceId };
    outgoings.add(out, { inboundId: null, at, contactId });
  }

  const of = (id: string, orgId: string | null) => and(eq(guidances.id, id), inOrg(orgId));
  const inOrg = (orgId: string | null) =>
    orgId === null ? isNull(guidances.orgId) : eq(guidances.orgId, orgId);
  const stored = () =>
    orm
      .select({
        id: guidances.id,
        orgId: guidances.orgId,
        author: guidances.author,
        body: guidances.body,
        discreet: guidances.discreet,
        at: guidances.at,
        expiresAt: guidances.expiresAt,
        answeredAt: guidances.answeredAt,
        readAt: guidances.readAt,
        heardAt: guidances.heardAt,
        openedAt: guidances.openedAt,
        cancelledAt: guidances.cancelledAt,
        outcome: guidances.outcome,
        number: contacts.numberEnc,
        optOut: sql<Contact['optOut']>`coalesce(${optOuts.by}, 'none')`,
        state: messages.state,
        code: messages.code,
        dueAt: messages.dueAt,
        sentAt: messages.sentAt,
        attempts: messages.attempts,
      })
      .from(guidances)
      .innerJoin(contacts, eq(contacts.id, guidances.contactId))
      .leftJoin(optOuts, eq(optOuts.numberHmac, contacts.numberHmac))
      .leftJoin(messages, eq(messages.id, guidances.messageId));
  const shaped = ({ state, code, dueAt, sentAt, attempts, ...row }: Row): StoredGuidance => ({
    ...row,
    text: state === null ? null : { state, code, dueAt: dueAt ?? 0, sentAt, attempts: attempts ?? 0 },
  });
  type Row = NonNullable<ReturnType<ReturnType<typeof stored>['get']>>;

  return {
    guide({ to, text, ...row }, { since, perPerson, perAuthor }) {
      const known = orm.select({ id: guidances.id }).from(guidances).where(eq(guidances.id, row.id)).get();
      if (known !== undefined) return 'taken';
      const byAuthor = orm.$count(
        guidances,
        and(eq(guidances.author, row.author), sql`${guidances.at} >= ${since}`),
      );
      if (counted(orm, byAuthor) >= perAuthor) return 'author_cap';
      const person = people.meet(to, to.newContactId, row.at);
      const texted = orm.$count(
        messages,
        and(
          eq(messages.contactId, person.id),
          eq(messages.kind, 'unasked'),
          sql`${messages.at} >= ${since} and ${messages.state} <> 'failed'`,
        ),
      );
      if (counted(orm, texted) >= perPerson) return 'person_cap';
      orm
        .insert(guidances)
        .values({ ...row, body: Buffer.from(row.body), contactId: person.id, messageId: text.id })
        .run();
      write(text, row.id, person.id, row.at);
      return 'taken';
    },
    resendGuidance(id, { orgId }, { body, text, at, expiresAt }) {
      const row = orm
        .select({ contactId: guidances.contactId, state: messages.state })
        .from(guidances)
        .leftJoin(messages, eq(messages.id, guidances.messageId))
        .where(and(of(id, orgId), isNull(guidances.cancelledAt)))
        .get();
      if (row === undefined || row.state === 'pending' || row.state === 'sending') return false;
      orm
        .update(guidances)
        // The person is to find it again, wherever they had left it.
        .set({
          ...{ body: Buffer.from(body), messageId: text.id, expiresAt, outcome: null, tries: 0 },
          ...{ takenAt: null, answeredAt: null, readAt: null, heardAt: null },
        })
        .where(eq(guidances.id, id))
        .run();
      write(text, id, row.contactId, at);
      return true;
    },
    cancelGuidance(id, { orgId }, at) {
      const row = orm.select({ messageId: guidances.messageId }).from(guidances).where(of(id, orgId)).get();
      if (row === undefined) return false;
      const { changes } = orm
        .delete(messages)
        .where(and(eq(messages.id, row.messageId), eq(messages.state, 'pending')))
        .run();
      if (changes === 0) return false;
      orm.update(guidances).set({ cancelledAt: at }).where(eq(guidances.id, id)).run();
      return true;
    },
    guidances: ({ orgId, limit, author, before }) =>
      stored()
        .where(
          and(
            inOrg(orgId),
            author === undefined ? undefined : eq(guidances.author, author),
            before === undefined ? undefined : lt(guidances.at, before),
          ),
        )
        .orderBy(desc(guidances.at), desc(guidances.id))
        .limit(limit)
        .all()
        .map(shaped),
    guidance(id, { orgId }) {
      const row = stored().where(of(id, orgId)).get();
      return row && shaped(row);
    },
    guidanceByCode: (codeHmacs, at) =>
      orm
        .select({ id: guidances.id, body: guidances.body, expiresAt: guidances.expiresAt })
        .from(guidances)
        .where(
          and(
            inArray(guidances.codeHmac, [...codeHmacs]),
            gt(guidances.expiresAt, at),
            isNull(guidances.cancelledAt),
          ),
        )
        .get(),
    guidanceOpened: (id, at) =>
      void orm
        .update(guidances)
        .set({ openedAt: at })
        .where(and(eq(guidances.id, id), isNull(guidances.openedAt)))
        .run(),
    waiting: (contactId, channel, at) => (channel === 'sms' ? byText : byCall).get({ contactId, at }),
    taken: (id, at) => void take.run({ id, at }),
    news: note,
    over: (contactId) => ended.all({ contactId }).map(({ id }) => id),
    goOn(messageId, at, onward) {
      const row = orm
        .select({
          id: guidances.id,
          body: guidances.body,
          tries: guidances.tries,
          contactId: guidances.contactId,
        })
        .from(messages)
        .innerJoin(guidances, eq(guidances.id, messages.guidanceId))
        .where(and(eq(messages.id, messageId), eq(guidances.messageId, messageId), isNull(guidances.takenAt)))
        .get();
      if (row === undefined) return;
      const { contactId, ...waits } = row;
      const key = smsKey(contactId);
      const next = onward(waits, sessions.get(key)?.data, at);
      if (next === undefined) return;
      const { session: data, discreet, drafts } = next;
      sessions.put({
        ...{ key, contactId, channel: 'sms', data, at, discreet },
        drafts: drafts.join(' ') || null,
      });
      take.run({ id: row.id, at });
    },
  };
}

function counted(orm: Orm, count: ReturnType<Orm['$count']>): number {
  return orm.get<{ n: number }>(sql`select ${count} as n`)?.n ?? 0;
}
