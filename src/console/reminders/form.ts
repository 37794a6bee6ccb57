/** What the form of a reminder sends, and the draft that it means. */
import { z } from 'zod';
import { mobileOf, phoneNumber, type Territories, zoneOf } from '../../phone.ts';
import type { ReminderDraft } from '../../reminders/check.ts';
import { instantOf } from '../dates.ts';

const word = (most: number) => z.string().trim().max(most).default('');
const tick = z.literal('oui').optional();
/** A last day ends with its offices. */
const CLOSING = '18:00';

/** Unknown fields are dropped; a field that is too long refuses the whole form, as no browser sends one. */
export const sent = z.object({
  cle: z.uuid().optional(),
  to: word(30),
  by: word(60),
  lang: word(10),
  kind: z.enum(['visit', 'deadline']).default('visit'),
  place: word(200),
  papers: word(200),
  date: word(10),
  time: word(5),
  discreet: tick,
  consent: tick,
});
export type Fields = z.infer<typeof sent>;

export function draftOf(fields: Fields, territories: Territories): ReminderDraft {
  const { by, lang, kind, place, papers, date, time, discreet, consent } = fields;
  const to =
    mobileOf(fields.to.replace(/\D/g, ''), territories) ?? phoneNumber(fields.to, territories) ?? fields.to;
  // An appointment has an hour; a last day has none to tell.
  const hour = kind === 'deadline' && time === '' ? CLOSING : time;
  return {
    ...{ to, by, kind, lang, place, papers, at: instantOf(date, hour, zoneOf(to)) },
    ...{ discreet: discreet === 'oui', consent: consent === 'oui' },
  };
}
