/** A process dies between the closing of a consultation and what follows it: another one ends that. */
import { afterAll, expect, test } from 'vitest';
import { StoreError } from '../../db/errors.ts';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import { texts } from '../../flows/texts/index.ts';
import { makeDesk } from '../../src/consultations/desk.ts';
import { makeRegistry } from '../../src/consultations/registry.ts';
import { closeOverdue } from '../../src/consultations/rounds.ts';
import { makeVault } from '../../src/vault.ts';
import { decision, request } from '../db/harness.ts';
import { exampleDraft } from '../support/consultation.ts';
import { countingIds } from '../support/service.ts';

const DAY = 86_400_000;
const SILENT = { info() {}, warn() {}, error() {} };
const store = await openStore(':memory:');
const ids = countingIds();
const draft = exampleDraft();
const clock = () => draft.closes + 11 * 60_000;
afterAll(() => store.close());

/** What a process has of its own. */
async function process(over: Store) {
  const vault = makeVault(Buffer.alloc(32, 7));
  const desk = makeDesk({ store: over, vault, clock, ids, texts });
  const consultations = await makeRegistry({ store: over, vault });
  return { desk, closing: closeOverdue({ desk, consultations, clock, log: SILENT }) };
}

test('who asked for the result gets it once, by whichever process', async () => {
  const { desk, closing } = await process({
    ...store,
    forgetErased: () => Promise.reject(new StoreError('unavailable')),
  });
  await desk.open(draft);
  const [row] = await store.consultations();
  await store.exchange(request('SM1', { at: draft.opens }), () => decision({ wishes: [row?.id as string] }));
  await expect(closing.tick()).rejects.toMatchObject({ code: 'unavailable' });
  expect((await store.consultations())[0]?.state).toBe('closed');
  const due = () => store.takeDue(clock() + 3 * DAY, clock() + 4 * DAY, 9);
  expect(await due()).toEqual([]);

  for (const next of [await process(store), await process(store)]) await next.closing.tick();
  expect(await due()).toHaveLength(1);
});

test('a process that failed once ends it itself', async () => {
  const own = await openStore(':memory:');
  let failures = 1;
  const { desk, closing } = await process({
    ...own,
    forgetErased: async () => {
      failures -= 1;
      if (failures >= 0) throw new StoreError('unavailable');
      return own.forgetErased();
    },
  });
  await desk.open(draft);
  const [row] = await own.consultations();
  await own.exchange(request('SM1', { at: draft.opens }), () => decision({ wishes: [row?.id as string] }));
  await expect(closing.tick()).rejects.toMatchObject({ code: 'unavailable' });
  for (let rounds = 0; rounds < 3; rounds += 1) await closing.tick();
  expect(await own.takeDue(clock() + 3 * DAY, clock() + 4 * DAY, 9)).toHaveLength(1);
  await own.close();
});
