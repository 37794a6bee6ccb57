/** A copy of a database while it is in use, and back again. */
import { chmodSync, copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { StoreError } from '../errors.ts';
import type { Sealed } from '../store.ts';
import type { Client } from './connection.ts';
import { makeErasing } from './erasing.ts';
import { migrate, refuseNewer } from './migrate.ts';

/** How long each step waits for another process's write, in milliseconds. */
const BUSY_MS = 30_000;

export interface Copied {
  readonly bytes: number;
  readonly contacts: number;
}

/**
 * Copies the database to a file of its own, whole as of one moment, for its owner alone. Nobody waits for it. An older file
 * of that name is replaced once the new one is whole. Throws StoreError `unavailable` (no database, no room, a broken copy).
 */
export async function backup(file: string, to: string): Promise<Copied> {
  const client = opened(file, { readonly: true, fileMustExist: true });
  const draft = `${to}.part`;
  try {
    await client.backup(draft);
    chmodSync(draft, 0o600);
    const copy = opened(draft, {});
    try {
      // One file, without a log beside it.
      copy.pragma('journal_mode = DELETE');
      whole(copy);
      const contacts = count(copy, 'contacts');
      copy.close();
      renameSync(draft, to);
      return { bytes: statSync(to).size, contacts };
    } finally {
      copy.close();
    }
  } catch (error) {
    throw error instanceof StoreError ? error : new StoreError('unavailable', error);
  } finally {
    client.close();
    for (const left of [draft, `${draft}-journal`, `${draft}-wal`, `${draft}-shm`])
      rmSync(left, { force: true });
  }
}

export interface Restored {
  readonly contacts: number;
  /** People who were erased since the copy was made, and stay so. */
  readonly erased: number;
  /** Texts that may have left since, and are not sent again. */
  readonly notSent: number;
  /** Where what was there before is. */
  readonly before?: string;
}

export interface RestoreDeps {
  /** Whether the present data key opens this. */
  readonly opens: (sealed: Sealed) => boolean;
  /** UTC milliseconds. */
  readonly now: number;
}

/**
 * Puts a copy in the place of the database, in one transaction that a running service may see happen. Nothing is changed where
 * the copy is broken (`unavailable`), newer than this program (`database_newer`) or sealed by another key (`other_key`).
 * Who was erased or opted out since stays so, as far as the present database can tell.
 */
export async function restore(from: string, file: string, { opens, now }: RestoreDeps): Promise<Restored> {
  const ready = `${file}.restoring`;
  try {
    if (!existsSync(from)) throw new StoreError('unavailable');
    copyFileSync(from, ready);
    chmodSync(ready, 0o600);
    const client = opened(ready, {});
    try {
      whole(client);
      refuseNewer(client);
      migrate({ client, orm: drizzle(client) });
      const sealed = client.prepare('SELECT number_enc FROM contacts LIMIT 1').pluck().get() as
        | Sealed
        | undefined;
      if (sealed !== undefined && !opens(sealed)) throw new StoreError('other_key');
      const before = existsSync(file) ? `${file}.before-restore` : undefined;
      if (before !== undefined) await backup(file, before);
      const erased = before === undefined ? 0 : keepUp(client, before, now);
      const notSent = client
        .prepare(
          "UPDATE messages SET state = 'expired' WHERE state IN ('pending', 'sending') AND due_at <= ?",
        )
        .run(now).changes;
      const contacts = count(client, 'contacts');
      await client.backup(file);
      chmodSync(file, 0o600);
      return { contacts, erased, notSent, ...(before === undefined ? {} : { before }) };
    } finally {
      client.close();
    }
  } catch (error) {
    throw error instanceof StoreError ? error : new StoreError('unavailable', error);
  } finally {
    for (const left of [ready, `${ready}-journal`, `${ready}-wal`, `${ready}-shm`])
      rmSync(left, { force: true });
  }
}

/** What people decided since the copy was made holds in it too. Returns how many are erased again. */
function keepUp(client: Client, present: string, now: number): number {
  client.prepare('ATTACH ? AS present').run(present);
  const has = (table: string) =>
    client.prepare("SELECT 1 FROM present.sqlite_master WHERE type = 'table' AND name = ?").get(table) !==
    undefined;
  try {
    if (!has('contacts') || !has('opt_outs')) return 0;
    client.exec(`INSERT OR IGNORE INTO opt_outs (number_hmac, by, at)
      SELECT number_hmac, by, at FROM present.opt_outs`);
    // Whoever watches for changes of consultations sees one.
    client.exec(`UPDATE consultation_changes SET version = version + 1 +
      (SELECT coalesce(max(version), 0) FROM present.consultation_changes)`);
    // A database that knows nobody of the copy is another one, or a new one: it tells nothing.
    const known = client
      .prepare('SELECT 1 FROM contacts WHERE id IN (SELECT id FROM present.contacts) LIMIT 1')
      .get();
    if (known === undefined) return 0;
    const gone = client
      .prepare(
        'SELECT id FROM contacts WHERE id NOT IN (SELECT id FROM present.contacts WHERE erased_at IS NULL)',
      )
      .pluck()
      .all() as string[];
    const erasing = makeErasing(drizzle(client));
    for (const id of gone) {
      erasing.erase(id, now);
      client.prepare('DELETE FROM contacts WHERE id = ?').run(id);
    }
    return gone.length;
  } finally {
    client.exec('DETACH present');
  }
}

function opened(file: string, options: Database.Options): Client {
  try {
    const client = new Database(file, { timeout: BUSY_MS, ...options });
    client.pragma('secure_delete = ON');
    return client;
  } catch (error) {
    throw new StoreError('unavailable', error);
  }
}

function whole(client: Client): void {
  if (client.pragma('integrity_check', { simple: true }) !== 'ok') throw new StoreError('unavailable');
}

function count(client: Client, table: 'contacts'): number {
  return client.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
}
