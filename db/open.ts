/** From DATABASE_URL to a store. */
import { fileURLToPath } from 'node:url';
import { StoreError } from './errors.ts';
import { MEMORY } from './sqlite/connection.ts';
import { openSqlite } from './sqlite/store.ts';
import type { Store } from './store.ts';

/**
 * Opens the store, migrated. A path, a `file:` URL or `:memory:` is SQLite; relative paths count from the working folder.
 * Rejects with StoreError: `database_url`, `postgres_unavailable`, `database_newer`, `not_migrated`, `busy`, `unavailable`.
 * No message quotes the URL, which may hold a password.
 */
export async function openStore(databaseUrl: string): Promise<Store> {
  if (/^postgres(ql)?:\/\//i.test(databaseUrl)) throw new StoreError('postgres_unavailable');
  return openSqlite(fileOf(databaseUrl));
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
