/** Brings a database to this version of the program, one process at a time, and refuses one that is ahead of it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as drizzleMigrate } from 'drizzle-orm/node-postgres/migrator';
import type pg from 'pg';
import { StoreError } from '../errors.ts';
import { lost, translated } from './connection.ts';

const FOLDER = fileURLToPath(new URL('./migrations', import.meta.url));
/** Any number: what holds this lock is migrating. */
const LOCK = 7_352_419;

/** Applies what is missing. Rejects with `database_newer` before it changes anything, `not_migrated` or `unavailable`. */
export async function migrate(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    // Another process may be at it: the wait is as long as its migrations.
    await client.query(`SELECT pg_advisory_lock(${LOCK})`);
    try {
      const done = await applied(client);
      const ours = known();
      for (const when of done) if (!ours.includes(when)) throw new StoreError('database_newer');
      if (ours.every((when) => done.has(when))) return;
      await drizzleMigrate(drizzle(client), { migrationsFolder: FOLDER });
    } catch (error) {
      if (error instanceof StoreError) throw error;
      throw lost(error) ? translated(error) : new StoreError('not_migrated', error);
    }
  } finally {
    // The lock ends with the connection.
    client.release(true);
  }
}

/** How many migrations of this program the database lacks. */
export async function missing(client: Pick<pg.ClientBase, 'query'>): Promise<number> {
  const done = await applied(client);
  return known().filter((when) => !done.has(when)).length;
}

async function applied(client: Pick<pg.ClientBase, 'query'>): Promise<Set<number>> {
  const there = await client.query(`SELECT to_regclass('drizzle.__drizzle_migrations') AS name`);
  if (there.rows[0].name === null) return new Set();
  const rows = await client.query('SELECT created_at FROM drizzle.__drizzle_migrations');
  return new Set(rows.rows.map(({ created_at }) => Number(created_at)));
}

function known(): number[] {
  const journal: { readonly entries: readonly { readonly when: number }[] } = JSON.parse(
    readFileSync(`${FOLDER}/meta/_journal.json`, 'utf8'),
  );
  return journal.entries.map(({ when }) => when);
}
