/** Small readings of a few words: a command, a number, the name of an option. Texts arrive normalized. */
import type { FlowEvent, Lang, Line, Option } from './flow.ts';
import { GLOBALS, type Global } from './input.ts';
import type { Knowledge } from './knowledge.ts';
import type { Languages } from './languages.ts';
import { normalize } from './normalize.ts';
import type { Texts } from './texts/index.ts';

/** What is needed to understand anything. */
export interface Ears {
  readonly knowledge: Knowledge;
  /** Words of every language that is served: commands are understood in all of them. */
  readonly words: readonly Texts['words'][];
  /** The same by language. */
  readonly languages: Languages;
  readonly lang: Lang;
  /**
   * Whether somebody who writes in a language that is not served is still to be told so in it: of the very first text, before
   * anything is looked for; later, only of what means nothing else, since a foreign word may be a name.
   */
  readonly first?: 'any' | 'unclear';
  /** The open consultation of this keyword: its id. */
  readonly called?: (keyword: string) => string | undefined;
  /** Ten digits are in this message, and are a receipt whose vote counts. */
  readonly counted?: boolean;
  /** Places that this number speaks for, by text, and the moment. */
  readonly own?: { readonly now: number; places(): readonly string[] };
  /** What this very text orders, of somebody who may. */
  readonly order?: FlowEvent;
  /** Words that came moments ago and meant nothing alone. */
  readonly fragment?: string;
}

/** The command that is the whole message, politeness aside. */
export function commandOf(text: string, ears: Pick<Ears, 'words'>): Global | undefined {
  const inner = bare(text, ears);
  for (const word of GLOBALS) {
    if (ears.words.some((w) => w.globals[word].includes(text) || w.globals[word].includes(inner)))
      return word;
  }
  return undefined;
}

/** Without the politeness at both ends. */
export function bare(text: string, ears: Pick<Ears, 'words'>): string {
  for (let rest = text; ; ) {
    // Most texts begin and end with no such word: seen at once.
    const [first = ''] = rest.split(' ', 1);
    const last = rest.slice(rest.lastIndexOf(' ') + 1);
    const before = rest;
    for (const w of ears.words) {
      const { polite, politeEnds } = setsOf(w);
      if (!politeEnds.has(first) && !politeEnds.has(last)) continue;
      for (const p of polite) {
        if (rest === p) return '';
        if (rest.startsWith(`${p} `)) rest = rest.slice(p.length + 1);
        if (rest.endsWith(` ${p}`)) rest = rest.slice(0, -p.length - 1);
      }
    }
    if (rest === before) return rest;
  }
}

/** Only thanks or a goodbye: "merci madame", "ok merci", "bonne journée". */
export function thanksIn(text: string, ears: Ears): boolean {
  const inner = bare(text, ears);
  const said = [text, ...(inner === '' ? text.split(' ') : [inner])];
  return ears.words.some((w) => said.some((s) => w.thanks.includes(s)));
}

/** A text that is one known sign, however often and in whatever colour: "👍🏽👍🏽" is "👍", a word like another. */
export function signOf(raw: string, ears: Ears): string | undefined {
  const [sign, ...others] = new Set(raw.replace(/\s|\p{Mn}|\p{Emoji_Modifier}/gu, ''));
  if (sign === undefined || others.length > 0 || !/\p{Extended_Pictographic}/u.test(sign)) return undefined;
  return ears.words.some((w) => [w.yes, w.no, w.thanks].some((signs) => signs.includes(sign)))
    ? sign
    : undefined;
}

/** A word that may stand around an answer and changes nothing. */
export function isSmall(token: string, ears: Ears): boolean {
  return ears.words.some((w) => setsOf(w).small.has(token));
}

/** Does this say the option: its label, one of its words, or these among small words ("c combien", "les papiers")? */
export function names(option: Option, text: string, ears: Ears): boolean {
  const words = option.words ?? [];
  if (words.includes(text)) return true;
  const large = (said: string) =>
    said
      .split(' ')
      .filter((token) => !isSmall(token, ears))
      .join(' ');
  const told = large(text);
  for (const label of labelsOf(option.label)) {
    if (text === label || (told !== '' && told === large(label))) return true;
  }
  // A small word that is one of the option's own counts: "quel numéro".
  const left = text.split(' ').filter((token) => words.includes(token) || !isSmall(token, ears));
  return left.length > 0 && left.length <= 2 && left.every((token) => words.includes(token));
}

/** Is this the whole name of an answer, as it is written or as it is said? */
export function isLabel(option: Option, text: string): boolean {
  return labelsOf(option.label).includes(text);
}

/** A label as it is compared, written and spoken. Lines are the same objects from turn to turn. */
const LABELS = new WeakMap<Line, readonly string[]>();
function labelsOf(label: Line): readonly string[] {
  const known = LABELS.get(label) ?? [label.text, label.spoken ?? label.text].map(normalize);
  LABELS.set(label, known);
  return known;
}

interface Sets {
  /** What changes nothing beside the name of an answer. */
  readonly small: ReadonlySet<string>;
  readonly around: ReadonlySet<string>;
  /** Longest first: "merci beaucoup" before "merci". */
  readonly polite: readonly string[];
  /** The words with which these begin and end. */
  readonly politeEnds: ReadonlySet<string>;
}

/** Gathered once by language: asked for every option of every text. */
const SETS = new WeakMap<Texts['words'], Sets>();
function setsOf(words: Texts['words']): Sets {
  const known = SETS.get(words) ?? {
    small: new Set([...words.around, ...words.small]),
    around: new Set(words.around),
    polite: [...words.polite].sort((a, b) => b.length - a.length),
    politeEnds: new Set(words.polite.flatMap((p) => [p.split(' ')[0] ?? '', p.split(' ').at(-1) ?? ''])),
  };
  SETS.set(words, known);
  return known;
}

function isAround(token: string, ears: Ears): boolean {
  return ears.words.some((w) => setsOf(w).around.has(token));
}

/** "1", "le 2", "numéro trois", "deux" → the number; anything else → undefined. */
export function numberOf(text: string, ears: Ears): number | undefined {
  const all = text.split(' ').filter((t) => t !== '');
  const left = all.length > 1 ? all.filter((t) => !isAround(t, ears)) : all;
  const [word] = left;
  if (left.length !== 1 || word === undefined) return undefined;
  if (/^\d$/.test(word)) return Number(word);
  for (const w of ears.words) {
    const found = w.numbers.findIndex((forms) => forms.includes(word));
    if (found >= 0) return found;
  }
  return undefined;
}

/** A number that is the whole message, small words aside: its digits without spaces; else undefined. */
export function numberAlone(text: string, ears: Ears): string | undefined {
  const left = bare(text, ears)
    .split(' ')
    .filter((t) => !isAround(t, ears));
  const digits = left.join('');
  return left.length > 0 && /^\d+$/.test(digits) ? digits : undefined;
}
