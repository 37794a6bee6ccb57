/** What dialogues may ask of the data: one synchronous, in-memory interface, built in src/knowledge. */
import type { Lang, Line } from './flow.ts';
import type { Places } from './places.ts';
import type { Workshops } from './workshops.ts';

/** The subjects of the library, in the order in which they are offered. */
export const THEMES = [
  'papers',
  'benefits',
  'health',
  'housing',
  'work',
  'family',
  'school',
  'residence',
  'age',
  'money',
  'justice',
  'transport',
] as const;
export type ThemeId = (typeof THEMES)[number];

/** The parts of a sheet, in reading order. Only `short` and `call` are always there. */
export const PARTS = [
  'short',
  'right',
  'steps',
  'bring',
  'where',
  'cost',
  'late',
  'changed',
  'call',
  'page',
] as const;
/** The same, in the order in which they are offered: what most people come for first. */
export const OFFERED: readonly PartId[] = [
  'steps',
  'bring',
  'where',
  'cost',
  'right',
  'late',
  'changed',
  'call',
  'page',
];
export type PartId = (typeof PARTS)[number];

/** A right or a procedure in plain words, in one language. */
export interface Sheet {
  readonly id: string;
  /** The language that the words are in: the one asked for, or French where no translation exists. */
  readonly lang: Lang;
  readonly title: Line;
  readonly theme: ThemeId;
  /** Never named by a resume, a reminder, a last place or a call menu; nothing follows it unasked. */
  readonly discreet: boolean;
  /** Official sheets that this one covers, the main one first (F1344 …). */
  readonly fiches: readonly string[];
  readonly parts: Readonly<Partial<Record<PartId, readonly Line[]>>>;
  /** Who answers for this subject: the id of a body. */
  readonly body: string;
  /** Month of the source that was really read, `YYYY-MM`. */
  readonly edition: string;
  /** What is known to have changed since that edition. */
  readonly changed?: Line;
  /** Where it is otherwise: numbers of departments, and what is told to somebody of there. */
  readonly elsewhere?: { readonly departments: readonly string[]; readonly note: Line };
  /** What is told in a part of the year only: days of the year, `MM-DD`, both included; `from` may be after `to`. */
  readonly seasons?: readonly { readonly from: string; readonly to: string; readonly says: Line }[];
  /** The human who reviewed it and the day, `YYYY-MM-DD`; absent until somebody did. */
  readonly review?: { readonly by: string; readonly on: string };
}

/** An office that answers for a field, and how to reach it. */
export interface Body {
  readonly id: string;
  readonly name: Line;
  /** As a person dials it, digits and spaces: `32 30`, `0 809 401 401`. Absent where there is none. */
  readonly number?: string;
  /** E.164, only where a call may be put through: never a number of two to four digits. */
  readonly dial?: string;
  /** Opening hours and cost in plain words. */
  readonly hours?: Line;
  /** What it answers for. */
  readonly field: Line;
}

export interface Hit {
  readonly sheet: string;
  /** 0 to 1. */
  readonly score: number;
}

/** What a question found. No hit: we do not know. Not sure: offer the two or three first as a choice. */
export interface Found {
  readonly hits: readonly Hit[];
  readonly sure: boolean;
}

/** A danger recognised in somebody's words. */
export interface Danger {
  /** Stable name: violence, suicide, child … */
  readonly kind: string;
  /** The numbers that the answer gives, the first one first. */
  readonly numbers: readonly string[];
  /** The whole answer, one segment by text. */
  readonly lines: readonly Line[];
}

export interface Knowledge {
  readonly places: Places;
  readonly workshops: Workshops;
  /** Sheets of a theme, most asked first. */
  sheets(theme: ThemeId): readonly string[];
  /** A sheet in this language, else in French; undefined when the id has gone. */
  sheet(id: string, lang: Lang): Sheet | undefined;
  search(text: string, lang: Lang): Found;
  danger(text: string, lang: Lang): Danger | undefined;
  body(id: string, lang: Lang): Body | undefined;
  /** The body that answers for a theme when we do not know: its id. */
  bodyOf(theme: ThemeId): string;
  /** The body that knows what a text is about, where no sheet does: its id; undefined in doubt. */
  who(text: string, lang: Lang): string | undefined;
  /** E.164 of a mobile that we may text, from digits as a person keys them; undefined for any other number. */
  mobile(digits: string): string | undefined;
  /** A phone number as one dictates it, slowly, for a pencil. */
  dictate(number: string, lang: Lang): string;
}
