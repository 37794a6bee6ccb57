/**
 * How long a lookup takes at every hour of the week, and what places weigh, each against a floor that was measured beside it:
 * `npm run bench:places [how many…]`. Fictitious places, spread as people are.
 *
 * The floor of a lookup is the library alone finding the two closest positions, whatever their hours; that of memory is the
 * places as text.
 */
import { around } from 'geokdbush';
import KDBush from 'kdbush';
import type { Places, Where } from '../../flows/places.ts';
import { loadGeography } from '../../src/knowledge/geo/index.ts';
import { makePlaces } from '../../src/knowledge/places/index.ts';
import { placesOf, readRow, writeRow } from '../../src/knowledge/places/stored.ts';
import { fictitiousRows, random } from '../support/fictitious-places.ts';

const HOUR = 3_600_000;
/** A Monday at midnight in Paris. */
const MONDAY = Date.UTC(2026, 2, 1, 23);
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const EACH = 200;

const print = (text: string) => process.stdout.write(`${text}\n`);
const geography = await loadGeography();

async function measure(size: number): Promise<void> {
  let texts = fictitiousRows(size).map(writeRow);
  const positions = texts.map(readRow);
  const tree = new KDBush(size);
  for (const { lat, lon } of positions) tree.add(lon, lat);
  tree.finish();
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);

  positions.length = 0;
  const before = memory();
  const places = await makePlaces({ geography, rows: placesOf(rowsOf(texts)) });
  const weight = memory() - before;
  print(
    `${size} places: ${mb(weight)} MB, ${(weight / bytes).toFixed(2)} times their text (${mb(bytes)} MB)`,
  );
  texts = [];

  const floor = median(times(places, MONDAY, (where) => around(tree, where.lon, where.lat, 2)));
  const hours = Array.from({ length: 168 }, (_, hour) => {
    const at = MONDAY + hour * HOUR;
    return { hour, took: times(places, at, (where, moment) => nearest(places, where, moment)) };
  });
  print(`  the library alone finds two in ${floor.toFixed(3)} ms (median); with hours, by hour of the week:`);
  for (const hour of [10, 13, 27, 5 * 24 + 10, 5 * 24 + 14, 6 * 24 + 20]) print(`  ${line(hour)}`);
  const worst = hours.reduce((a, b) => (median(b.took) > median(a.took) ? b : a));
  print(`  the slowest of the 168: ${line(worst.hour)}`);
  const all = hours.flatMap(({ took }) => took);
  print(`  all of them: median ${median(all).toFixed(3)} ms, 99 % ${share(all, 0.99).toFixed(3)} ms`);
  for (const [name, at] of [
    ['1 May at 10h', Date.UTC(2026, 4, 1, 8)],
    ['Christmas at 10h', Date.UTC(2026, 11, 25, 9)],
  ] as const) {
    const took = times(places, at, (where, moment) => nearest(places, where, moment));
    print(`  ${name}: median ${median(took).toFixed(3)} ms, ${(median(took) / floor).toFixed(1)} floors`);
  }

  function line(hour: number): string {
    const took = hours[hour]?.took ?? [];
    const name = `${DAYS[Math.floor(hour / 24)]} at ${hour % 24}h`;
    return `${name}: median ${median(took).toFixed(3)} ms, ${(median(took) / floor).toFixed(1)} floors; 99 % ${share(took, 0.99).toFixed(3)} ms`;
  }
}

async function* rowsOf(texts: readonly string[]) {
  for (const text of texts) yield readRow(text);
}

function nearest(places: Places, where: Where, at: number): unknown {
  return places.near({ where, need: 'papers', at, skip: 0, take: 2 });
}

/** Milliseconds of each look-up within an hour, around towns and far from them, at another minute almost every time. */
function times(places: Places, from: number, look: (where: Where, at: number) => unknown): number[] {
  const next = random(7);
  return Array.from({ length: EACH }, (_, turn) => {
    const postal = ['75018', '93200', '13001', '69003', '23000', '59000', '31000'][turn % 7];
    const town = places.spot(`p:${postal}`) as Where;
    const where = { ...town, lat: town.lat + (next() - 0.5) / 2, lon: town.lon + (next() - 0.5) / 2 };
    const started = performance.now();
    look(where, from + (turn % 60) * 60_000);
    return performance.now() - started;
  });
}

function share(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * part)] ?? 0;
}

function median(times: readonly number[]): number {
  return share(times, 0.5);
}

function mb(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

/** Bytes in use, on the heap and beside it. */
function memory(): number {
  (globalThis as { gc?: () => void }).gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const sizes = process.argv.slice(2).map(Number);
for (const size of sizes.length > 0 ? sizes : [3_000, 100_000]) await measure(size);
