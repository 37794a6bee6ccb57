/** From DATABASE_URL to a store. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StoreError } from './errors.ts';
import { openPostgres } from './postgres/store.ts';
import { MEMORY } from './sqlite/connection.ts';
import { openSqlite } from './sqlite/store.ts';
import type { Store } from './store.ts';

const POSTGRES = /^postgres(ql)?:\/\//i;

/**
 * Opens the store, migrated. A path, a `file:` URL or `:memory:` is SQLite; relative paths count from the working folder.
 * `postgres://` is a Postgres server.
 * Rejects with StoreError: `database_url`, `database_newer`, `not_migrated`, `busy`, `unavailable`.
 * No message quotes the URL, which may hold a password.
 */
export async function openStore(databaseUrl: string): Promise<Store> {
  if (POSTGRES.test(databaseUrl)) return openPostgres(databaseUrl);
  return openSqlite(fileOf(databaseUrl));
}

/** A folder for what stands beside the database: a simulator's key, what an import refused. Throws `database_url`. */
export function folderBeside(databaseUrl: string): string {
  if (POSTGRES.test(databaseUrl)) return 'data';
  const file = fileOf(databaseUrl);
  return file === MEMORY ? 'data' : dirname(file);
}

/** The path that a SQLite URL means. Throws `database_url`. */
export function fileOf(databaseUrl: string): string {
  if (databaseUrl === MEMORY || databaseUrl === `file:${MEMORY}`) return MEMORY;
  const file = /^file:/i.test(databaseUrl) ? fromUrl(databaseUrl) : databaseUrl;
  if (file.trim() === '' || /^[a-z][a-z0-9+.-]+:\/\//i.test(file)) throw new StoreError('database_url');
  return file;
}

function fromUrl(url: string): string {
  try {
    // `file:data/relais.db` is relative to the working folder, which the URL standard does not know.
    return /^file:\//i.test(url) ? fileURLToPath(url) : decodeURIComponent(url.slice('file:'.length));
  } catch (cause) {
    throw new StoreError('database_url', cause);
  }
}
