/** Copies of a database in use, and back: what people decided meanwhile holds, nothing is sent twice. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../db/open.ts';
import { backup, type RestoreDeps, restore } from '../../db/sqlite/backup.ts';
import type { Store } from '../../db/store.ts';
import {
  AT,
  asked,
  bytes,
  decision,
  look,
  MINUTE,
  number,
  reply,
  request,
  sending,
  text,
} from './harness.ts';

let dir: string;
let file: string;
let copy: string;
let store: Store;
const opens: RestoreDeps['opens'] = (sealed) => sealed.length > 0;
const state = (id: string, of = file) => {
  const client = new Database(of, { readonly: true });
  try {
    return client.prepare('SELECT state FROM messages WHERE id = ?').pluck().get(id);
  } finally {
    client.close();
  }
};
const session = async (name: string) =>
  text((await look(store, { number: number(name), at: AT })).session?.data);
const says = (id: string, name: string, words: string) =>
  store.exchange(request(id, { number: number(name) }), () => decision({ session: bytes(words) }));

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'relais-backup-'));
  file = join(dir, 'relais.db');
  copy = join(dir, 'copy.db');
  store = await openStore(file);
});
afterEach(async () => {
  await store.close();
  rmSync(dir, { recursive: true });
});

test('a copy made under load is whole, is one file, and is its owner’s alone', async () => {
  const load = Array.from({ length: 300 }, (_, n) => says(`SM${n}`, `person ${n}`, `words ${n}`));
  const done = await backup(file, copy);
  await Promise.all(load);
  expect(existsSync(`${copy}-wal`)).toBe(false);
  expect(statSync(copy).mode & 0o777).toBe(0o600);
  const kept = await openStore(copy);
  // As of one moment: every exchange of it has its session.
  const seen = new Database(copy, { readonly: true });
  const counts = seen
    .prepare(
      'SELECT (SELECT count(*) FROM exchanges), (SELECT count(*) FROM sessions), (SELECT count(*) FROM contacts)',
    )
    .raw()
    .get() as number[];
  seen.close();
  await kept.close();
  expect(new Set(counts)).toEqual(new Set([done.contacts]));
});

test('put back under a running service, which goes on from there', async () => {
  await says('SM1', 'anna', 'before');
  await backup(file, copy);
  await says('SM2', 'anna', 'after');
  const done = await restore(copy, file, { opens, now: AT });
  expect(done).toMatchObject({ contacts: 1, erased: 0, notSent: 0 });
  expect(await session('anna')).toBe('before');
  await says('SM3', 'anna', 'on from there');
  expect(await session('anna')).toBe('on from there');
  const lost = await openStore(done.before as string);
  await lost.close();
});

test('who was erased or opted out since stays so; what may have been sent is not sent again', async () => {
  await sending(store, 'SM1', reply('r1'), asked('m1'), asked('later', { dueAt: AT + 60 * MINUTE }));
  await says('SM2', 'ben', 'ben');
  await says('SM3', 'cleo', 'cleo');
  await backup(file, copy);
  await store.erase(['hmac-ben'], AT);
  await store.exchange(request('SM4', { number: number('cleo') }), () =>
    decision({ contact: { optOut: 'ours' } }),
  );
  const version = (await look(store)).consultations;
  const done = await restore(copy, file, { opens, now: AT + 2 * MINUTE });
  expect(done).toMatchObject({ contacts: 2, erased: 1, notSent: 2 });
  expect([state('r1'), state('m1'), state('later')]).toEqual(['expired', 'expired', 'pending']);
  expect(await store.kept(['hmac-ben'])).toBeUndefined();
  expect((await look(store, { number: number('cleo') })).contact?.optOut).toBe('ours');
  expect((await look(store)).consultations).toBeGreaterThan(version);
});

test('into a new database, everybody is back', async () => {
  await says('SM1', 'anna', 'anna');
  await backup(file, copy);
  const fresh = join(dir, 'fresh.db');
  expect(await restore(copy, fresh, { opens, now: AT })).toMatchObject({ contacts: 1, erased: 0 });
  const other = await openStore(join(dir, 'started.db'));
  await other.exchange(request('SM9', { number: number('dora') }), () => decision());
  await restore(copy, join(dir, 'started.db'), { opens, now: AT });
  expect(text((await look(other)).session?.data)).toBe('anna');
  await other.close();
});

test.each([
  ['sealed by another key', () => undefined, { opens: (): boolean => false }, 'other_key'],
  [
    'broken',
    (of: string) => writeFileSync(of, readFileSync(of).fill(7, 5000, 9000)),
    { opens },
    'unavailable',
  ],
  ['not there', (of: string) => rmSync(of), { opens }, 'unavailable'],
  [
    'newer than this program',
    (of: string) => {
      const client = new Database(of);
      client.prepare("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('x', 9999999999999)").run();
      client.close();
    },
    { opens },
    'database_newer',
  ],
] as const)('a copy that is %s changes nothing', async (_what, spoil, deps, code) => {
  await says('SM1', 'anna', 'before');
  await backup(file, copy);
  await says('SM2', 'anna', 'after');
  spoil(copy);
  await expect(restore(copy, file, { ...deps, now: AT })).rejects.toMatchObject({ code });
  expect(await session('anna')).toBe('after');
});

test('where there is no database, there is no copy, and an older one stays', async () => {
  await backup(file, copy);
  const size = statSync(copy).size;
  await expect(backup(join(dir, 'nothing.db'), copy)).rejects.toMatchObject({ code: 'unavailable' });
  expect([existsSync(join(dir, 'nothing.db')), statSync(copy).size]).toEqual([false, size]);
});
