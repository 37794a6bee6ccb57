/** Session rows. Every function runs inside the caller's transaction. */
import { and, desc, eq, ne, sql } from 'drizzle-orm';
import type { Saved, Sealed } from '../store.ts';
import type { Orm } from './connection.ts';
import { sessions } from './schema.ts';

export interface SessionRow {
  readonly key: string;
  readonly contactId: string | null;
  readonly channel: 'sms' | 'voice';
  readonly data: Sealed;
  readonly at: number;
  /** Kept for a shorter time. */
  readonly discreet: boolean;
  /** Consultations of which it holds a draft, with spaces. */
  readonly drafts?: string | null;
}

export interface Sessions {
  get(key: string): Saved['session'];
  /** The contact's most recent session on this channel, but not `key`. */
  previous(contactId: string, channel: 'sms' | 'voice', key: string): Saved['previous'];
  put(row: SessionRow): void;
  end(key: string): void;
}

/** A person has one text session. */
export function smsKey(contactId: string): string {
  return `sms:${contactId}`;
}

const slot = sql.placeholder;

/** Prepares the statements once. */
export function makeSessions(orm: Orm): Sessions {
  const get = orm
    .select({ data: sessions.data, at: sessions.at })
    .from(sessions)
    .where(eq(sessions.key, slot('key')))
    .prepare();
  const previous = orm
    .select({ key: sessions.key, data: sessions.data, at: sessions.at })
    .from(sessions)
    .where(
      and(
        eq(sessions.contactId, slot('contactId')),
        eq(sessions.channel, slot('channel')),
        ne(sessions.key, slot('key')),
      ),
    )
    .orderBy(desc(sessions.at))
    .limit(1)
    .prepare();
  const put = orm
    .insert(sessions)
    .values({
      key: slot('key'),
      contactId: slot('contactId'),
      channel: slot('channel'),
      data: slot('data'),
      at: slot('at'),
      discreet: slot('discreet'),
      drafts: slot('drafts'),
    })
    .onConflictDoUpdate({
      target: sessions.key,
      set: {
        data: sql`excluded.data`,
        at: sql`excluded.at`,
        discreet: sql`excluded.discreet`,
        drafts: sql`excluded.drafts`,
      },
    })
    .prepare();
  const end = orm
    .delete(sessions)
    .where(eq(sessions.key, slot('key')))
    .prepare();

  return {
    get: (key) => get.get({ key }),
    previous: (contactId, channel, key) => previous.get({ contactId, channel, key }),
    put: (row) => void put.run({ drafts: null, ...row }),
    end: (key) => void end.run({ key }),
  };
}
