/** Testimonies, what was done with them, obstacles and workshops. Inside the caller's transaction. */
import { count, desc, eq, inArray, max } from 'drizzle-orm';
import type {
  Moderation,
  ModerationEntry,
  NewObstacle,
  NewTestimony,
  ObstacleCount,
  Testimony,
  TestimonyState,
  Workshop,
} from '../voices.ts';
import type { Orm } from './connection.ts';
import { eraseRecording } from './kept.ts';
import { moderations, obstacles, testimonies, workshops } from './schema.ts';

export interface VoiceRows {
  add(told: NewTestimony, contactId: string | null, at: number): void;
  /** Erases it with its recording; what is still at the provider is deleted there by the next round. */
  withdraw(gone: { readonly id: string; readonly hmacs: readonly string[] }, at: number): void;
  count(reported: NewObstacle): void;
  all(query: { readonly state?: TestimonyState; readonly limit: number }): Testimony[];
  one(id: string): Testimony | undefined;
  moderate(moderation: Moderation): boolean;
  moderations(limit: number): ModerationEntry[];
  obstacles(): ObstacleCount[];
  addWorkshop(name: string, at: number, codeOf: (n: number) => string): Workshop;
  workshops(): Workshop[];
}

/** Who took it back: the journal names nobody. */
const PERSON = 'person';

export function makeVoiceRows(orm: Orm): VoiceRows {
  const read = (row: typeof testimonies.$inferSelect): Testimony => {
    const { contactId, workshop, recordingId, codeHmac: _, orgId: __, ...rest } = row;
    return {
      ...rest,
      ...(contactId === null ? {} : { contactId }),
      ...(workshop === null ? {} : { workshop }),
      ...(recordingId === null ? {} : { recordingId }),
    };
  };
  const one = (id: string) => orm.select().from(testimonies).where(eq(testimonies.id, id)).get();

  return {
    add({ tied, ...told }, contactId, at) {
      const row = { ...told, contactId: tied ? contactId : null, state: 'waiting' as const, at };
      orm
        .insert(testimonies)
        .values({ ...row, body: Buffer.from(told.body) })
        .run();
    },
    withdraw({ id, hmacs }, at) {
      const row = orm
        .delete(testimonies)
        .where(inArray(testimonies.codeHmac, [...hmacs]))
        .returning()
        .get();
      if (row === undefined) return;
      orm.insert(moderations).values({ id, testimonyId: row.id, act: 'withdrawn', by: PERSON, at }).run();
      if (row.recordingId !== null) eraseRecording(orm, row.recordingId, at);
    },
    count: (reported) => void orm.insert(obstacles).values(reported).onConflictDoNothing().run(),
    all: ({ state, limit }) =>
      orm
        .select()
        .from(testimonies)
        .where(state === undefined ? undefined : eq(testimonies.state, state))
        .orderBy(desc(testimonies.at), desc(testimonies.id))
        .limit(limit)
        .all()
        .map(read),
    one(id) {
      const row = one(id);
      return row && read(row);
    },
    moderate({ state, body, ...entry }) {
      if (one(entry.testimonyId) === undefined) return false;
      const change = { ...(state && { state }), ...(body && { body: Buffer.from(body) }) };
      if (Object.keys(change).length > 0)
        orm.update(testimonies).set(change).where(eq(testimonies.id, entry.testimonyId)).run();
      orm.insert(moderations).values(entry).run();
      return true;
    },
    moderations: (limit) =>
      orm
        .select({
          id: moderations.id,
          testimonyId: moderations.testimonyId,
          act: moderations.act,
          by: moderations.by,
          at: moderations.at,
        })
        .from(moderations)
        .orderBy(desc(moderations.at), desc(moderations.id))
        .limit(limit)
        .all(),
    obstacles: () => {
      const { service, trouble, department, month } = obstacles;
      return orm
        .select({ service, trouble, department, month, count: count() })
        .from(obstacles)
        .groupBy(service, trouble, department, month)
        .orderBy(month, department, service, trouble)
        .all();
    },
    addWorkshop(name, at, codeOf) {
      const last =
        orm
          .select({ last: max(workshops.number) })
          .from(workshops)
          .get()?.last ?? 0;
      const added = { code: codeOf(last + 1), name, at };
      orm
        .insert(workshops)
        .values({ number: last + 1, ...added })
        .run();
      return added;
    },
    workshops: () =>
      orm
        .select({ code: workshops.code, name: workshops.name, at: workshops.at })
        .from(workshops)
        .orderBy(workshops.number)
        .all(),
  };
}
