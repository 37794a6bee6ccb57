/** Brings a database to this version of the program, and refuses one that is ahead of it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { migrate as drizzleMigrate } from 'drizzle-orm/better-sqlite3/migrator';
import { StoreError } from '../errors.ts';
import type { Client, Connection } from './connection.ts';

const FOLDER = fileURLToPath(new URL('./migrations', import.meta.url));
/** Drizzle's own table of what was applied; a migration is known by its instant in the journal. */
const APPLIED = '__drizzle_migrations';

/** Applies what is missing. Throws `database_newer` before it changes anything, or `not_migrated`. */
export function migrate({ client, orm }: Connection): void {
  refuseNewer(client);
  if (missing(client) === 0) return;
  try {
    drizzleMigrate(orm, { migrationsFolder: FOLDER });
  } catch (error) {
    // Two processes that start together both begin; the one that comes second finds the tables made.
    if (missing(client) > 0) throw new StoreError('not_migrated', error);
  }
}

/** How many migrations of this program the database lacks. */
export function missing(client: Client): number {
  const done = applied(client);
  return known().filter((when) => !done.has(when)).length;
}

/** Throws `database_newer`. */
export function refuseNewer(client: Client): void {
  const ours = new Set(known());
  for (const when of applied(client)) if (!ours.has(when)) throw new StoreError('database_newer');
}

function applied(client: Client): Set<number> {
  const table = client.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(APPLIED);
  if (table === undefined) return new Set();
  const rows = client.prepare(`SELECT created_at FROM ${APPLIED}`).pluck().all();
  return new Set(rows.map(Number));
}

function known(): number[] {
  const journal: { readonly entries: readonly { readonly when: number }[] } = JSON.parse(
    readFileSync(`${FOLDER}/meta/_journal.json`, 'utf8'),
  );
  return journal.entries.map(({ when }) => when);
}
