/** From what a source wrote to hours that answer quickly. */
import type { HolidayRegion } from '../geo/zones.ts';
import { Clock } from './clock.ts';
import { parseRules } from './grammar.ts';
import { Holidays } from './holidays.ts';
import { libraryHours } from './library.ts';
import { planOf } from './plan.ts';
import type { CompiledHours, Local } from './types.ts';

/** What a source says of the hours of a place. */
export interface WrittenHours {
  /** In OpenStreetMap's grammar; absent when nothing is known. */
  readonly hours?: string;
  /** Whatever is said beside them. It may correct them, so that the place is never called open. */
  readonly comment?: string;
}

/** Compiles hours. Places with the same hours in the same region share one compiled form. Never throws. */
export type HoursCompiler = (written: WrittenHours, local: Local) => CompiledHours;

/** A compiler with its own clocks, holidays and forms: keep one for all the places. */
export function hoursCompiler(): HoursCompiler {
  const clocks = new Map<string, Clock>();
  const calendars = new Map<HolidayRegion, Holidays>();
  const forms = new Map<string, CompiledHours['by']>();
  const known = new Map<string, CompiledHours>();
  return ({ hours = '', comment }, { zone, holidays }) => {
    const said = comment?.trim() || commentIn(hours);
    const key = JSON.stringify([hours, said ?? '', zone, holidays]);
    const before = known.get(key);
    if (before) return before;
    const compiled: CompiledHours = {
      raw: hours,
      comment: said,
      clock: get(clocks, zone, () => new Clock(zone)),
      days: get(calendars, holidays, () => new Holidays(holidays)),
      by: get(forms, hours, () => formOf(hours)),
    };
    known.set(key, compiled);
    return compiled;
  };
}

/** Our own form for the common grammar, else the library, else nothing. */
function formOf(hours: string): CompiledHours['by'] {
  if (hours.trim() === '') return undefined;
  const rules = parseRules(hours);
  if (!rules) return libraryHours(hours);
  // "We off" alone says nothing of the other days; "off" alone does.
  const told = rules.some(({ times, named }) => times.length > 0 || !named);
  return told ? planOf(rules) : undefined;
}

/** What stands between double quotes in OpenStreetMap's grammar: "sur rendez-vous". */
function commentIn(hours: string): string | undefined {
  const comments = [...hours.matchAll(/"([^"]+)"/g)].map(([, comment]) => comment?.trim());
  return comments.length > 0 ? comments.join(', ') : undefined;
}

function get<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  if (!map.has(key)) map.set(key, make());
  return map.get(key) as V;
}
