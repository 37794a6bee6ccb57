/** What may be said of a place at the desk, checked. */
import { z } from 'zod';
import { holidaysOf } from '../../knowledge/geo/zones.ts';
import { hoursCompiler, readFrenchHours } from '../../knowledge/hours/index.ts';
import type { PlaceSaid } from '../../knowledge/places/corrections.ts';
import { homely, writtenNumber } from '../../phone.ts';
import { isGsm7 } from '../../text/gsm7.ts';
import { phoneOf } from '../phones.ts';

const DAY = /^\d{4}-\d\d-\d\d$/;
const NO_LINK = 'Pas d’adresse internet.';
const short = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `${most} caractères au plus.`)
    .refine((text) => !/https?:|www\.|\S\.(fr|com|org|net)\b/i.test(text), NO_LINK)
    .refine(
      (text) =>
        isGsm7(
          text
            .normalize('NFC')
            .replace(/[’‘]/g, "'")
            .replace(/[âêîôûëïüÂÊÎÔÛÀç]/g, 'a'),
        ),
      'Un signe ne passe pas par SMS.',
    )
    .default('');
const day = z.string().trim().refine(isDay, 'Écrivez un jour.');

/** As this editor types it; what is left empty stays as it was imported. */
export const saying = z
  .object({ phone: short(30), hours: short(200), address: short(80), note: short(100), until: day })
  .transform(({ phone, hours, address, note, until }, context): PlaceSaid & { readonly until: string } => {
    const wrong = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    const e164 = phone === '' ? undefined : writtenNumber(phone);
    if (phone !== '' && e164 === undefined && !/^\d[\d ]{1,5}$/.test(phone))
      wrong('phone', 'Ce numéro n’est pas un téléphone de France.');
    const osm = hours === '' ? undefined : osmHours(hours);
    if (hours !== '' && osm === undefined)
      wrong('hours', 'Ces horaires ne se lisent pas. Exemple : lundi au vendredi 9h-12h et 14h-17h.');
    if (phone === '' && hours === '' && address === '' && note === '')
      wrong('phone', 'Écrivez ce qui est faux, au moins une case.');
    return {
      ...(phone === '' ? {} : { phone: e164 === undefined ? phone : homely(e164) }),
      ...(e164 === undefined ? {} : { dial: e164 }),
      ...(osm === undefined ? {} : { hours: osm }),
      ...(address === '' ? {} : { address }),
      ...(note === '' ? {} : { note: note.replace(/[.\s]*$/, '.') }),
      until,
    };
  });

/** Two days, the second not before the first, none of them past. */
export const closing = (now: string) =>
  z
    .object({ from: day, to: z.string().trim().default('') })
    .transform(({ from, to }) => ({ from, to: to === '' ? from : to }))
    .refine(({ to }) => isDay(to), { path: ['to'], message: 'Écrivez un jour.' })
    .refine(({ from, to }) => to >= from, { path: ['to'], message: 'Le dernier jour est avant le premier.' })
    .refine(({ to }) => to >= now, { path: ['to'], message: 'Ces jours sont passés.' });

export const phoning = z.object({
  number: z.string().transform((typed, context) => {
    const e164 = phoneOf(typed);
    if (e164 === undefined)
      context.addIssue({ code: 'custom', message: 'Ce numéro n’est pas un téléphone de France.' });
    return e164 ?? '';
  }),
});

/** French words or the grammar of OpenStreetMap; undefined for what is neither to the last word. */
function osmHours(text: string): string | undefined {
  const french = readFrenchHours(text);
  const hours = french.comment === undefined && french.hours ? french.hours : text;
  const read = hoursCompiler()({ hours }, { zone: 'Europe/Paris', holidays: holidaysOf('75') });
  return read.by === undefined || read.comment !== undefined ? undefined : hours;
}

export function isDay(text: string): boolean {
  const at = DAY.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return at !== undefined && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** The day there. */
export function today(now: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
  return parts.format(now);
}
