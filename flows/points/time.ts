/** Opening states in words, in the place's own zone; and the moments that one may ask about. Pure. */
import type { Here } from '../flow.ts';
import type { Near } from '../places.ts';

interface Clock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
}

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** A place's data is told its age after this. */
const OLD = 365 * DAY;

const formats = new Map<string, Intl.DateTimeFormat>();

/** The wall clock of a zone. Formats are costly to make and hold nothing: one is kept for each zone. */
export function wall(instant: number, zone: string): Clock {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    formats.set(zone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(instant).map((p) => [p.type, Number(p.value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts;
  return {
    year,
    month: month - 1,
    day,
    weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay(),
    hour,
    minute,
  };
}

/** "ouvert jusqu'à 17h", "ouvre lundi 9h", "sur rendez-vous": never "open" where it may be closed. */
export function sayOpening({ place, opening }: Near, at: number, { t, now }: Here): string {
  const p = t.points;
  if (opening.is === 'closed' && opening.through !== undefined)
    return closedThrough(opening.through, place.zone, t, now);
  if (place.visits) return p.visits[place.visits];
  if (place.comment) return p.comment;
  if (opening.is === 'unknown') return p.unknownHours;
  if (opening.is === 'open') {
    const until = opening.until === undefined ? '' : clock(opening.until, place.zone, t);
    return at === now ? p.open(until) : `${weekday(at, at, place.zone, t, now)} ${p.open(until)}`;
  }
  if (opening.opens === undefined) return p.closed;
  return p.opens(weekday(opening.opens, at, place.zone, t, now), clock(opening.opens, place.zone, t));
}

/** "fermé aujourd'hui", "fermé jusqu'au 3 janvier": what the place or those who keep it said. */
function closedThrough(last: number, zone: string, t: Here['t'], now: number): string {
  const [end, today] = [wall(last, zone), wall(now, zone)];
  if (end.year === today.year && end.month === today.month && end.day === today.day)
    return t.points.closedToday;
  return t.points.closedThrough(end.day, end.month);
}

/** Nothing for today, "demain", a weekday within the week, else the date. */
function weekday(instant: number, _at: number, zone: string, t: Here['t'], now: number): string {
  const then = wall(instant, zone);
  const today = wall(now, zone);
  const days = Math.round(
    (Date.UTC(then.year, then.month, then.day) - Date.UTC(today.year, today.month, today.day)) / DAY,
  );
  if (days === 0) return '';
  if (days === 1) return t.points.tomorrow;
  if (days < 7) return t.points.day(then.weekday);
  return t.points.date(then.weekday, then.day, then.month);
}

function clock(instant: number, zone: string, t: Here['t']): string {
  const { hour, minute } = wall(instant, zone);
  return t.points.time(hour, minute);
}

/** "vendredi 16 janvier 12h": an instant that was promised, by this clock. Never "tomorrow": it is read later than it is written. */
export function dateAndTime(instant: number, zone: string, t: Here['t']): string {
  const then = wall(instant, zone);
  return `${t.points.date(then.weekday, then.day, then.month)} ${t.points.time(then.hour, then.minute)}`;
}

/** Tomorrow and the days after, mornings and afternoons, as instants of the spot's zone. */
export function moments(
  zone: string,
  now: number,
): readonly { readonly at: number; readonly morning: boolean }[] {
  const all: { at: number; morning: boolean }[] = [];
  for (let day = 0; all.length < 8; day++) {
    for (const hour of [10, 15]) {
      const at = atHour(now + day * DAY, hour, zone);
      // Sundays answer themselves: "open" there would be the exception, and is found by asking for another day.
      if (at > now + HOUR && wall(at, zone).weekday !== 0) all.push({ at, morning: hour === 10 });
    }
  }
  return all.slice(0, 8);
}

/** The instant of this hour on the zone's day; clock changes happen at night, so one correction is enough. */
function atHour(instant: number, hour: number, zone: string): number {
  const { year, month, day } = wall(instant, zone);
  const guess = Date.UTC(year, month, day, hour);
  return guess - (wall(guess, zone).hour - hour) * HOUR;
}

export function momentLabel(at: number, morning: boolean, zone: string, { t, now }: Here) {
  const day = weekday(at, at, zone, t, now) || t.points.today;
  return morning ? t.points.morning(day) : t.points.afternoon(day);
}

/** Month and year of data that is older than a year. */
export function staleness(updatedAt: number | undefined, now: number, t: Here['t']) {
  if (updatedAt === undefined || now - updatedAt < OLD) return [];
  const { month, year } = wall(updatedAt, 'Europe/Paris');
  return [t.points.old(month, year)];
}
