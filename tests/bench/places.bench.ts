/**
 * How long a lookup takes, what places weigh, and the longest time for which building them keeps a running service from
 * answering: `npx tsx tests/bench/places.bench.ts [how many]`. Fictitious places, spread as people are.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { openStore } from '../../db/open.ts';
import type { Places } from '../../flows/places.ts';
import { replaceGeneration } from '../../src/import/write.ts';
import { loadGeography } from '../../src/knowledge/geo/index.ts';
import { writeRow } from '../../src/knowledge/places/stored.ts';
import { followPlaces } from '../../src/places/follow.ts';
import { fictitiousRows, random } from '../support/fictitious-places.ts';

const print = (text: string) => process.stdout.write(`${text}\n`);
const sizes = process.argv.slice(2).map(Number);
const geography = await loadGeography();
const log = { info() {}, warn() {}, error: (about: object) => print(JSON.stringify(about)) };

for (const size of sizes.length > 0 ? sizes : [3_000, 100_000]) await measure(size);

async function measure(size: number): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'relais-bench-'));
  const file = join(dir, 'relais.db');
  const store = await openStore(file);
  const beside = await openStore(file);
  const follow = await followPlaces({ store, geography, sample: [], clock: () => performance.now(), log });
  let waited = 0;
  // Another writer, as a running service is: how long does the import keep it waiting?
  const writing = { on: true };
  const other = (async () => {
    while (writing.on) {
      const started = performance.now();
      await beside.handedOver('nobody');
      waited = Math.max(waited, performance.now() - started);
      await pause(7);
    }
  })();
  const longest = await replaceGeneration('places', 0, fictitiousRows(size).map(writeRow), {
    ...{ store, now: 0, clock: () => performance.now(), pause: (ms: number) => pause(ms) },
  });
  writing.on = false;
  await other;
  const before = memory();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const started = performance.now();
  await follow.rounds.tick();
  const built = performance.now() - started;
  delay.disable();
  const weight = memory() - before;
  print(`${size} places`);
  print(
    `  longest batch of the import ${longest.toFixed(1)} ms, another writer waited ${waited.toFixed(1)} ms at most`,
  );
  print(`  taken up in ${built.toFixed(0)} ms, longest pause ${(delay.max / 1e6).toFixed(1)} ms`);
  print(`  memory ${(weight / 1e6).toFixed(1)} MB`);
  lookups(follow.places);
  await store.close();
  await beside.close();
  rmSync(dir, { recursive: true });
}

/** Bytes in use, on the heap and beside it. */
function memory(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function lookups(places: Places): void {
  const monday = Date.UTC(2026, 2, 2, 9, 30);
  const sunday = Date.UTC(2026, 2, 1, 20);
  for (const [name, at] of [
    ['Monday morning', monday],
    ['Sunday evening', sunday],
  ] as const) {
    const next = random(7);
    const times: number[] = [];
    for (let turn = 0; turn < 2_000; turn++) {
      const where = places.spot(
        `p:${['75018', '93200', '13001', '69003', '23000', '59000', '31000'][turn % 7]}`,
      );
      if (!where) continue;
      const spot = { ...where, lat: where.lat + (next() - 0.5) / 2, lon: where.lon + (next() - 0.5) / 2 };
      // Another minute each time: nothing is remembered from the turn before.
      const query = { where: spot, need: 'papers' as const, at: at + turn * 60_000, skip: 0, take: 2 };
      const started = performance.now();
      places.near(query);
      times.push(performance.now() - started);
    }
    times.sort((a, b) => a - b);
    const at100 = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(3);
    print(`  ${name}: median ${at100(0.5)} ms, 99 % ${at100(0.99)} ms`);
  }
}
