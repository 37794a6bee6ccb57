/** Sessions of the desk, and tries of a password or a code. Inside the caller's transaction. */
import { and, count, eq, gt, lt, ne } from 'drizzle-orm';
import type { JournalEntry, StaffSession } from '../accounts.ts';
import { accountSessions, signInTries } from './account-tables.ts';
import type { Orm } from './connection.ts';
import type { OrganisationRows } from './organisations.ts';

export interface AccountSessionRows {
  add(session: StaffSession, entry?: JournalEntry): void;
  see(id: string, now: number, since: number): StaffSession | undefined;
  of(accountId: string, now: number): StaffSession[];
  end(id: string, next?: StaffSession, entry?: JournalEntry): void;
  endAll(accountId: string, except: string | undefined, entry: JournalEntry): number;
  countTry(key: string, now: number, since: number): number;
  forgetTries(key: string): void;
}

/** Seen again within this, nothing is written: a page that refreshes costs no commit. Milliseconds. */
const CLOSE = 60_000;

export function makeAccountSessionRows(
  orm: Orm,
  { note }: Pick<OrganisationRows, 'note'>,
): AccountSessionRows {
  return {
    add(session, entry) {
      // Who signs in clears what is over.
      orm.delete(accountSessions).where(lt(accountSessions.expiresAt, session.at)).run();
      orm.insert(accountSessions).values(session).run();
      note(entry);
    },
    see(id, now, since) {
      const alive = and(
        eq(accountSessions.id, id),
        gt(accountSessions.expiresAt, now),
        gt(accountSessions.seenAt, since),
      );
      const found = orm.select().from(accountSessions).where(alive).get();
      if (found !== undefined && found.seenAt < now - CLOSE)
        orm.update(accountSessions).set({ seenAt: now }).where(eq(accountSessions.id, id)).run();
      return found;
    },
    of: (accountId, now) =>
      orm
        .select()
        .from(accountSessions)
        .where(and(eq(accountSessions.accountId, accountId), gt(accountSessions.expiresAt, now)))
        .orderBy(accountSessions.at)
        .all(),
    end(id, next, entry) {
      const gone = orm.delete(accountSessions).where(eq(accountSessions.id, id)).run().changes;
      // One that was ended from elsewhere meanwhile does not come back as another.
      if (next !== undefined && gone > 0) orm.insert(accountSessions).values(next).run();
      note(entry);
    },
    endAll(accountId, except, entry) {
      const its = and(
        eq(accountSessions.accountId, accountId),
        except === undefined ? undefined : ne(accountSessions.id, except),
      );
      const gone = orm.delete(accountSessions).where(its).run().changes;
      note(entry);
      return gone;
    },
    countTry(key, now, since) {
      orm.delete(signInTries).where(lt(signInTries.at, since)).run();
      orm.insert(signInTries).values({ key, at: now }).run();
      const tries = orm
        .select({ n: count() })
        .from(signInTries)
        .where(and(eq(signInTries.key, key), gt(signInTries.at, since)))
        .get();
      return tries?.n ?? 1;
    },
    forgetTries: (key) => void orm.delete(signInTries).where(eq(signInTries.key, key)).run(),
  };
}
