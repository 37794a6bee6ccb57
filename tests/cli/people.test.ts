/** A mediator erases a number at its holder's wish. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../db/open.ts';
import { writtenNumber } from '../../src/phone.ts';
import { makeVault } from '../../src/vault.ts';
import { decision, request } from '../db/harness.ts';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'relais-people-'));
const env = {
  DATABASE_URL: join(folder, 'relais.db'),
  DATA_KEY: Buffer.alloc(32, 7).toString('base64'),
};
const vault = makeVault(Buffer.alloc(32, 7));

beforeAll(async () => {
  const store = await openStore(env.DATABASE_URL);
  await store.exchange(request('SM1', { number: vault.number('+33639980101') }), () =>
    decision({ contact: { optOut: 'ours' } }),
  );
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what is kept is told by kind, and erased once that is confirmed', async () => {
  const seen = await run('people', ['voir'], '06 39 98 01 01\n', env);
  expect([seen.code, seen.out.split('\n')[0]]).toEqual([0, '1\tSMS']);
  const refused = await run('people', ['effacer'], '0639980101\nnon\n', env);
  expect(refused.out).toContain("Rien n'est effacé.");
  const erased = await run('people', ['effacer'], '+33 6 39 98 01 01\noui\n', env);
  expect(erased.out).toContain("C'est effacé.");
  const after = await run('people', ['voir'], '0639980101\n', env);
  expect(after.out).toContain('0\tSMS');
});

test('another number, and what is none, change nothing', async () => {
  expect((await run('people', ['effacer'], '0639980102\noui\n', env)).out).toContain("Rien n'est gardé");
  const none = await run('people', ['effacer'], 'carte vitale\noui\n', env);
  expect([none.code, none.out]).toEqual([1, "Ce n'est pas un numéro de téléphone.\n"]);
  expect((await run('people', ['oublier'], '', env)).code).toBe(2);
});

test.each([
  ['01 99 00 01 01', '+33199000101'],
  ['0692 12 34 56', '+262692123456'],
  ['0033639980101', '+33639980101'],
  ['+32 470 12 34 56', '+32470123456'],
  ['3919', undefined],
])('%s is written for %s', (written, number) => {
  expect(writtenNumber(written)).toBe(number);
});
