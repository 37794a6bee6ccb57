/** Hours of the Annuaire: ranges of days, each with one or two ranges of time and words beside them. */
import { writeWeek } from '../../knowledge/hours/write.ts';
import { text } from '../cells.ts';
import type { Raw } from '../format.ts';
import type { ReadHours } from '../hours.ts';

const DAYS = ['Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi', 'Samedi', 'Dimanche'];

/** The week; what is said beside any range, and what cannot be read, becomes the comment. */
export function weekOf(ranges: readonly Raw[], beside: string | undefined): ReadHours {
  const week: [number, number][][] = DAYS.map(() => []);
  const said: string[] = beside === undefined ? [] : [beside];
  for (const range of ranges) {
    const days = daysOf(range);
    const times = timesOf(range);
    const comment = text(range, 'commentaire');
    if (comment !== undefined) said.push(comment);
    if (!days || !times)
      said.push(
        Object.values(range)
          .filter((v) => typeof v === 'string' && v !== '')
          .join(' '),
      );
    else for (const day of days) week[day]?.push(...times);
  }
  const flat = week.map((times) => times.sort((a, b) => a[0] - b[0]).flat());
  // Two ranges of one day that overlap: which one holds?
  if (flat.some((times) => times.some((minute, at) => at > 0 && minute < (times[at - 1] as number)))) {
    said.push(...(said.length > 0 ? [] : ['Horaires à vérifier par téléphone.']));
  }
  const hours = writeWeek(flat);
  const comment = [...new Set(said)].join('. ').replace(/\.\. /g, '. ');
  return { ...(hours === '' ? {} : { hours }), ...(comment === '' ? {} : { comment }) };
}

function daysOf(range: Raw): number[] | undefined {
  const from = DAYS.indexOf(text(range, 'nom_jour_debut') ?? '');
  const to = DAYS.indexOf(text(range, 'nom_jour_fin') ?? text(range, 'nom_jour_debut') ?? '');
  if (from < 0 || to < from) return undefined;
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

function timesOf(range: Raw): [number, number][] | undefined {
  const times: [number, number][] = [];
  for (const at of [1, 2]) {
    const [from, to] = ['debut', 'fin'].map((end) => text(range, `valeur_heure_${end}_${at}`));
    if (from === undefined && to === undefined) continue;
    const [start, end] = [minutes(from), minutes(to)];
    if (start === undefined || end === undefined || end <= start) return undefined;
    times.push([start, end]);
  }
  return times;
}

function minutes(time: string | undefined): number | undefined {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(time ?? '') ?? [];
  return hour === undefined ? undefined : Number(hour) * 60 + Number(minute);
}
