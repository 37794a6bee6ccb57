/**
 * Hours cut into slots: the 168 hours of an ordinary week, then the 24 of a public holiday. Which slots a place may be open in
 * is known once for all, whatever the date: a sieve that lets through too much rather than too little.
 */
import { DAY_MS, weekday } from './civil.ts';
import type { Clock } from './clock.ts';
import type { Rule } from './grammar.ts';
import type { Holidays } from './holidays.ts';

const HOURS = 24;
const HOUR_MS = 3_600_000;
const HOLIDAY = 7 * HOURS;
export const SLOTS = HOLIDAY + HOURS;

/** One clock with one list of holidays, shared by all the places that keep them. */
export interface Calendar {
  /** The slot of an instant; undefined on a day that is off by custom alone, when nothing is known to be open. */
  slot(instant: number): number | undefined;
}

export function calendarOf(clock: Clock, days: Holidays): Calendar {
  return {
    slot(instant) {
      const wall = clock.wall(instant);
      const day = Math.floor(wall / DAY_MS);
      const hour = Math.floor((wall - day * DAY_MS) / HOUR_MS);
      const holiday = days.on(day);
      if (holiday === 'customary') return undefined;
      return holiday === 'legal' ? HOLIDAY + hour : weekday(day) * HOURS + hour;
    },
  };
}

/** Every slot in which one of the rules opens, whatever its season and whatever takes its place. */
export function slotsOf(rules: readonly Rule[]): ReadonlySet<number> {
  const slots = new Set<number>();
  for (const { weekdays, holidays, times } of rules) {
    for (let at = 0; at < times.length; at += 2) {
      const last = Math.ceil((times[at + 1] as number) / 60);
      for (let hour = Math.floor((times[at] as number) / 60); hour < last; hour++) {
        if (holidays) slots.add(HOLIDAY + hour);
        for (let day = 0; day < 7; day++) if (weekdays & (1 << day)) slots.add(day * HOURS + hour);
      }
    }
  }
  return slots;
}
