/** A message left in a call comes home sealed, is deleted at the provider, and a failure is tried again. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTest, type TestService } from '../support/service.ts';

const CALLER = '+33639980777';
let folder: string;
let service: TestService;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'relais-'));
  service = await startTest({ DATABASE_URL: join(folder, 'relais.db') });
});
afterEach(async () => {
  await service.stop();
  rmSync(folder, { recursive: true });
});

/** Calls, asks for a sheet, says that it did not help, and leaves a message. Returns the provider's id of it. */
async function leaveMessage(): Promise<string> {
  const call = await service.provider.call(CALLER);
  await call.speak("j'ai perdu ma carte d'identité", 0.9);
  await call.speak('donner un avis', 0.9);
  await call.press('2');
  // Silence: the sentence is over, the recording begins.
  if (call.waiting?.waiting !== 'recording') await call.silence();
  await call.record({ seconds: 4 });
  await service.provider.settled();
  const recorded = call.events.flatMap((e) => ('recorded' in e ? [e.recorded] : []));
  return recorded[0]?.split('/').at(-1) ?? '';
}

const rows = () => {
  const db = new Database(join(folder, 'relais.db'), { readonly: true });
  const all = db.prepare('select id, provider_id, data, due_at, attempts from recordings').all();
  db.close();
  return all as {
    id: string;
    provider_id: string;
    data: Buffer | null;
    due_at: number | null;
    attempts: number;
  }[];
};

test('fetched, sealed, deleted at the provider', async () => {
  const sid = await leaveMessage();
  expect(service.provider.recordings.find(sid)).toBeDefined();
  expect(await service.recordings.tick()).toEqual({ kept: 1, later: 0 });
  const [row] = rows();
  expect(row?.due_at).toBeNull();
  // A WAV begins with RIFF: nothing of it is on the disk in clear.
  expect(row?.data?.includes('RIFF')).toBe(false);
  expect(readFileSync(join(folder, 'relais.db')).includes('WAVEfmt')).toBe(false);
  expect(service.provider.recordings.find(sid)).toBeUndefined();
  expect(await service.recordings.tick()).toEqual({ kept: 0, later: 0 });
});

test('what cannot be fetched yet is tried again, and stays', async () => {
  const sid = await leaveMessage();
  const db = new Database(join(folder, 'relais.db'));
  db.prepare('update recordings set provider_id = ?').run(`RE${'0'.repeat(32)}`);
  expect(await service.recordings.tick()).toEqual({ kept: 0, later: 1 });
  expect(await service.recordings.tick()).toEqual({ kept: 0, later: 0 });
  db.prepare('update recordings set provider_id = ?').run(sid);
  db.close();
  service.clock.now += 5_000;
  expect(await service.recordings.tick()).toEqual({ kept: 1, later: 0 });
});
