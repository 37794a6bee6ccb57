/** When a reminder is told: the day before at ten, by the clock of the person, outside the quiet hours. Pure. */
import { DAY_MS, MINUTE_MS } from '../knowledge/hours/civil.ts';
import { Clock } from '../knowledge/hours/clock.ts';
import { zoneOf } from '../phone.ts';
import { afterQuiet, type Quiet } from '../quiet.ts';

const TEN = 10 * 60;
const EIGHT = 8 * 60;
const HOUR = 3_600_000;
/** A day before that is quiet from end to end gives way to the one before it: a week has seven. */
const DAYS_BACK = 7;
/** A reminder that comes later than that before its moment is of no use. */
const LEAST = HOUR;
/** After a guidance, somebody has had the time to try. */
const AFTER_DAYS = 7;

/** Ten o'clock of the last day before `moment` that is not quiet, else eight of the same day, else an hour before it. */
export function remindAt(moment: number, number: string, now: number, quiet: Quiet): number {
  const zone = zoneOf(number);
  const clock = new Clock(zone);
  const day = Math.floor(clock.wall(moment) / DAY_MS);
  const at = (of: number, minute: number) => clock.instant(of * DAY_MS + minute * MINUTE_MS, 0);
  const before = Array.from({ length: DAYS_BACK }, (_, back) => at(day - 1 - back, TEN));
  const fine = (instant: number) =>
    instant >= now && instant <= moment - LEAST && afterQuiet(instant, zone, quiet) === instant;
  return [...before, at(day, EIGHT)].find(fine) ?? Math.max(now, moment - LEAST);
}

/** Ten o'clock, seven days after a guidance left. */
export function askAfter(left: number, number: string, quiet: Quiet): number {
  const zone = zoneOf(number);
  const clock = new Clock(zone);
  const day = Math.floor(clock.wall(left) / DAY_MS) + AFTER_DAYS;
  return afterQuiet(clock.instant(day * DAY_MS + TEN * MINUTE_MS, 0), zone, quiet);
}
