/** A data key is changed while the service runs: nothing is lost, and the old key opens nothing any more. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import { SEALED } from '../../db/resealing.ts';
import { makeVault } from '../../src/vault.ts';
import { countingIds, startTest } from '../support/service.ts';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'relais-rekey-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const [OLD, NEW] = [Buffer.alloc(32, 7), Buffer.alloc(32, 8)];
const DATABASE_URL = join(folder, 'relais.db');
const keys = (...all: Buffer[]) => ({
  DATABASE_URL,
  DATA_KEY: all.map((k) => k.toString('base64')).join(','),
});
const phone = '+33639980101';

test('every sealed value is under the new key, and conversations go on', async () => {
  const ids = countingIds();
  const before = await startTest(keys(OLD), ids);
  await before.provider.text(phone, 'g perdu ma carte didentite');
  await before.provider.text('+33639980102', 'ARRET');
  await before.stop();

  const service = await startTest(keys(NEW, OLD), ids);
  try {
    const done = await run('rekey', [], '', keys(NEW, OLD));
    expect([done.err, done.code]).toEqual(['', 0]);
    service.clock.now += 60_000;
    const [answer] = await service.provider.text(phone, '1');
    expect(answer?.body).toMatch(/^Démarche/);
    const again = await run('rekey', [], '', keys(NEW, OLD));
    expect(again.out).toMatch(/contacts\t0\n[\s\S]*exchanges\t0\n/);
  } finally {
    await service.stop();
  }

  const [now, once] = [makeVault(NEW), makeVault(OLD)];
  const client = new Database(DATABASE_URL, { readonly: true });
  let opened = 0;
  for (const { table, column, purpose } of SEALED) {
    const rows = client
      .prepare(`SELECT "${column}" FROM ${table} WHERE "${column}" IS NOT NULL`)
      .pluck()
      .all();
    for (const sealed of rows as Buffer[]) {
      expect(() => now.open(sealed, purpose), table).not.toThrow();
      expect(() => once.open(sealed, purpose), table).toThrow('key');
      opened += 1;
    }
  }
  expect(opened).toBeGreaterThan(5);
  // No sealed column is missing from the list: nothing that is a blob opens with the old key anywhere.
  const tables = client
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
    .pluck()
    .all() as string[];
  for (const table of tables) {
    for (const row of client.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[]) {
      for (const [column, value] of Object.entries(row)) {
        if (!Buffer.isBuffer(value)) continue;
        expect(
          SEALED.some((s) => s.table === table && s.column === column),
          `${table}.${column}`,
        ).toBe(true);
      }
    }
  }
  client.close();
  const lost = await run('rekey', [], '', keys(Buffer.alloc(32, 9)));
  expect([lost.code, lost.out]).toEqual([1, expect.stringContaining("ne s'ouvrent avec aucune")]);
});
