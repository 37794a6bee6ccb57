/** The front matter of a sheet: what may be written there, and how it is checked. */
import { z } from 'zod';
import { THEMES } from '../../flows/knowledge.ts';
import { characters } from './limits.ts';

const TITLE = 40;
const text = z.string().trim().min(1, 'is empty');
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'is not a month, YYYY-MM');

const title = text.refine((value) => characters(value) <= TITLE, `is longer than ${TITLE} characters`);
const words = z
  .array(text)
  .min(5, 'has fewer than 5 phrasings')
  .max(15, 'has more than 15 phrasings')
  .refine(
    (all) => new Set(all.map((one) => one.toLowerCase())).size === all.length,
    'says the same thing twice',
  );
const spoken = z.record(z.string(), text).default({});

const review = z
  .strictObject({ by: z.string().trim(), on: z.string().trim() })
  .refine(({ by, on }) => (by === '') === (on === ''), 'has a name or a day, but not both')
  .refine(({ on }) => on === '' || isDay(on), 'on is not a day, YYYY-MM-DD')
  .transform((value) => (value.by === '' ? undefined : value));

const applies = z.enum(['applies', 'differs', 'none']);
const territories = z
  .object({ default: applies, note: text.optional() })
  .catchall(applies)
  .superRefine((value, context) => {
    for (const key of Object.keys(value)) {
      if (key === 'default' || key === 'note' || /^(\d{2,3}|2[AB])$/.test(key)) continue;
      context.addIssue({ code: 'custom', path: [key], message: 'is not the number of a department' });
    }
  });
/** A day of any year, 29 February included. */
const dayOfYear = z.string().refine((day) => isDay(`2024-${day}`), 'is not a day of the year, MM-DD');
const season = z.strictObject({ from: dayOfYear, to: dayOfYear, says: z.record(z.string(), text) });
const seasons = z.array(season.refine(({ says }) => says.fr !== undefined, 'has no French')).default([]);
const fact = z.strictObject({ what: text, says: text, 'as-of': month.optional() });

/** French carries everything. */
export const FrenchFront = z.strictObject({
  title,
  theme: z.enum(THEMES),
  fiches: z.array(z.string().regex(/^[FNR]\d+$/, 'is not the id of an official sheet')).min(1, 'is empty'),
  body: text,
  discreet: z.boolean(),
  edition: month,
  changed: text.optional(),
  review: review.optional(),
  reread: z.array(text).default([]),
  territories: territories.optional(),
  /** What is told between two days of the year, under what is said in short. */
  seasons,
  words,
  spoken,
  facts: z.array(fact).default([]),
});

/** A translation says only what is said otherwise; it is reviewed for itself. */
export const TranslatedFront = z.strictObject({
  title,
  changed: text.optional(),
  review: review.optional(),
  reread: z.array(text).default([]),
  words,
  spoken,
});

export type FrenchFront = z.output<typeof FrenchFront>;
export type TranslatedFront = z.output<typeof TranslatedFront>;

function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}
