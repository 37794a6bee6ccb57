/** Help near one, on an excerpt of real places and some dates, imported as a command does; `npx vitest run tests/dialogues -u` writes what was said. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../db/open.ts';
import { importPoints } from '../../src/import/import-points.ts';
import { importSessions } from '../../src/import/import-sessions.ts';
import { NO_REJECTS } from '../../src/import/rejects.ts';
import { geography } from '../support/library.ts';
import { countingIds, MORNING, startTest, type TestService } from '../support/service.ts';
import { phoneBook, play } from '../support/transcript.ts';

const here = new URL('./near/', import.meta.url);
const file = (name: string) => fileURLToPath(new URL(name, here));
const dir = mkdtempSync(join(tmpdir(), 'relais-near-'));
const phones = phoneBook();
let service: TestService;

beforeAll(async () => {
  const database = join(dir, 'relais.db');
  const store = await openStore(database);
  const deps = {
    ...{ store, geography: await geography(), rejects: NO_REJECTS, ids: countingIds(), now: MORNING },
    ...{ clock: () => 0, pause: async () => {}, progress: () => {} },
  };
  await importPoints([file('france-services-2024-08.csv')], { dryRun: false, retire: false }, deps);
  await importSessions(file('sessions.csv'), { dryRun: false }, deps);
  await store.close();
  service = await startTest({ DATABASE_URL: database });
});
afterAll(async () => {
  await service.stop();
  rmSync(dir, { recursive: true });
});

test.each(readdirSync(here).filter((name) => name.endsWith('.txt')))('%s', async (name) => {
  const script = readFileSync(new URL(name, here), 'utf8');
  const scoped = (who: string) => phones(who.includes('anonymous') ? who : `${name} ${who}`);
  const played = await play(service, script, scoped);
  await expect(played).toMatchFileSnapshot(file(name));
  expect(service.provider.alerts(), 'the provider could not do as asked').toEqual([]);
});

test('the code that was told takes the seat back in another call, and opens nothing from another phone', async () => {
  const [owner, other] = [phones('code landline'), phones('other landline')];
  const call = async (from: string, ...acts: string[]) => {
    const made = await service.provider.call(from);
    for (const act of acts) {
      service.clock.now += 10_000;
      if (/^[a-z]/.test(act)) await made.speak(act, 0.9);
      else for (const key of act) await made.press(key);
    }
    const said = made.events.flatMap((event) => ('said' in event ? [event.said] : []));
    await made.hangup();
    service.clock.now += 3_600_000;
    return said.at(-1) ?? '';
  };
  const booked = await call(owner, 'ateliers', '93200#', '1', '1');
  const code = /code est : ([\d, ]+)\./.exec(booked)?.[1]?.replace(/\D/g, '') ?? '';
  expect(code).toMatch(/^\d{4}$/);
  expect(await call(other, 'mes inscriptions', `${code}#`)).toContain('Ce code est inconnu');
  expect(await call(owner, 'mes inscriptions', `${code}#`)).toContain('Ma boite mail. Lundi 19 janvier');
  expect(await call(owner, 'mes inscriptions', `${code}#`, '1')).toContain(
    "C'est annulé pour lundi 19 janvier",
  );
  expect(await call(owner, 'mes inscriptions', `${code}#`)).toContain('Ce code est inconnu');
});
