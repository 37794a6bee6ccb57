/** Five kills of the two hundred of `npm run torture`. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle } from '../support/process.ts';
import { campaign } from './campaign.ts';
import { type Databases, onSqlite } from './kept.ts';

let databases: Databases;
beforeAll(async () => {
  databases = await onSqlite();
});
afterAll(() => databases.end());

test('killed at five moments under load, it loses no turn, does none twice and answers as the first time', {
  timeout: 300_000,
}, async () => {
  const outcome = await campaign({
    file: await bundle('tests/torture/process.ts'),
    kills: 5,
    people: 9,
    seed: 1,
    ...databases,
  });
  expect(outcome).toMatchObject({ kills: 5, lost: [], wrong: [] });
  expect(outcome.turns).toBeGreaterThan(5 * 9);
  expect(outcome.redelivered).toBeGreaterThan(outcome.turns);
});
