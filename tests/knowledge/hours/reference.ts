/** The `opening_hours` library as a reference, told in its own zone what the wall of the place shows. */
import OpeningHours, { type opening_hours } from 'opening_hours';

const FRANCE = { lat: 46.5, lon: 2.5, address: { country_code: 'fr', state: '' } };

export function reference(text: string): opening_hours | undefined {
  try {
    return new OpeningHours(text, FRANCE);
  } catch {
    return undefined;
  }
}

/** A date of the process's zone that reads as the zone's wall clock does; not through the code that is tested. */
export function wallDate(instant: number, zone: string): Date {
  const text = new Date(instant).toLocaleString('sv-SE', { timeZone: zone });
  return new Date(text.replace(' ', 'T'));
}

export function stateOf(library: opening_hours, at: Date): 'open' | 'closed' | 'unknown' {
  if (library.getUnknown(at)) return 'unknown';
  return library.getState(at) ? 'open' : 'closed';
}

/** A repeatable source of numbers from 0 to 1 (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const YEAR = Date.UTC(2024, 0, 1);
const SPAN = Date.UTC(2027, 0, 1) - YEAR;
/** Days to look at more often: public holidays, clock changes, the turn of the year, a leap day. */
const SPECIAL = [
  '2024-02-29',
  '2024-03-31',
  '2024-04-01',
  '2024-05-01',
  '2024-05-09',
  '2024-05-20',
  '2024-07-14',
  '2024-10-27',
  '2024-12-25',
  '2024-12-31',
  '2025-01-01',
  '2025-03-30',
  '2025-04-21',
  '2025-10-26',
  '2025-11-11',
  '2026-03-29',
  '2026-08-15',
].map((day) => Date.parse(day));

/** Moments of three years, a quarter of them on or around special days; a third within a minute of a quarter of an hour. */
export function* moments(count: number, seed: number): Generator<number> {
  const next = dice(seed);
  for (let at = 0; at < count; at++) {
    const special = SPECIAL[Math.floor(next() * SPECIAL.length)] as number;
    let instant = next() < 0.25 ? special + (next() * 2 - 0.5) * 86_400_000 : YEAR + next() * SPAN;
    if (next() < 0.33)
      instant = Math.round(instant / 900_000) * 900_000 + Math.floor(next() * 3 - 1) * 60_000;
    yield Math.floor(instant);
  }
}
