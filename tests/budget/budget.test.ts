/** Money: counted, told as it goes, and what stops when it is gone. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import { type Budget, makeBudget } from '../../src/budget/budget.ts';

const PRICES = { segments_in: 0, segments_out: 0.1, call_seconds: 0.01 };
const NOVEMBER = Date.UTC(2026, 10, 26, 12);
const clock = { now: NOVEMBER };
let store: Store;
let told: string[];
const note = (about: object) => void told.push(String((about as { code?: string }).code));
const log = { info: note, warn: note, error: note };
const budget = (monthly?: number): Budget =>
  makeBudget({
    ...{ store, prices: PRICES, clock: () => clock.now, log },
    ...(monthly === undefined ? {} : { monthly }),
  });

beforeEach(async () => {
  store = await openStore(':memory:');
  clock.now = NOVEMBER;
  told = [];
});
afterEach(() => store.close());

test('each share is told once, and all is spent at 100 %', async () => {
  const money = budget(10);
  for (const [segments, code] of [
    [49, undefined],
    [1, 'budget_50'],
    [29, undefined],
    [1, 'budget_80'],
    [19, undefined],
  ] as const) {
    told = [];
    money.add('segments_out', segments);
    await money.rounds.tick();
    await money.rounds.tick();
    expect([segments, told, money.over()]).toEqual([segments, code ? [code] : [], false]);
  }
  money.add('call_seconds', 10);
  expect(money.over()).toBe(true);
  told = [];
  await money.rounds.tick();
  expect(told).toEqual(['budget_100']);
});

test('two processes spend of one budget, and a restart forgets nothing', async () => {
  const [one, two] = [budget(10), budget(10)];
  one.add('segments_out', 60);
  two.add('segments_out', 45);
  await one.rounds.tick();
  expect(two.over()).toBe(false);
  await two.rounds.tick();
  expect([one.over(), two.over()]).toEqual([false, true]);
  const again = budget(10);
  await again.rounds.tick();
  expect(again.spent()).toMatchObject({ euros: 10.5, share: 1.05 });
});

test('a month begins with nothing spent', async () => {
  const money = budget(10);
  money.add('segments_out', 200);
  await money.rounds.tick();
  expect(money.over()).toBe(true);
  clock.now = Date.UTC(2026, 11, 1);
  expect(money.over()).toBe(false);
});

test('what a store refused is written with the next round', async () => {
  let refusing = true;
  const stubborn = {
    used: store.used,
    use: (...given: Parameters<Store['use']>) =>
      refusing ? Promise.reject(new Error('disk full')) : store.use(...given),
  };
  const money = makeBudget({ store: stubborn, prices: PRICES, clock: () => clock.now, log });
  money.add('segments_out', 7);
  await money.rounds.tick();
  refusing = false;
  await money.rounds.tick();
  expect(await store.used('2026-11')).toEqual({ segments_out: 7 });
  expect(money.spent().share).toBeUndefined();
});
