/** The first administrator of a desk, made by a command on the machine itself. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'relais-admin-'));
const env = {
  DATABASE_URL: join(folder, 'relais.db'),
  DATA_KEY: Buffer.alloc(32, 7).toString('base64'),
  PUBLIC_URL: 'https://relais.example.org',
};
const admin = (...args: string[]) => run('admin', args, '', env);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('an organisation and a link for its first administrator; what is wrong is said and makes nothing', async () => {
  const first = await admin('first', 'Les Voisins', 'sonia@relais.example');
  expect(first.code).toBe(0);
  expect(first.out).toMatch(/^https:\/\/relais\.example\.org\/console\/invitation\/[\w-]{43}$/m);
  const wrong = [
    ['first', 'Les Voisins', 'ben@relais.example'],
    ['organisation', 'Autres', '99,13'],
    ['invite', 'ben@relais.example', 'Les Voisins', 'roi'],
  ];
  expect(await Promise.all(wrong.map(async (args) => (await admin(...args)).code))).toEqual([1, 1, 1]);
  expect((await admin('organisations')).out).toBe('Les Voisins\t-\tpar défaut\n');
}, 60_000);
