/** Before when somebody can be called: the desk's hours and the person's own, never a holiday. Pure. */
import type { Safe } from '../../flows/duty.ts';
import { DAY_MS, MINUTE_MS } from '../knowledge/hours/civil.ts';
import { Clock } from '../knowledge/hours/clock.ts';
import { type CompiledHours, openingAt } from '../knowledge/hours/index.ts';

const HOUR = 60;
/** Minutes of the person's day: nobody is called at night. */
const WINDOWS: Readonly<Record<Safe, readonly [from: number, until: number]>> = {
  any: [8 * HOUR, 21 * HOUR],
  morning: [8 * HOUR, 12 * HOUR],
  afternoon: [12 * HOUR, 18 * HOUR],
};
/** A shorter time is not promised. Milliseconds. */
const LEAST = 30 * MINUTE_MS;
/** Further ahead nothing is promised. */
const AHEAD = 7 * DAY_MS;
/** Where the hours of a day are not known for sure. */
const STEP = 60 * MINUTE_MS;

export interface Wanted {
  /** IANA zone of the person. */
  readonly zone: string;
  readonly safe: Safe;
  readonly now: number;
}

/** The end of the first stretch of duty in which the person may be called too; undefined where there is none within a week. */
export function promised(hours: CompiledHours, { zone, safe, now }: Wanted): number | undefined {
  for (let at = now; at < now + AHEAD; ) {
    const opening = openingAt(hours, at);
    if (opening.is === 'closed') {
      if (opening.opens === undefined) return undefined;
      at = opening.opens;
      continue;
    }
    if (opening.is === 'unknown') {
      at += STEP;
      continue;
    }
    const until = opening.until ?? at + DAY_MS;
    const met = windowsOf(zone, safe, at, until).find(([from, to]) => to - from >= LEAST);
    if (met) return met[1];
    at = Math.max(until, at + MINUTE_MS);
  }
  return undefined;
}

/** Whether the person may be called at this moment. */
export function isSafe(safe: Safe, zone: string, now: number): boolean {
  return windowsOf(zone, safe, now, now + 1).length > 0;
}

/** The first moment from `now` on at which the person may be reached. */
export function nextSafe(safe: Safe, zone: string, now: number): number {
  return windowsOf(zone, safe, now, now + 2 * DAY_MS)[0]?.[0] ?? now;
}

/** What of [at, until) lies within the person's hours, day by day. */
function windowsOf(
  zone: string,
  safe: Safe,
  at: number,
  until: number,
): readonly (readonly [from: number, to: number])[] {
  const clock = clockOf(zone);
  const [first, last] = WINDOWS[safe];
  const day = Math.floor(clock.wall(at) / DAY_MS);
  return [day, day + 1].flatMap((of) => {
    const instant = (minute: number) =>
      clock.instant(of * DAY_MS + minute * MINUTE_MS, (of - 1) * DAY_MS - DAY_MS);
    const [from, to] = [Math.max(at, instant(first)), Math.min(until, instant(last))];
    return from < to ? [[from, to] as const] : [];
  });
}

const CLOCKS = new Map<string, Clock>();
function clockOf(zone: string): Clock {
  const known = CLOCKS.get(zone) ?? new Clock(zone);
  CLOCKS.set(zone, known);
  return known;
}
