/**
 * Permanences and workshops from a CSV that an association keeps itself. One line is one date, or a weekly series:
 *
 *   theme;lieu;adresse;code_postal;commune;latitude;longitude;date;debut;fin;jours;jusquau;places;niveau;telephone;id
 *
 * `date` and `jusquau` are days (2026-03-05 or 05/03/2026), `debut` and `fin` times (14:00, 14h30) by the clock of the place,
 * `jours` the weekdays of a series ("jeudi", "lundi et mercredi"). Only theme, lieu, code_postal or commune, date, debut and fin are needed.
 */
import { Clock } from '../../knowledge/hours/clock.ts';
import type { Workshop } from '../../knowledge/places/workshops.ts';
import { day, number, text } from '../cells.ts';
import type { Raw } from '../format.ts';
import type { Locate } from '../locate.ts';
import { phoneOf } from '../phone.ts';
import type { Reason } from '../reasons.ts';

/** What a line gives: its occurrences, each with what tells it apart from the others of its file. */
export type ReadSessions =
  | { readonly sessions: readonly { readonly key: string; readonly told: Omit<Workshop, 'id'> }[] }
  | { readonly reject: Reason };

const DAY = 86_400_000;
const MINUTE = 60_000;
/** A series of more than a year is a mistake of typing. */
const LONGEST = 370 * DAY;
const WEEK = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];

/** Is this a file of sessions? */
export function isSessions(raw: Raw): boolean {
  return ['theme', 'lieu', 'date', 'debut', 'fin'].every((field) => field in raw);
}

export function readSessions(raw: Raw, locate: Locate): ReadSessions {
  const [theme, place] = [text(raw, 'theme'), text(raw, 'lieu')];
  if (theme === undefined || place === undefined) return { reject: 'name' };
  const spot = locate({
    postal: text(raw, 'code_postal'),
    commune: text(raw, 'commune'),
    lat: number(raw, 'latitude'),
    lon: number(raw, 'longitude'),
  });
  if (!spot) return { reject: 'position' };
  const days = daysOf(raw);
  const [from, to] = [minutesOf(text(raw, 'debut')), minutesOf(text(raw, 'fin'))];
  if (!days || from === undefined || to === undefined || to <= from) return { reject: 'date' };
  const { department, rough: _, ...where } = spot;
  const seats = number(raw, 'places');
  const level = text(raw, 'niveau');
  const clock = new Clock(spot.zone);
  const own = text(raw, 'id') ?? [theme, place, spot.postal].join(' ');
  const sessions = days.map((date) => {
    const start = clock.instant(date + from * MINUTE, 0);
    const told = {
      ...{ theme, place, address: text(raw, 'adresse') ?? '', ...where },
      ...{ start, end: clock.instant(date + to * MINUTE, start) },
      ...(seats !== undefined && seats > 0 ? { seats: Math.floor(seats) } : {}),
      ...(level === undefined ? {} : { level }),
      ...phoneOf(text(raw, 'telephone'), department),
    };
    return { key: `${own} ${start}`, told };
  });
  return { sessions };
}

/** One day, or each of the weekdays of a series until its end. Midnights on the wall. */
function daysOf(raw: Raw): number[] | undefined {
  const first = day(raw, 'date');
  if (first === undefined) return undefined;
  const names =
    text(raw, 'jours')
      ?.toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const week = names.filter((name) => name !== 'et').map((name) => WEEK.indexOf(name.replace(/s$/, '')));
  if (week.includes(-1)) return undefined;
  if (week.length === 0) return [first];
  const last = day(raw, 'jusquau');
  if (last === undefined || last < first || last - first > LONGEST) return undefined;
  const days: number[] = [];
  for (let at = first; at <= last; at += DAY) if (week.includes(new Date(at).getUTCDay())) days.push(at);
  return days.length > 0 ? days : undefined;
}

function minutesOf(time: string | undefined): number | undefined {
  const [, hour, minute] = /^(\d{1,2})\s*[h:]\s*(\d{2})?$/i.exec(time ?? '') ?? [];
  const minutes = Number(hour) * 60 + Number(minute ?? 0);
  return Number.isNaN(minutes) || minutes > 24 * 60 ? undefined : minutes;
}
