/**
 * How fast the hours answer, and the agreement with the library over all the real data at 200 moments a string:
 * `npx tsx tests/bench/hours.ts [--agreement]`. Ratios, since times belong to a machine.
 */
import { type CompiledHours, hoursCompiler, openingAt } from '../../src/knowledge/hours/index.ts';
import { compare, told } from '../knowledge/hours/compare.ts';
import { franceServicesStrings, mediationHours } from '../knowledge/hours/real-hours.ts';
import { dice, moments, reference, stateOf, wallDate } from '../knowledge/hours/reference.ts';
import { COMMON } from '../knowledge/hours/strings.ts';

const print = (text: string) => process.stdout.write(`${text}\n`);

const PARIS = { zone: 'Europe/Paris', holidays: 'metropole' } as const;
const PLACES = 100_000;

/** Microseconds of one call, in the middle of several rounds. */
function microseconds(rounds: number, calls: number, run: (at: number) => void): number {
  const all: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    for (let at = 0; at < calls; at++) run(at);
    all.push(((performance.now() - start) * 1000) / calls);
  }
  return all.sort((a, b) => a - b)[rounds >> 1] as number;
}

const heap = () => {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed / 1e6;
};

const real = [...mediationHours(), ...franceServicesStrings()];
const strings = real.length > 0 ? real : COMMON;
const instants = [...moments(5000, 3)];

const before = heap();
const compile = hoursCompiler();
const next = dice(11);
const started = performance.now();
const places: CompiledHours[] = Array.from({ length: PLACES }, () =>
  compile({ hours: strings[Math.floor(next() * strings.length)] as string }, PARIS),
);
const compiling = performance.now() - started;
const memory = heap() - before;

const ours = microseconds(9, 20_000, (at) => {
  openingAt(places[(at * 7919) % PLACES] as CompiledHours, instants[at % instants.length] as number);
});
const now = Date.UTC(2024, 5, 3, 8);
const sameMoment = microseconds(9, 20_000, (at) => {
  openingAt(places[(at * 7919) % PLACES] as CompiledHours, now);
});
const libraries = strings.slice(0, 200).flatMap((text) => reference(text) ?? []);
const theirs = microseconds(3, 1000, (at) => {
  const library = libraries[at % libraries.length];
  const date = wallDate(instants[at % instants.length] as number, PARIS.zone);
  if (library) [stateOf(library, date), library.getNextChange(date)];
});

print(
  `${PLACES} places of ${strings.length} different hours: ${compiling.toFixed(0)} ms, ${memory.toFixed(1)} MB`,
);
print(`one answer: ${ours.toFixed(2)} µs at any moment, ${sameMoment.toFixed(2)} µs at one moment`);
print(`the library: ${theirs.toFixed(1)} µs, ${(theirs / ours).toFixed(0)} times as long`);
print(`places answered in a millisecond: ${(1000 / sameMoment).toFixed(0)}`);

if (process.argv.includes('--agreement')) {
  for (const [name, all] of [
    ['mediation, Provence', mediationHours()],
    ['France Services', franceServicesStrings()],
  ] as const) {
    if (all.length > 0) print(`${name}: ${told(compare(all, 200))}`);
  }
}
