/**
 * The first contact in a language that is not served: how it is recognised in a few words, and what is said in it. By script
 * where that is certain, else by its small words against ours: a French name must never turn a conversation Turkish.
 */
import type { Lang, Line } from './flow.ts';
import { isCommon, type Languages } from './languages.ts';
import { tokens } from './normalize.ts';
import { firsts } from './texts/first/index.ts';
import { ours } from './texts/first/ours.ts';

/** By what a language is known. Words are normalized. */
export interface Signs {
  readonly script: string;
  /** Latin: letters that give it away. Other scripts: its whole alphabet; absent where the script says it all. */
  readonly letters?: string;
  /** Words that hardly exist in French or English. */
  readonly words?: readonly string[];
  /** Words that it shares: they only support others. */
  readonly faint?: readonly string[];
  readonly ends?: readonly string[];
  /** How its words are spelt as no others are. */
  readonly shape?: RegExp;
}

/** What a language that is not served says once. */
export interface First {
  /** In its own name. */
  readonly name: Line;
  /** Who re-read it, of those whose language it is, and when; empty until somebody did. */
  readonly reviewed: string;
  readonly signs: Signs;
  /** By text: a machine answers, emergencies, who helps, "I speak …" for whoever is shown it, before the languages served. */
  readonly written: (operator: string) => readonly Line[];
  /** In a call: absent where only a text can be in it. */
  readonly spoken?: (operator: string) => Line;
  /** How its key is offered at the beginning of a call. */
  readonly press?: (key: string) => string;
}

/** Languages that are told apart by their words within one script. */
const LATIN = 'Latin';
/** A letter that a language lacks may stand in a name; two are another language. */
const MOST_STRANGE = 1;
/** What a word of its own is worth; a letter of its own, or a shared word. */
const OWN = 2;
const SHARED = 1;
/** What must be reached, and in a text of so few words. */
const CLEAR = 4;
const FEW = 3;
const CLEAR_IN_FEW = 2;

/** The language of a text when it is one of those that are told something first; undefined in doubt. Pure. */
export function firstLanguageOf(text: string, languages: Languages): Lang | undefined {
  const script = scriptOf(text);
  if (script === undefined) return undefined;
  return script === LATIN ? inLatin(text, languages) : inScript(text, script);
}

interface Known {
  readonly lang: Lang;
  readonly signs: Signs;
  readonly words: ReadonlySet<string>;
  readonly faint: ReadonlySet<string>;
  readonly letters: ReadonlySet<string>;
}

const KNOWN: readonly Known[] = Object.entries(firsts).map(([lang, { signs }]) => ({
  lang,
  signs,
  words: new Set(signs.words),
  faint: new Set(signs.faint),
  letters: new Set(signs.letters),
}));
const OURS: ReadonlySet<string> = new Set(ours);
const SCRIPTS = [...new Set(KNOWN.map(({ signs }) => signs.script))].map((script) => ({
  script,
  letters: new RegExp(`\\p{sc=${script}}`, 'gu'),
}));

/** The script of at least half of the letters. */
function scriptOf(text: string): string | undefined {
  const all = text.match(/\p{L}/gu)?.length ?? 0;
  return SCRIPTS.find(({ letters }) => {
    const count = text.match(letters)?.length ?? 0;
    return count > 0 && count * 2 >= all;
  })?.script;
}

/** Other scripts: by the letters that a language lacks, then by its words; the first registered where neither tells. */
function inScript(text: string, script: string): Lang | undefined {
  const said = tokens(text);
  const letters = [...text.normalize('NFC').toLowerCase()].filter((c) => /\p{L}/u.test(c));
  const possible = KNOWN.filter(({ signs }) => signs.script === script).map((known) => {
    const strange = known.letters.size === 0 ? 0 : letters.filter((c) => !known.letters.has(c)).length;
    return { known, strange, score: OWN * said.filter((w) => known.words.has(w)).length - strange };
  });
  return best(possible.filter(({ strange }) => strange <= MOST_STRANGE))?.known.lang;
}

/** Latin letters: its words must weigh enough, and more than those of the languages that are served. */
function inLatin(text: string, languages: Languages): Lang | undefined {
  const said = tokens(text);
  const letters = new Set(text.normalize('NFC').toLowerCase());
  const found = best(
    KNOWN.filter(({ signs }) => signs.script === LATIN).map((known) => {
      const own = said.filter((w) => isOwn(w, known)).length;
      // A letter of its own may stand in a name: it only supports words.
      const marks = [...known.letters].filter((c) => letters.has(c)).length;
      const shared = said.filter((w) => known.faint.has(w) && !isOwn(w, known)).length;
      return { known, own, score: OWN * own + SHARED * (marks + shared) };
    }),
  );
  if (found === undefined || found.own === 0) return undefined;
  // What both have proves nothing for either.
  const served = said.filter(
    (w) => !found.known.faint.has(w) && (OURS.has(w) || isCommon(w, languages)),
  ).length;
  const clear = said.length <= FEW ? CLEAR_IN_FEW : CLEAR;
  return found.score >= clear && found.score > OWN * served ? found.known.lang : undefined;
}

function isOwn(word: string, { words, signs }: Known): boolean {
  return (
    words.has(word) ||
    (signs.shape?.test(word) ?? false) ||
    (signs.ends?.some((end) => word.length > end.length + 2 && word.endsWith(end)) ?? false)
  );
}

/** The highest, the first of equals. */
function best<T extends { readonly score: number }>(all: readonly T[]): T | undefined {
  return all.reduce<T | undefined>((a, b) => (a === undefined || b.score > a.score ? b : a), undefined);
}
