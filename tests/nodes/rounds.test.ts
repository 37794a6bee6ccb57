/** Recurring work among processes that share a database: one of them does it, and another when that one has gone. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import { type Alone, makeAlone, makeRounds } from '../../src/rounds.ts';
import { type Server, startPostgres } from '../support/postgres.ts';

const SILENT = { info() {}, warn() {}, error() {} };
let server: Server;
let stores: [Store, Store];

beforeAll(async () => {
  server = await startPostgres();
  const url = await server.database('turns');
  stores = [await openStore(url), await openStore(url)];
});
afterAll(async () => {
  await Promise.all(stores.map((store) => store.close()));
  await server.stop();
});

/** Two that make rounds as often as they can; `made` tells by whom, in order. */
function pair(name: string, turnMs: number) {
  const made: number[] = [];
  const alones = stores.map((store, who) => makeAlone(store, `node-${who}`, turnMs));
  const rounds = alones.map((alone, who) =>
    makeRounds({
      ...{ name, alone, log: SILENT, clock: () => 0, everyMs: 1 },
      round: async () => {
        made.push(who);
        return who;
      },
    }),
  );
  return { made, alones: alones as [Alone, Alone], rounds };
}

test('one makes the rounds while both ask; the other goes on at once when it is stopped', async () => {
  const { made, rounds } = pair('stopped', 60_000);
  rounds[0]?.start();
  await vi.waitFor(() => expect(made.length).toBeGreaterThan(0));
  rounds[1]?.start();
  await vi.waitFor(() => expect(made.length).toBeGreaterThan(30));
  expect(new Set(made)).toEqual(new Set([0]));
  await rounds[0]?.stop();
  const before = made.length;
  await vi.waitFor(() => expect(made.length).toBeGreaterThan(before));
  await rounds[1]?.stop();
  expect(new Set(made.slice(before))).toEqual(new Set([1]));
});

test('when it dies without a word, the other goes on once its turn has run out, and not before', async () => {
  const { alones } = pair('dead', 1);
  const [lives, next] = alones;
  const long = makeAlone(stores[0], 'node-0', 60_000);
  expect([await long.mine('dead'), await next.mine('dead'), await lives.mine('dead')]).toEqual([
    true,
    false,
    true,
  ]);
  // Its last turn was a millisecond long.
  await vi.waitFor(async () => expect(await next.mine('dead')).toBe(true));
});

test('a round that outlasts its turn keeps it', async () => {
  const [first, second] = pair('long', 90).alones;
  let end: () => void = () => undefined;
  const ended = new Promise<void>((done) => {
    end = done;
  });
  let began = false;
  const rounds = makeRounds({
    ...{ name: 'long', alone: first, log: SILENT, clock: () => 0, everyMs: 1 },
    round: async () => {
      began = true;
      await ended;
    },
  });
  rounds.start();
  await vi.waitFor(() => expect(began).toBe(true));
  const others: boolean[] = [];
  for (const until = performance.now() + 200; performance.now() < until; )
    others.push(await second.mine('long'));
  expect(new Set(others)).toEqual(new Set([false]));
  end();
  await rounds.stop();
  expect(await second.mine('long')).toBe(true);
});
