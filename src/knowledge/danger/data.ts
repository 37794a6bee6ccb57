/** The shape of the danger files: what an editor writes, checked before anybody depends on it. */
import { z } from 'zod';

/** What surrounds the words of a danger and may take the danger out of them. */
export const CONTEXTS = [
  /** Told by a screen, a paper, a book, a lesson. */
  'news',
  /** Asked about in general. */
  'question',
  /** The words of a question about rights. They only close the wide net (see pattern.ts). */
  'ask',
  /** About papers, money, insurance, dates of a procedure. */
  'paper',
  /** A postal address for somebody without a home: tonight is not what is asked. */
  'address',
  /** "One day", "in case". */
  'hypothetical',
  /** Somebody has died: what is told of an illness, an accident or a fire is over. */
  'bereavement',
  /** Days, weeks or months ago. */
  'ago',
  /** Years ago, in childhood. */
  'long-ago',
  /** Tonight, again, still: takes "long ago" back. */
  'now',
  /** Whoever writes is under eighteen. */
  'minor',
  /** Whoever writes cannot speak, or cannot hear. */
  'cannot-speak',
] as const;
export type ContextId = (typeof CONTEXTS)[number];

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'small letters, digits and hyphens');
const number = z.string().regex(/^\d[\d ]*\d$/, 'digits and spaces, as a person dials it');
const words = z.array(z.string().min(1));
const line = z.union([
  z.string().min(1),
  z.strictObject({ text: z.string().min(1), spoken: z.string().min(1) }),
]);

const helpLine = z.strictObject({
  for: z.string().min(1),
  by: z.array(z.enum(['voice', 'text'])).min(1),
  hours: z.string().min(1),
  /** Answers at any hour of any day: only such a number may come first, unless the answer says its hours. */
  always: z.boolean(),
  languages: z.string().optional(),
  overseas: z.string().optional(),
  cost: z.string().min(1),
  edition: z.string().regex(/^\d{4}-\d{2}$/, 'a month, YYYY-MM'),
  note: z.string().optional(),
});

const situation = z.strictObject({
  id,
  kind: id,
  /** The number that its answer gives first. */
  first: number,
  /** The contexts that take the danger out of this situation. */
  unless: z.array(z.enum(CONTEXTS)).default([]),
  /** The situation that it becomes when whoever writes is under eighteen. */
  minor: id.optional(),
});

/** `danger.yaml`: the numbers and the situations, the most pressing first. */
export const mainSchema = z.strictObject({
  numbers: z.record(number, helpLine),
  /** Greetings and thanks of any language: people mix them. They may stand anywhere. */
  greetings: words.default([]),
  situations: z.array(situation).min(1),
});

const simple = z.strictObject({
  /** `{number}` and `{who}` stand for the first number of the situation and for who answers it. */
  lines: z.array(line).min(1),
  who: z.record(number, z.string().min(1)),
  /** Said to those who cannot speak. */
  silent: z.array(line).min(1),
});

/** `danger.<lang>.yaml`: how people say it in one language, and what they are answered. */
export const languageSchema = z.strictObject({
  /** `french` hears "frape" in "frappé"; `plain` only doubles letters; `exact` leaves other scripts alone. */
  sound: z.enum(['french', 'plain', 'exact']),
  /** Answer in this language instead, which has answers. */
  'answer-in': z.string().optional(),
  /** How each number is said. */
  numbers: z.record(number, z.string().min(1)).default({}),
  closing: line.optional(),
  answers: z.record(id, z.array(line).min(1)).optional(),
  simple: simple.optional(),
  shorthand: z.record(z.string(), z.string().min(1)).default({}),
  elisions: words.default([]),
  fillers: words.default([]),
  negations: words.default([]),
  'not-negations': words.default([]),
  figures: words.default([]),
  ordinary: words.default([]),
  letters: words.default([]),
  contexts: z.partialRecord(z.enum(CONTEXTS), words).default({}),
  /** Concepts that stand for somebody: a pattern that begins with one begins a clause. */
  people: z.array(id).default([]),
  /** Concepts that stand for whoever writes or somebody of theirs: not news, not a general question. */
  personal: z.array(id).default([]),
  concepts: z.record(id, words.min(1)).default({}),
  rules: z.record(id, z.array(z.string().min(1)).min(1)).default({}),
});

export type Main = z.infer<typeof mainSchema>;
export type Situation = Main['situations'][number];
export type Language = z.infer<typeof languageSchema>;
export type AnswerLine = z.infer<typeof line>;
export interface DangerData extends Main {
  readonly languages: Readonly<Record<string, Language>>;
}
