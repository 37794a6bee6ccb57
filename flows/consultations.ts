/** What dialogues may ask of consultations: one synchronous, in-memory interface, built in src/consultations. */
import type { Lang } from './flow.ts';

/** The same words by language. */
export type Worded = Readonly<Record<Lang, string>>;

export interface Choice {
  /** As results name it. */
  readonly id: string;
  readonly label: Worded;
}

export const QUESTION_TYPES = ['yesno', 'choice', 'choices', 'scale', 'ranking', 'budget', 'open'] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

/** One question, immutable once its consultation is open. */
export interface Question {
  readonly id: string;
  readonly type: QuestionType;
  readonly text: Worded;
  /** Of yesno two, of scale five, of open none. */
  readonly options: readonly Choice[];
  /** choices: at most so many. budget: points to share. Otherwise 1. */
  readonly most: number;
}

/** Who may vote: who has a number, who has a paper code, or both. */
export const VOTERS = ['number', 'code', 'either'] as const;

export interface Consultation {
  readonly id: string;
  readonly slug: string;
  readonly title: Worded;
  readonly organiser: string;
  /** Normalized. */
  readonly keyword: string;
  readonly languages: readonly Lang[];
  readonly voters: (typeof VOTERS)[number];
  /** Who is asked to answer, in plain words. */
  readonly who: Worded;
  /** UTC milliseconds; `closes` is the first instant at which no vote begins any more. */
  readonly opens: number;
  readonly closes: number;
  /** Results are shown while it is open, up to the day before. */
  readonly live: boolean;
  readonly questions: readonly Question[];
}

/** Blank; the places of options, in order; points for each option; words; a recording, by the provider's id. */
export type Answer = null | readonly number[] | { readonly words: string } | { readonly recording: string };

/** A person who votes: a number or a paper code. */
export interface Voter {
  /** E.164. */
  readonly number?: string | undefined;
  /** Ten digits; empty for none. */
  readonly code: string;
}

export interface OpenConsultations {
  /** All whose votes are taken. */
  ids(): readonly string[];
  /** Those that one may begin now. */
  open(now: number): readonly Consultation[];
  /** One whose votes are taken: begun in time, and not closed. */
  get(id: string): Consultation | undefined;
  /** The id of the one of this keyword (normalized): one that may begin now, else one that is over, which says so. */
  called(keyword: string, now: number): string | undefined;
  /** The paper code in these words, if it was given out: ten digits. */
  codeIn(id: string, words: string): string | undefined;
  /** Ten digits, always the same for the same voter; undefined where the consultation or the voter is missing. */
  receipt(id: string, voter: Voter): string | undefined;
}

/** Where there are none. */
export const NO_CONSULTATIONS: OpenConsultations = {
  ids: () => [],
  open: () => [],
  get: () => undefined,
  called: () => undefined,
  codeIn: () => undefined,
  receipt: () => undefined,
};

/** Words in this language, else in the first that there is. */
export function worded(words: Worded, lang: Lang): string {
  return words[lang] ?? Object.values(words)[0] ?? '';
}

/** Digits of a paper code, and of a receipt. */
export const VOTE_DIGITS = 10;

/** Ten digits, however they were spaced; undefined when they are not as many. */
export function tenDigits(words: string): string | undefined {
  const digits = words.replace(/[\s.-]/g, '');
  return /^\d{10}$/.test(digits) ? digits : undefined;
}

/** "12 3456 7890", as one copies it. */
export function spacedDigits(digits: string): string {
  return `${digits.slice(0, 2)} ${digits.slice(2, 6)} ${digits.slice(6)}`;
}
