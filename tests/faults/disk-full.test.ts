/** The disk is full: who writes or calls is told so, what was answered stays answered, and room alone heals it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Connection, connect } from '../../db/sqlite/connection.ts';
import { migrate } from '../../db/sqlite/migrate.ts';
import { storeOver } from '../../db/sqlite/store.ts';
import { countingIds, startTest, type TestService } from '../support/service.ts';
import { APOLOGY, person } from './person.ts';

const dir = mkdtempSync(join(tmpdir(), 'relais-full-'));
let connection: Connection;
let service: TestService;

beforeAll(async () => {
  service = await startTest({ DATABASE_URL: join(dir, 'relais.db') }, countingIds(), async (file) => {
    connection = connect(file);
    migrate(connection);
    return storeOver(connection);
  });
}, 120_000);
afterAll(async () => {
  await service.stop();
  rmSync(dir, { recursive: true });
});

const pages = () => connection.client.pragma('page_count', { simple: true }) as number;
const room = (count: number) => connection.client.pragma(`max_page_count = ${count}`);
const exchanges = () =>
  connection.client.prepare('SELECT inbound_id FROM exchanges ORDER BY inbound_id').pluck().all();

test('an apology with the numbers for a danger, nothing lost, and it heals by itself', async () => {
  const anna = person(service, '+33639985001');
  const first = await anna.text('bonjour', 'SM-first');
  expect(first).toContain('<Message');
  room(pages());
  // There is a little room left in the pages that are there.
  let [told, n] = ['', 0];
  while (!told.includes(APOLOGY)) {
    n += 1;
    expect(n).toBeLessThan(500);
    told = await anna.text('menu', `SM-${n}`);
  }
  const kept = exchanges();
  expect(kept).toHaveLength(n);
  expect(kept).not.toContain(`SM-${n}`);
  // Texts that come together, each with as little room: none takes another with it, all are answered.
  const crowd = await Promise.all(
    [1, 2, 3, 4, 5].map((i) => person(service, `+3363998510${i}`).text('aide pour manger')),
  );
  for (const answer of crowd) expect(answer).toContain(APOLOGY);
  expect(await anna.key('CA-full', 0)).toContain('Un problème technique. Rappelez');
  // What was answered is answered again.
  expect(await anna.text('bonjour', 'SM-first')).toBe(first);
  expect(exchanges()).toEqual(kept);

  room(1_000_000);
  expect(await anna.text('menu', `SM-${n}`)).not.toContain(APOLOGY);
  expect(await anna.key('CA-after', 0)).toContain('<Gather');
  expect(exchanges()).toHaveLength(n + 2);
});
