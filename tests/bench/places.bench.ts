/**
 * How long a lookup takes, what places weigh, and the longest time for which building them keeps a running service from
 * answering: `npx tsx tests/bench/places.bench.ts [how many]`. Fictitious places, spread as people are.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
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
  const follow = await followPlaces({ store, geography, sample: [], clock: () => performance.now(), log });
  const rows = fictitiousRows(size).map(writeRow);
  const other = writer(file);
  await other.ready;
  const longest = await replaceGeneration('places', 0, rows, {
    ...{ store, now: 0, clock: () => performance.now(), pause: (ms: number) => pause(ms) },
  });
  const waited = await other.stop();
  const before = memory();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const slices = slicing();
  delay.enable();
  const started = performance.now();
  await follow.rounds.tick();
  const built = performance.now() - started;
  delay.disable();
  const slice = slices.stop();
  const weight = memory() - before;
  print(`${size} places`);
  print(`  longest batch of the import ${longest.toFixed(1)} ms, another process waited ${waited} to write`);
  print(
    `  taken up in ${built.toFixed(0)} ms, longest pause ${(delay.max / 1e6).toFixed(1)} ms, longest slice ${slice.toFixed(1)} ms of processor`,
  );
  print(`  memory ${(weight / 1e6).toFixed(1)} MB`);
  lookups(follow.places);
  await store.close();
  rmSync(dir, { recursive: true });
}

/** Another process that writes now and then, as a running service does: how long does an import keep it waiting? */
function writer(file: string): { readonly ready: Promise<void>; stop(): Promise<string> } {
  const source = `
    import { fileURLToPath } from 'node:url';
import { openStore } from ${JSON.stringify(new URL('../../db/open.ts', import.meta.url).href)};
    const store = await openStore(${JSON.stringify(file)});
    const times = [];
    let on = true;
    process.stdin.on('data', () => { on = false; });
    process.stdout.write('ready');
    while (on) {
      const started = performance.now();
      await store.handedOver('nobody');
      times.push(performance.now() - started);
      await new Promise((done) => setTimeout(done, 7));
    }
    times.sort((a, b) => a - b);
    const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(1);
    process.stdout.write(at(0.5) + ' ms (median), ' + at(0.99) + ' ms (99 %), ' + at(1) + ' ms (most)');
    await store.close();
    process.exit(0);`;
  const cwd = fileURLToPath(new URL('../..', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', source], {
    cwd,
  });
  child.stderr.pipe(process.stderr);
  return {
    ready: once(child.stdout, 'data').then(() => undefined),
    async stop() {
      child.stdin.write('stop');
      const [told] = await once(child.stdout, 'data');
      return String(told);
    },
  };
}

/** The processor time of the longest turn of the event loop: a pause on a machine that does nothing else. */
function slicing(): { stop(): number } {
  let longest = 0;
  let on = true;
  let last = process.cpuUsage().user;
  const turn = () => {
    const used = process.cpuUsage().user;
    longest = Math.max(longest, used - last);
    last = used;
    if (on) setImmediate(turn);
  };
  turn();
  return {
    stop() {
      on = false;
      return longest / 1e3;
    },
  };
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
    const used = process.cpuUsage().user;
    for (let turn = 0; turn < 2_000; turn++) {
      const where = places.spot(
        `p:${['75018', '93200', '13001', '69003', '23000', '59000', '31000'][turn % 7]}`,
      );
      if (!where) continue;
      const spot = { ...where, lat: where.lat + (next() - 0.5) / 2, lon: where.lon + (next() - 0.5) / 2 };
      // Another minute each time: little is remembered from the turns before.
      const query = { where: spot, need: 'papers' as const, at: at + (turn % 90) * 60_000, skip: 0, take: 2 };
      const started = performance.now();
      places.near(query);
      times.push(performance.now() - started);
    }
    const spent = (process.cpuUsage().user - used) / 1e3 / times.length;
    times.sort((a, b) => a - b);
    const at100 = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(3);
    print(
      `  ${name}: median ${at100(0.5)} ms, 99 % ${at100(0.99)} ms; ${spent.toFixed(3)} ms of processor each`,
    );
  }
}
