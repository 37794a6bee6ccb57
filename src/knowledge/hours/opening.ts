/** Is it open now, until when, and when does it open next. */
import { DAY, DAY_MS, MINUTE_MS } from './civil.ts';
import { openingByLibrary } from './library.ts';
import type { Plan, Times } from './plan.ts';
import type { CompiledHours, Opening } from './types.ts';

const UNKNOWN: Opening = { is: 'unknown' };
const NONE: Times = [];

/** Days looked ahead for an opening: a little over a year, for places that open one season. */
const AHEAD = 370;

/** A day as it is known: its open times, and whether the place may be closed all the same. */
interface Day {
  readonly times: Times;
  readonly doubtful: boolean;
}

/**
 * What is known of a place at an instant (UTC milliseconds), by its own clock and its own public holidays, whatever the
 * process's zone.
 *
 * - A place with a comment on its hours, or with hours that cannot be read, is `unknown`.
 * - On a public holiday that the hours do not mention, the times at which it would be open are `unknown`; the times at which
 *   it would be closed anyway stay closed. The same on days that are only off by local custom.
 * - `opens` is the next moment at which it is known to open: doubtful days are passed over.
 */
export function openingAt(hours: CompiledHours, instant: number): Opening {
  const { by, comment } = hours;
  if (by === undefined || comment !== undefined) return UNKNOWN;
  if (by.kind === 'library') return openingByLibrary(hours, by, instant);
  const wall = hours.clock.wall(instant);
  const day = Math.floor(wall / DAY_MS);
  const minute = Math.floor((wall - day * DAY_MS) / MINUTE_MS);
  const { times, doubtful } = dayOf(hours, by, day);
  for (let at = 0; at < times.length; at += 2) {
    const [from, to] = [times[at] as number, times[at + 1] as number];
    if (minute < from) {
      return {
        is: 'closed',
        opens: doubtful ? nextDay(hours, by, day, instant) : when(hours, day, from, instant),
      };
    }
    if (minute >= to) continue;
    if (doubtful) return UNKNOWN;
    return {
      is: 'open',
      until: to < DAY ? when(hours, day, to, instant) : pastMidnight(hours, by, day, instant),
    };
  }
  return { is: 'closed', opens: nextDay(hours, by, day, instant) };
}

function dayOf(hours: CompiledHours, plan: Plan, day: number): Day {
  const holiday = hours.days.on(day);
  if (holiday === undefined) return { times: plan.ordinary(day), doubtful: false };
  const told = holiday === 'legal' ? plan.holiday(day) : undefined;
  return told ? { times: told, doubtful: false } : { times: plan.ordinary(day), doubtful: true };
}

/** Open until midnight: on to the next day's closing, unless that day is doubtful. */
function pastMidnight(hours: CompiledHours, plan: Plan, today: number, instant: number): number | undefined {
  for (let day = today + 1; day <= today + AHEAD; day++) {
    const { times, doubtful } = dayOf(hours, plan, day);
    if (doubtful || times[0] !== 0) return when(hours, day, 0, instant);
    if (times[1] !== DAY) return when(hours, day, times[1] as number, instant);
  }
  return undefined;
}

/** The first opening of a later day that is known. */
function nextDay(hours: CompiledHours, plan: Plan, today: number, instant: number): number | undefined {
  for (let day = today + 1; day <= today + AHEAD; day++) {
    const { times, doubtful } = dayOf(hours, plan, day);
    const [from] = doubtful ? NONE : times;
    if (from !== undefined) return when(hours, day, from, instant);
  }
  return undefined;
}

const when = ({ clock }: CompiledHours, day: number, minute: number, after: number) =>
  clock.instant(day * DAY_MS + minute * MINUTE_MS, after);
