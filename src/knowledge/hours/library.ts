/** What our own form cannot express, asked of the `opening_hours` library as if the process stood where the place is. */
import OpeningHours, { type opening_hours } from 'opening_hours';
import { civil, DAY, DAY_MS, dayNumber, MINUTE_MS } from './civil.ts';
import type { CompiledHours, Opening } from './types.ts';

const UNKNOWN: Opening = { is: 'unknown' };
/** Changes looked through for a known opening. */
const CHANGES = 60;
/** No opening is looked for beyond this many days. */
const AHEAD_MS = 370 * DAY_MS;

export interface LibraryHours {
  readonly kind: 'library';
  readonly library: opening_hours;
  /** The string speaks of public holidays. */
  readonly tellsHolidays: boolean;
}

/**
 * Hours that the library reads without an error; undefined otherwise.
 * The sun and school holidays would need what we have not; days without any time would mean "day and night", which nobody
 * who wrote "Mo-Fr" meant.
 */
export function libraryHours(text: string): LibraryHours | undefined {
  if (/\b(SH|sunrise|sunset|dawn|dusk|easter)\b/i.test(text)) return undefined;
  const said = text.replace(/"[^"]*"/g, '""').split(/[;]|\|\|/);
  if (said.some((rule) => rule.trim() !== '' && !/\d|\b(off|closed|unknown)\b|""/i.test(rule)))
    return undefined;
  try {
    const library = new OpeningHours(text, FRANCE, { mode: 0 } as never);
    // A warning is a guess at what was meant: "14-17" may be hours, or days.
    if (doubts(library)) return undefined;
    return { kind: 'library', library, tellsHolidays: /\bPH\b/i.test(text) };
  } catch {
    return undefined;
  }
}

/** Public holidays are ours; the library only needs a country to accept the word. */
const FRANCE = { lat: 46.5, lon: 2.5, address: { country_code: 'fr', state: '' } };

function doubts(library: opening_hours): boolean {
  const harmless =
    /^(combine_rules|public_holiday|separator_for_readability|date_past|year_past|date_range_past)$/;
  return library.getStructuredWarnings().some(({ type }) => !harmless.test(type));
}

/** As `openingAt`, for hours that the library reads. */
export function openingByLibrary(hours: CompiledHours, by: LibraryHours, instant: number): Opening {
  const start = hours.clock.wall(instant);
  const now = asLocal(start);
  if (now === undefined) return UNKNOWN;
  const state = stateAt(hours, by, now, start);
  if (state === 'unknown') return UNKNOWN;
  const end = start + AHEAD_MS;
  let date: Date = now;
  for (let changes = 0; changes < CHANGES; changes++) {
    const next = by.library.getNextChange(date, new Date(date.getTime() + AHEAD_MS));
    const wall = next && asWall(next);
    const known = Math.min(wall ?? end, end);
    const doubtful = doubtfulDay(hours, by, asWall(date), known);
    // Open over midnight into a day that may be off: known until that midnight.
    if (state === 'open') {
      const until = doubtful ?? known;
      return { is: 'open', until: until >= end ? undefined : hours.clock.instant(until, instant) };
    }
    if (next === undefined || wall === undefined || wall >= end) break;
    if (stateAt(hours, by, next, wall) === 'open') {
      return { is: 'closed', opens: hours.clock.instant(wall, instant) };
    }
    date = next;
  }
  return { is: 'closed', opens: undefined };
}

function stateAt(hours: CompiledHours, by: LibraryHours, date: Date, wall: number): Opening['is'] {
  if (by.library.getUnknown(date) || by.library.getComment(date) !== undefined) return 'unknown';
  const open = by.library.getState(date);
  return open && mayBeOff(hours, by, wall) ? 'unknown' : open ? 'open' : 'closed';
}

/**
 * A holiday that the string does not mention, or that the library does not know as one. The library knows those of all France
 * only, and no custom.
 */
function mayBeOff(hours: CompiledHours, by: LibraryHours, wall: number): boolean {
  const day = Math.floor(wall / DAY_MS);
  const holiday = hours.days.on(day);
  if (holiday === undefined) return false;
  if (!by.tellsHolidays || holiday === 'customary') return true;
  const noon = asLocal(day * DAY_MS + (DAY / 2) * MINUTE_MS);
  return noon === undefined || !by.library.getPublicHolidayContext(noon).isHoliday;
}

/** The first midnight between two moments that begins a doubtful day. */
function doubtfulDay(hours: CompiledHours, by: LibraryHours, from: number, to: number): number | undefined {
  for (let day = Math.floor(from / DAY_MS) + 1; day * DAY_MS < to; day++) {
    if (mayBeOff(hours, by, day * DAY_MS)) return day * DAY_MS;
  }
  return undefined;
}

/**
 * The library reads its dates in the process's zone: a date whose local clock shows what the wall of the place shows. In the
 * hour that the process's own zone jumps over there is none, and nothing is claimed.
 */
function asLocal(wall: number): Date | undefined {
  const day = Math.floor(wall / DAY_MS);
  const { year, month, day: dayOfMonth } = civil(day);
  const minute = Math.floor((wall - day * DAY_MS) / MINUTE_MS);
  const date = new Date(year, month - 1, dayOfMonth, Math.floor(minute / 60), minute % 60);
  return asWall(date) === day * DAY_MS + minute * MINUTE_MS ? date : undefined;
}

function asWall(date: Date): number {
  const day = dayNumber(date.getFullYear(), date.getMonth() + 1, date.getDate());
  return day * DAY_MS + (date.getHours() * 60 + date.getMinutes()) * MINUTE_MS;
}
