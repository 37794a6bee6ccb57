/** What the form of a guidance sends, and the draft that it means. */
import { z } from 'zod';
import type { Draft } from '../../guidance/check.ts';
import type { Territories } from '../../phone.ts';
import { mobileOf, writtenNumber, zoneOf } from '../../phone.ts';
import type { FormView } from '../../web/index.ts';
import { instantOf } from '../dates.ts';

const word = (most: number) => z.string().trim().max(most).default('');
const tick = z.literal('oui').optional();

/** Unknown fields are dropped; a field that is too long refuses the whole form, as no browser sends one. */
export const sent = z.object({
  cle: z.uuid().optional(),
  to: word(30),
  by: word(60),
  lang: word(10),
  where: word(80),
  place: word(120),
  note: word(400),
  word: word(60),
  date: word(10),
  time: word(5),
  alone: tick,
  consent: tick,
  urgent: tick,
  suite: tick,
});
export type Fields = z.infer<typeof sent>;

/** The draft that was typed. A moment that cannot be read is no draft: the field that is wrong. */
export function draftOf(
  fields: Fields,
  sheet: string,
  territories: Territories,
): { readonly draft: Draft; readonly wrong?: string } {
  const { by, lang, note, word, place, alone, consent, urgent, date, time } = fields;
  const to = numberOf(fields.to, territories) ?? fields.to;
  const at = date === '' ? undefined : instantOf(date, time === '' ? '09:00' : time, zoneOf(to));
  const [id, spot] = place.split('|');
  const draft: Draft = {
    ...{ to, by, sheet, lang, note, word, alone: alone === 'oui', consent: consent === 'oui' },
    ...(id && spot ? { place: { id, spot } } : {}),
    ...(at === undefined ? {} : { at }),
    ...(urgent === 'oui' ? { urgent: true } : {}),
  };
  const unread = (date !== '' && at === undefined) || (date === '' && time !== '');
  return unread ? { draft, wrong: 'Écrivez le jour et l’heure.' } : { draft };
}

/** E.164 of what was typed, a mobile first where both could be meant. */
function numberOf(typed: string, territories: Territories): string | undefined {
  return mobileOf(typed.replace(/\D/g, ''), territories) ?? writtenNumber(typed);
}

/** The same fields again, for a form that is shown once more or sends what was seen. */
export function viewOf(fields: Fields, errors: Readonly<Record<string, string>> = {}): FormView {
  return { values: Object.fromEntries(Object.entries(fields).map(([k, v]) => [k, v ?? ''])), errors };
}
