/** Consultations, ballots and voters. Inside the caller's transaction. */
import { and, eq, like, sql } from 'drizzle-orm';
import type { Ballot, Consultations, StoredConsultation, Vote } from '../consultations.ts';
import type { Orm } from './connection.ts';
import {
  ballots,
  consultationChanges,
  consultations,
  openAnswers,
  receipts,
  resultWishes,
  secretCopies,
  voters,
} from './consultation-tables.ts';
import { eraseRecording } from './kept.ts';
import { messages, sessions } from './schema.ts';

type Sync<T> = { [K in keyof T]: T[K] extends (...a: infer A) => Promise<infer R> ? (...a: A) => R : never };

export interface ConsultationRows extends Sync<Omit<Consultations, 'forgetErased' | 'invite'>> {
  /** Replaces the voter's older ballot; nothing once the consultation is closed. */
  vote(vote: Vote, at: number): void;
  wish(consultation: string, contactId: string): void;
  copy(row: { inboundId: string; consultation: string; data: Uint8Array; at: number }): void;
}

const slot = sql.placeholder;

export function makeConsultationRows(orm: Orm): ConsultationRows {
  const version = orm.select({ version: consultationChanges.version }).from(consultationChanges).prepare();
  const known = orm
    .select({ receipt: receipts.receipt })
    .from(receipts)
    .where(eq(receipts.receipt, slot('receipt')))
    .limit(1)
    .prepare();
  const changed = () =>
    orm
      .update(consultationChanges)
      .set({ version: sql`${consultationChanges.version} + 1` })
      .run();
  const open = (id: string) => and(eq(consultations.id, id), eq(consultations.state, 'open'));

  /** What was recorded for a ballot that counts no more: here at once, at the provider by the next round. */
  function unwanted(ids: readonly string[], at: number): void {
    for (const id of ids) eraseRecording(orm, id, at);
  }

  return {
    consultationsVersion: () => version.get()?.version ?? 0,
    consultations: () =>
      orm
        .select()
        .from(consultations)
        .orderBy(consultations.openedAt, consultations.slug)
        .all()
        .map(({ orgId: _, ...row }): StoredConsultation => row),
    openConsultation(opened) {
      const row = { ...opened, state: 'open' as const, codes: 0, key: opened.key && Buffer.from(opened.key) };
      const { changes } = orm.insert(consultations).values(row).onConflictDoNothing().run();
      if (changes > 0) changed();
      return changes > 0;
    },
    amendConsultation(id, body) {
      const { changes } = orm.update(consultations).set({ body }).where(open(id)).run();
      if (changes > 0) changed();
      return changes > 0;
    },
    issueCodes(id, upTo) {
      const codes = sql`max(${consultations.codes}, ${upTo})`;
      const { changes } = orm.update(consultations).set({ codes }).where(open(id)).run();
      if (changes > 0) changed();
      return changes > 0;
    },
    ballots: (consultation) => ballotsOf(orm, consultation),
    openAnswers: (consultation) =>
      orm
        .select({ id: openAnswers.id, body: openAnswers.body })
        .from(openAnswers)
        .where(eq(openAnswers.consultationId, consultation))
        .orderBy(openAnswers.id)
        .all(),
    closeConsultation(id, at, separate) {
      if (orm.select({ id: consultations.id }).from(consultations).where(open(id)).get() === undefined)
        return false;
      const { ballots: left, answers, days } = separate(ballotsOf(orm, id));
      const day = at - (at % 86_400_000);
      orm.run(sql`update recordings set at = ${day} where id in (
        select value from ballots, json_each(ballots.recordings) where consultation_id = ${id})`);
      orm.delete(voters).where(eq(voters.consultationId, id)).run();
      orm.delete(ballots).where(eq(ballots.consultationId, id)).run();
      for (const { id: ballot, body } of left)
        orm
          .insert(ballots)
          .values({ id: ballot, consultationId: id, body: Buffer.from(body) })
          .run();
      for (const { id: answer, body } of answers)
        orm
          .insert(openAnswers)
          .values({ id: answer, consultationId: id, body: Buffer.from(body) })
          .run();
      orm.run(sql`update ${messages} set state = 'expired', lease_until = null
        where kind = 'reply' and state in ('pending', 'sending')
        and inbound_id in (select inbound_id from secret_copies where consultation_id = ${id})`);
      orm.delete(secretCopies).where(eq(secretCopies.consultationId, id)).run();
      orm
        .delete(sessions)
        .where(like(sessions.drafts, `%${id}%`))
        .run();
      orm
        .update(consultations)
        .set({ state: 'closed', key: null, closedAt: at, days })
        .where(eq(consultations.id, id))
        .run();
      changed();
      return true;
    },
    sendResult(consultation, { body, at, dueAt, newId }) {
      const its = eq(resultWishes.consultationId, consultation);
      const wished = orm.select({ contactId: resultWishes.contactId }).from(resultWishes).where(its).all();
      for (const { contactId } of wished) {
        const row = { kind: 'unasked' as const, state: 'pending' as const, attempts: 0, discreet: false };
        orm
          .insert(messages)
          .values({ ...row, id: newId(), contactId, body: Buffer.from(body), dueAt, at })
          .run();
      }
      orm.delete(resultWishes).where(its).run();
      return wished.length;
    },
    vote({ consultation, voter, receipt, ballot, day, body, recordings: said }, at) {
      if (
        orm.select({ id: consultations.id }).from(consultations).where(open(consultation)).get() === undefined
      )
        return unwanted(said, at);
      const its = and(eq(voters.consultationId, consultation), eq(voters.voter, voter));
      const before = orm.delete(voters).where(its).returning().get();
      if (before !== undefined) {
        const old = orm.delete(ballots).where(eq(ballots.id, before.ballotId)).returning().get();
        unwanted(JSON.parse(old?.recordings ?? '[]'), at);
      }
      orm
        .insert(ballots)
        .values({
          ...{ id: ballot, consultationId: consultation, day, body: Buffer.from(body) },
          recordings: said.length === 0 ? null : JSON.stringify(said),
        })
        .run();
      orm.insert(voters).values({ consultationId: consultation, voter, ballotId: ballot }).run();
      orm.insert(receipts).values({ receipt, consultationId: consultation }).onConflictDoNothing().run();
    },
    wish: (consultationId, contactId) =>
      void orm.insert(resultWishes).values({ consultationId, contactId }).onConflictDoNothing().run(),
    countedReceipt: (receipt) => known.get({ receipt }) !== undefined,
    copy: ({ inboundId, consultation, data, at }) =>
      void orm
        .insert(secretCopies)
        .values({ inboundId, consultationId: consultation, data: Buffer.from(data), at })
        .run(),
  };
}

function ballotsOf(orm: Orm, consultation: string): Ballot[] {
  return orm
    .select({ id: ballots.id, day: ballots.day, body: ballots.body })
    .from(ballots)
    .where(eq(ballots.consultationId, consultation))
    .orderBy(ballots.id)
    .all();
}
