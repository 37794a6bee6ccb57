/** What was scheduled is in the database alone: the process may go away meanwhile. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { countingIds } from '../support/service.ts';
import { DAY, HOUR, makeRig } from './harness.ts';

const dir = mkdtempSync(join(tmpdir(), 'relais-guidance-'));
afterAll(() => rmSync(dir, { recursive: true }));

test('a scheduled text survives a restart, is sent once, and is answered in its sheet', async () => {
  const env = { DATABASE_URL: join(dir, 'relais.db') };
  const ids = countingIds();
  const before = await makeRig(env, ids);
  const to = before.fresh();
  const at = before.service.clock.now + DAY;
  await before.send(to, { at });
  await before.stop();

  const after = await makeRig(env, ids);
  after.service.clock.now = at - HOUR;
  await after.tick();
  expect(after.got(to)).toEqual([]);
  expect(await after.status()).toMatchObject({ stage: 'scheduled' });
  after.service.clock.now = at;
  await after.tick();
  await after.tick();
  expect(after.got(to)).toHaveLength(1);
  expect(await after.says(to, '1')).toMatch(/^Carte d'identité perdue/);
  await after.stop();
});
