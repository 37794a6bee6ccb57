/**
 * For how long an import keeps a running service from answering: `npm run bench:pause -- [--communes FILE] FILES OF PLACES…`.
 * The import is another process, as it is in use; this one follows the database, writes as a service does, and measures its own
 * event loop. Without files: 100,000 fictitious places.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, PerformanceObserver } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openStore } from '../../db/open.ts';
import { loadGeography } from '../../src/knowledge/geo/index.ts';
import { followPlaces } from '../../src/places/follow.ts';
import { fictitiousRows } from '../support/fictitious-places.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const print = (text: string) => process.stdout.write(`${text}\n`);

const dir = mkdtempSync(join(tmpdir(), 'relais-bench-'));
const file = join(dir, 'relais.db');
const store = await openStore(file);
const geography = await loadGeography();
const log = { info() {}, warn() {}, error: (about: object) => print(JSON.stringify(about)) };
const follow = await followPlaces({ store, geography, sample: [], clock: () => performance.now(), log });

const collections: number[] = [];
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) collections.push(duration);
}).observe({ entryTypes: ['gc'] });

const args = process.argv.slice(2);
const at = args.indexOf('--communes');
const communes = at < 0 ? [] : args.splice(at, 2).slice(1);
print('quiet, for five seconds:');
await watched(() => wait(5_000));
for (const path of communes) {
  print(`communes of ${path}:`);
  await watched(() => imported(['communes', path]));
}
const points = args.length > 0 ? args : [fictitious()];
print(`places of ${points.length} file(s):`);
await watched(() => imported(['points', ...points]));
print('the same again, one place changed or none:');
await watched(() => imported(['points', ...points]));
await store.close();
rmSync(dir, { recursive: true });

/** Follows and writes while something runs, until what it brought serves. */
async function watched(run: () => Promise<unknown>): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const slices = slicing();
  const writes: number[] = [];
  collections.length = 0;
  let on = true;
  const writing = (async () => {
    while (on) {
      const started = performance.now();
      await store.handedOver('nobody');
      writes.push(performance.now() - started);
      await wait(7);
    }
  })();
  const following = (async () => {
    while (on) {
      await follow.rounds.tick();
      await wait(200);
    }
  })();
  delay.enable();
  await run();
  await follow.rounds.tick();
  await wait(300);
  delay.disable();
  on = false;
  const slice = slices.stop();
  await Promise.all([writing, following]);
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  print(
    `  longest pause ${ms(delay.max / 1e6)} (99.9 %: ${ms(delay.percentile(99.9) / 1e6)}), longest turn ${ms(slice)} of processor, ` +
      `longest write ${ms(Math.max(...writes))} of ${writes.length}, longest collection ${ms(Math.max(0, ...collections))}`,
  );
}

async function imported(what: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/import.ts', ...what], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: file },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`the import ended with ${code}`);
}

/** A file in the national schema. */
function fictitious(): string {
  const columns = [
    'id',
    'nom',
    'adresse',
    'code_postal',
    'commune',
    'latitude',
    'longitude',
    'horaires',
    'services',
    'date_maj',
  ];
  const lines = fictitiousRows(100_000).map((row) =>
    [
      ...[row.key, row.name, row.address, '75010', 'Paris', row.lat, row.lon, row.hours ?? ''],
      ...['Aide aux démarches administratives', '2026-01-05'],
    ]
      .map((cell) => `"${cell}"`)
      .join(','),
  );
  const path = join(dir, 'lieux.csv');
  writeFileSync(path, [columns.join(','), ...lines].join('\n'));
  return path;
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
