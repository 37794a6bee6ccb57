/** A day and an hour as people write or key them, and the instant that they mean. Pure. */
import { normalize } from '../normalize.ts';
import { wall } from '../points/time.ts';

/** Months as they are written, in the languages that are served: the first letters are enough. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan'],
  ['fev', 'feb'],
  ['mar'],
  ['avr', 'apr'],
  ['mai', 'may'],
  ['juin', 'june'],
  ['juil', 'july'],
  ['aou', 'aug'],
  ['sep'],
  ['oct'],
  ['nov'],
  ['dec'],
];
const DAYS_IN = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** A day of the year: month 0 to 11. */
export interface DayOf {
  readonly day: number;
  readonly month: number;
  /** What came behind it. */
  readonly rest: string;
}

/** `12/12`, `le 12 décembre`, `1212` on a keypad; undefined when it is no day. */
export function dayIn(said: string): DayOf | undefined {
  const text = normalize(said).replace(/^(?:le |the |pour le |on )/, '');
  const keyed = /^(\d\d)(\d\d)$/.exec(text);
  const [, first = '', second = '', rest = ''] =
    keyed ?? /^(\d{1,2}|1er)(?:st|nd|rd|th)? ([a-z]+|\d{1,2})(?: 20\d\d)?(?: (.*))?$/.exec(text) ?? [];
  const day = Number.parseInt(first, 10);
  const month = /^\d/.test(second)
    ? Number(second) - 1
    : MONTHS.findIndex((names) => names.some((name) => second.startsWith(name)));
  const most = DAYS_IN[month];
  return most !== undefined && day >= 1 && day <= most ? { day, month, rest } : undefined;
}

/** Minutes of the day: `14h`, `14h30`, `14:30`, `2 pm`, `1430` on a keypad; undefined when it is no hour. */
export function hourIn(said: string): number | undefined {
  const text = normalize(said).replace(/^(?:a |at |vers )/, '');
  const [, h, m, half] =
    /^(\d\d?)(?: ?(?:h|heures?)? ?(\d\d))?(?: ?(?:h|heures?))?(?: ?(am|pm))?$/.exec(text) ??
    /^(\d\d)(\d\d)()$/.exec(text) ??
    [];
  const hour = Number(h ?? 99) + (half === 'pm' && Number(h) < 12 ? 12 : 0);
  const minute = Number(m ?? 0);
  return hour < 24 && minute < 60 ? hour * 60 + minute : undefined;
}

/** The next time that a clock of this zone shows this day and minute, from `now` on. UTC milliseconds. */
export function nextInstant(day: number, month: number, minute: number, zone: string, now: number): number {
  const { year } = wall(now, zone);
  const [soon, later] = [year, year + 1].map((y) => instant(y, month, day, minute, zone)) as [number, number];
  return soon > now ? soon : later;
}

function instant(year: number, month: number, day: number, minute: number, zone: string): number {
  const meant = Date.UTC(year, month, day, 0, minute);
  // One step tells how far the clock is from it; the second, whether it was changed in between.
  let at = meant;
  for (let step = 0; step < 2; step += 1) {
    const seen = wall(at, zone);
    at += meant - Date.UTC(seen.year, seen.month, seen.day, seen.hour, seen.minute);
  }
  return at;
}
