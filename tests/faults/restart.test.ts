/** The service is started again while somebody is on the phone. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wordsOf } from '../support/carrier.ts';
import { countingIds, startTest, type TestService } from '../support/service.ts';
import { person } from './person.ts';

const dir = mkdtempSync(join(tmpdir(), 'relais-restart-'));
const ids = countingIds();
const up = () => startTest({ DATABASE_URL: join(dir, 'relais.db') }, ids);
let service: TestService;

beforeAll(async () => {
  service = await up();
}, 120_000);
afterAll(async () => {
  await service.stop();
  rmSync(dir, { recursive: true });
});

test('a call goes on where it was, and one that was cut off is taken up when they call back', {
  timeout: 120_000,
}, async () => {
  const before = person(service, '+33639985001');
  const spared = person(service, '+33639985002');
  const keys = ['1', '1', '2'];
  const told: string[] = [];
  for (const [t, key] of [undefined, ...keys].entries())
    told.push(wordsOf(await spared.key('CA-spared', t, key)));

  expect(wordsOf(await before.key('CA1', 0))).toBe(told[0]);
  const second = await before.key('CA1', 1, '1');
  await service.stop();
  service = await up();
  const after = person(service, '+33639985001');
  // The provider asks again for what it did not hear the answer of: the same answer.
  expect(await after.key('CA1', 1, '1')).toBe(second);
  for (const [i, key] of keys.entries()) {
    if (i > 0) expect(wordsOf(await after.key('CA1', i + 1, key))).toBe(told[i + 1]);
  }

  // While nobody answers, the provider plays the page that is hosted elsewhere, and hangs up. They call back.
  const again = await after.key('CA2', 0);
  expect(again).toContain('Nous avons peut-être été coupés.');
  expect(wordsOf(await after.key('CA2', 1, '1'))).toContain((told[3] as string).slice(0, 40));
});
