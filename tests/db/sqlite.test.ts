import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import { connect } from '../../db/sqlite/connection.ts';
import { migrate } from '../../db/sqlite/migrate.ts';
import * as schema from '../../db/sqlite/schema.ts';
import { storeOver } from '../../db/sqlite/store.ts';
import { storeContract } from './contract.ts';
import { decision, type Harness, request } from './harness.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'relais-db-'));

async function onFile(): Promise<Harness> {
  const dir = folder();
  const file = join(dir, 'relais.db');
  let store = await openStore(file);
  const beside = new Database(file, { readonly: true });
  return {
    store,
    state: (id) => beside.prepare('SELECT state FROM messages WHERE id = ?').pluck().get(id) as never,
    count: (table) => beside.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number,
    reopen: async () => {
      await store.close();
      store = await openStore(`file:${file}`);
      return store;
    },
    async close() {
      beside.close();
      await store.close();
      rmSync(dir, { recursive: true });
    },
  };
}

storeContract('a SQLite file', onFile);

describe('a SQLite database', () => {
  let dir: string;
  let file: string;
  beforeEach(() => {
    dir = folder();
    file = join(dir, 'deeper', 'relais.db');
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  const raw = <T>(use: (client: Database.Database) => T): T => {
    const client = new Database(file);
    try {
      return use(client);
    } finally {
      client.close();
    }
  };

  it('is its owner’s alone, in WAL, on the disk at every commit', async () => {
    const store = await openStore(file);
    await store.exchange(request('SM1'), () => decision());
    for (const end of ['', '-wal', '-shm']) expect(statSync(file + end).mode & 0o777).toBe(0o600);
    expect(raw((client) => client.pragma('journal_mode', { simple: true }))).toBe('wal');
    await store.close();
    // Each connection says it for itself: 2 is FULL.
    const { client } = connect(file);
    expect(client.pragma('synchronous', { simple: true })).toBe(2);
    client.close();
  });

  it('has the columns that the schema names, all its tables strict', async () => {
    await (await openStore(file)).close();
    const strict = raw((client) => client.pragma('table_list') as { name: string; strict: number }[]);
    for (const table of Object.values(schema)) {
      const { name, columns } = getTableConfig(table);
      const rows = raw((client) => client.pragma(`table_info(${name})`) as Record<string, unknown>[]);
      expect(rows.map((row) => [row.name, row.type, row.notnull])).toEqual(
        columns.map((column) => [column.name, column.getSQLType().toUpperCase(), column.notNull ? 1 : 0]),
      );
      expect(strict.find((row) => row.name === name)?.strict).toBe(1);
    }
  });

  it('is made once by two that open it together', async () => {
    const [one, two] = await Promise.all([openStore(file), openStore(file)]);
    await one.exchange(request('SM1'), () => decision());
    expect((await two.exchange(request('SM1'), () => decision())).repeated).toBe(true);
    await Promise.all([one.close(), two.close()]);
  });

  it('refuses to open what a newer version wrote, and leaves it as it is', async () => {
    await (await openStore(file)).close();
    const future = Date.UTC(2099, 0, 1);
    const count = () =>
      raw((client) => client.prepare('SELECT count(*) FROM __drizzle_migrations').pluck().get());
    const before = Number(count());
    raw((client) =>
      client.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)').run('x', future),
    );
    await expect(openStore(file)).rejects.toMatchObject({ code: 'database_newer' });
    expect(count()).toBe(before + 1);
  });

  it('says so when the file is something else', async () => {
    mkdirSync(dirname(file));
    raw((client) => client.exec('CREATE TABLE contacts (id)'));
    await expect(openStore(file)).rejects.toMatchObject({ code: 'not_migrated' });
  });

  it('reads its due texts and previous sessions by index', async () => {
    await (await openStore(file)).close();
    const plan = (sql: string) =>
      raw((client) =>
        (client.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[]).map((r) => r.detail),
      );
    const due = `SELECT id FROM messages WHERE state in ('pending', 'sending') AND due_at <= ? ORDER BY due_at, id`;
    expect(plan(due.replace('?', '1')).join()).toContain('messages_due');
    const previous = `SELECT key FROM sessions WHERE contact_id = 'c' AND channel = 'voice' ORDER BY at DESC LIMIT 1`;
    expect(plan(previous)).toEqual([expect.stringMatching(/USING INDEX sessions_previous/)]);
  });

  it('takes its people’s rows with them, and keeps their opt-out', async () => {
    const store = await openStore(file);
    await store.exchange(request('SM1'), () =>
      decision({
        contact: { optOut: 'ours' },
        outgoing: [{ id: 'm1', kind: 'reply', dueAt: 0, discreet: false }],
      }),
    );
    await store.close();
    raw((client) => {
      client.pragma('foreign_keys = ON');
      client.exec('DELETE FROM contacts');
      const left = (table: string) => client.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
      expect(['sessions', 'exchanges', 'messages', 'opt_outs'].map(left)).toEqual([0, 0, 0, 1]);
    });
  });
});

storeContract('SQLite in memory', async () => {
  const connection = connect(':memory:');
  migrate(connection);
  const { client } = connection;
  const store = storeOver(connection);
  return {
    store,
    state: (id) => client.prepare('SELECT state FROM messages WHERE id = ?').pluck().get(id) as never,
    count: (table) => client.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number,
    close: () => store.close(),
  };
});

it("the desk's journal stands, whoever asks", async () => {
  const dir = folder();
  const file = join(dir, 'relais.db');
  const store = await openStore(file);
  await store.note({ id: 'n1', at: Date.UTC(2026, 0, 1), act: 'came' });
  const beside = new Database(file);
  expect(() => beside.exec("UPDATE journal SET act = 'x'")).toThrow('the journal stands');
  expect(() => beside.exec('DELETE FROM journal')).toThrow('the journal stands');
  expect(beside.prepare('SELECT count(*) FROM journal').pluck().get()).toBe(1);
  beside.close();
  await store.close();
  rmSync(dir, { recursive: true });
});
