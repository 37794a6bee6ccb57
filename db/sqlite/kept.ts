/** Recordings on their way from the provider, and words about sheets. Inside the caller's transaction. */
import { asc, desc, eq, lte, sql } from 'drizzle-orm';
import type { DueRecording, Feedback, Sealed } from '../store.ts';
import type { Orm } from './connection.ts';
import { feedback, recordings } from './schema.ts';

export interface Kept {
  takeRecordings(now: number, leaseUntil: number, limit: number): DueRecording[];
  keepRecording(id: string, data: Sealed): void;
  putOffRecording(id: string, dueAt: number): void;
  dropRecording(id: string): void;
  recording(id: string): Sealed | undefined;
  feedback(limit: number): Feedback[];
}

const slot = sql.placeholder;

/** Erases a recording: here at once; what is still at the provider is due to be deleted there by the next round. */
export function eraseRecording(orm: Orm, id: string, at: number): void {
  const its = eq(recordings.id, id);
  const home = orm.select({ dueAt: recordings.dueAt }).from(recordings).where(its).get();
  if (home?.dueAt === null) orm.delete(recordings).where(its).run();
  else orm.update(recordings).set({ unwanted: true, dueAt: at }).where(its).run();
}

/** Prepares the statements once. */
export function makeKept(orm: Orm): Kept {
  const due = orm
    .select({
      id: recordings.id,
      providerId: recordings.providerId,
      attempts: recordings.attempts,
      unwanted: recordings.unwanted,
    })
    .from(recordings)
    .where(lte(recordings.dueAt, slot('now')))
    .orderBy(asc(recordings.dueAt), asc(recordings.id))
    .limit(slot('limit'))
    .prepare();
  const take = orm
    .update(recordings)
    .set({ dueAt: sql`${slot('dueAt')}`, attempts: sql`${recordings.attempts} + 1` })
    .where(eq(recordings.id, slot('id')))
    .prepare();
  const keep = orm
    .update(recordings)
    .set({ data: sql`${slot('data')}`, dueAt: null })
    .where(eq(recordings.id, slot('id')))
    .prepare();
  const drop = orm
    .delete(recordings)
    .where(eq(recordings.id, slot('id')))
    .prepare();
  const putOff = orm
    .update(recordings)
    .set({ dueAt: sql`${slot('dueAt')}` })
    .where(eq(recordings.id, slot('id')))
    .prepare();
  const one = orm
    .select({ data: recordings.data })
    .from(recordings)
    .where(eq(recordings.id, slot('id')))
    .prepare();
  const newest = orm
    .select({ id: feedback.id, sheet: feedback.sheet, body: feedback.body, at: feedback.at })
    .from(feedback)
    .orderBy(desc(feedback.at), desc(feedback.id))
    .limit(slot('limit'))
    .prepare();

  return {
    takeRecordings(now, leaseUntil, limit) {
      const rows = due.all({ now, limit });
      for (const { id } of rows) take.run({ id, dueAt: leaseUntil });
      return rows;
    },
    keepRecording: (id, data) => void keep.run({ id, data: Buffer.from(data) }),
    dropRecording: (id) => void drop.run({ id }),
    putOffRecording: (id, dueAt) => void putOff.run({ id, dueAt }),
    recording: (id) => one.get({ id })?.data ?? undefined,
    feedback: (limit) => newest.all({ limit }),
  };
}
