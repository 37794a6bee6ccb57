/** The server of the database goes away under a running service, and comes back. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Server, startPostgres } from '../support/postgres.ts';
import { startTest, type TestService } from '../support/service.ts';
import { APOLOGY, person } from './person.ts';

let server: Server;
let service: TestService;

beforeAll(async () => {
  server = await startPostgres();
  service = await startTest({ DATABASE_URL: await server.database('gone') });
}, 120_000);
afterAll(async () => {
  await service.stop();
  await server.stop();
}, 60_000);

const ready = async () => (await service.app.inject('/readyz')).statusCode;

test('who writes or calls is told so, what waits leaves later, and it heals by itself', {
  timeout: 120_000,
}, async () => {
  const anna = person(service, '+33639985001');
  const first = await anna.text('bonjour', 'SM-first');
  const call = await anna.key('CA1', 0);
  expect([await ready(), first.includes(APOLOGY), call.includes('<Gather')]).toEqual([200, false, true]);

  await server.halt();
  expect(await ready()).toBe(503);
  expect((await service.app.inject('/healthz')).statusCode).toBe(200);
  const [sms, spoken] = await Promise.all([anna.text('menu', 'SM-away'), anna.key('CA1', 1, '1')]);
  expect(sms).toContain(APOLOGY);
  expect(spoken).toContain('Un problème technique. Rappelez');
  await expect(service.outbox.tick()).rejects.toMatchObject({ code: 'unavailable' });
  await expect(service.retention.tick()).rejects.toMatchObject({ code: 'unavailable' });

  await server.start();
  expect(await ready()).toBe(200);
  // The same text again is answered now, as if it had never failed; what came before is as it was.
  expect(await anna.text('menu', 'SM-away')).not.toContain(APOLOGY);
  expect(await anna.text('bonjour', 'SM-first')).toBe(first);
  expect(await anna.key('CA1', 1, '1')).toContain('<Gather');
  // A reply that no response carried leaves by the provider's API, once.
  service.clock.now += 10 * 60_000;
  await service.outbox.tick();
  expect((await service.outbox.tick()).sent).toBe(0);
});
