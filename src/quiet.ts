/** Quiet hours: when nothing that can wait reaches a phone, by the clock of the person who holds it. Pure. */
import { DAY, DAY_MS, MINUTE_MS, weekday } from './knowledge/hours/civil.ts';
import { Clock } from './knowledge/hours/clock.ts';

export interface Quiet {
  /** Minutes of the day: it is quiet from the first to the second, over midnight. */
  readonly from: number;
  readonly until: number;
  /** Days that are quiet from end to end: 0 Monday to 6 Sunday. */
  readonly days: readonly number[];
}

/** 21:00 to 8:00, and Sundays. */
export const QUIET: Quiet = { from: 21 * 60, until: 8 * 60, days: [6] };

const CLOCKS = new Map<string, Clock>();
function clockOf(zone: string): Clock {
  const known = CLOCKS.get(zone) ?? new Clock(zone);
  CLOCKS.set(zone, known);
  return known;
}

/** Two ends of quiet hours and a week of days: more steps than there can be. */
const STEPS = 20;

/** The first instant from `at` on that is not quiet in this zone (IANA); `at` itself outside the quiet hours. UTC milliseconds. */
export function afterQuiet(at: number, zone: string, quiet: Quiet = QUIET): number {
  const clock = clockOf(zone);
  let now = at;
  for (let step = 0; step < STEPS; step += 1) {
    const wall = clock.wall(now);
    const day = Math.floor(wall / DAY_MS);
    const minute = Math.floor((wall - day * DAY_MS) / MINUTE_MS);
    const next = quietUntil(day, minute, quiet);
    if (next === undefined) return now;
    now = clock.instant(next * MINUTE_MS, now);
  }
  return now;
}

/** The minute of the wall clock, since 1 January 1970, at which this quiet time ends; undefined outside of it. */
function quietUntil(day: number, minute: number, quiet: Quiet): number | undefined {
  if (quiet.days.includes(weekday(day))) return (day + 1) * DAY;
  if (!within(minute, quiet)) return undefined;
  return (minute < quiet.until ? day : day + 1) * DAY + quiet.until;
}

function within(minute: number, { from, until }: Quiet): boolean {
  return from <= until ? minute >= from && minute < until : minute >= from || minute < until;
}

const NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** `21:00-08:00,sun`, or undefined when it does not read so. `none` is never quiet. */
export function readQuiet(text: string): Quiet | undefined {
  if (text.trim() === 'none') return { from: 0, until: 0, days: [] };
  const [hours = '', ...days] = text.split(',').map((part) => part.trim().toLowerCase());
  const read = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/.exec(hours);
  if (!read || days.some((day) => !NAMES.includes(day)) || days.length > 6) return undefined;
  const [h1, m1, h2, m2] = read.slice(1).map(Number) as [number, number, number, number];
  return { from: h1 * 60 + m1, until: h2 * 60 + m2, days: days.map((day) => NAMES.indexOf(day)) };
}
