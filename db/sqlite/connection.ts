/** One SQLite connection, set the way that texts which must not be lost need it. */
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';

export type Client = Database.Database;
export type Orm = BetterSQLite3Database;

/** The driver's connection, and drizzle over it. */
export interface Connection {
  readonly client: Client;
  readonly orm: Orm;
}

export const MEMORY = ':memory:';

/** How long to wait for another process's write, in milliseconds. It blocks this process: others must write briefly. */
const BUSY_MS = 5_000;

/** Memory for pages. */
const CACHE_KB = 64_000;
/** Pages of 4 kB in the log before it is taken over into the file. */
const CHECKPOINT_PAGES = 4_000;

/** Opens (and makes, for its owner alone) the database file, or one in memory for `:memory:`. */
export function connect(file: string): Connection {
  if (file !== MEMORY) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    // SQLite would make it readable by all; its -wal and -shm take the mode of this file.
    closeSync(openSync(file, 'a', 0o600));
  }
  const client = new Database(file, { timeout: BUSY_MS });
  try {
    client.pragma('journal_mode = WAL');
    // An answer leaves after its commit: the commit must be on the disk, not on its way.
    client.pragma('synchronous = FULL');
    client.pragma('foreign_keys = ON');
    // A large store touches other pages at each turn: keep the inner ones at hand, and write each back once for many turns.
    client.pragma(`cache_size = -${CACHE_KB}`);
    client.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    // What is erased is overwritten, not only unlinked.
    client.pragma('secure_delete = ON');
    return { client, orm: drizzle(client) };
  } catch (error) {
    client.close();
    throw error;
  }
}
