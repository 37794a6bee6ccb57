/** How easy a text is to read, by the formulas that editors know: Kandel-Moles for French, Flesch for English. */
import { sentences } from './cut.ts';
import { englishSyllables } from './english.ts';
import { OFFICIAL_NAMES } from './official-names.ts';
import { frenchSyllables } from './syllables.ts';
import { words } from './words.ts';

export interface Readability {
  /** Higher is easier: a whole French sheet aims at 80, an English one at 70. Not bounded. */
  readonly score: number;
  readonly sentences: number;
  /** Words that were counted. */
  readonly words: number;
  readonly syllables: number;
  /** Share of all words, 0 to 1, that were left out: numbers, addresses and official names. */
  readonly leftOut: number;
}

const FORMULAS = {
  // Kandel and Moles (1958), Flesch's formula adjusted to French, with the mute final e not counted.
  fr: { base: 207, perSentence: 1.015, perWord: 73.6, syllables: frenchSyllables },
  // Flesch (1948).
  en: { base: 206.835, perSentence: 1.015, perWord: 84.6, syllables: englishSyllables },
} as const;

/** Languages that have a formula. */
export type ReadableLang = keyof typeof FORMULAS;

/** Web and mail addresses: no reader sounds them out. */
const ADDRESS =
  /(?:https?:\/\/)?[\w.+-]*@?(?:[\p{L}\d-]+\.)+(?:fr|com|org|net|eu|info|re|nc|pf|example)(?:\/[\w~./-]*\w)?(?![\p{L}\d])/giu;

/**
 * Readability of a whole text, line ends being sentence ends. `undefined` where nothing is left to count. Official names are looked
 * for longest first; those wholly in capitals are matched as they are, the others in any case.
 */
export function readability(
  text: string,
  lang: ReadableLang,
  names: readonly string[] = OFFICIAL_NAMES,
): Readability | undefined {
  const { base, perSentence, perWord, syllables } = FORMULAS[lang];
  const named = namesPattern(names);
  let counted = 0;
  let count = 0;
  let total = 0;
  let sounds = 0;
  for (const sentence of sentences(text)) {
    total += words(sentence).length;
    const left = words(named(sentence.replace(ADDRESS, ' '))).filter(
      (word) => !/\d/.test(word) && !/^\p{L}{1,2}['’]$/u.test(word),
    );
    if (left.length === 0) continue;
    counted++;
    count += left.length;
    for (const word of left) sounds += syllables(bare(word));
  }
  if (count === 0) return undefined;
  return {
    score: base - (perSentence * count) / counted - (perWord * sounds) / count,
    sentences: counted,
    words: count,
    syllables: sounds,
    // An address inside a word may cut it in two.
    leftOut: Math.max(0, 1 - count / total),
  };
}

/** Words of the longest sentence: every word, numbers and names too. A number written in groups is one. */
export function longestSentence(text: string): number {
  return Math.max(0, ...sentences(text).map((sentence) => words(sentence).length));
}

/** A word without the punctuation around it. */
function bare(word: string): string {
  return word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
}

/** Takes the names out of a text. */
function namesPattern(names: readonly string[]): (text: string) => string {
  const pattern = (some: readonly string[], flags: string): RegExp | undefined => {
    if (some.length === 0) return undefined;
    const longestFirst = [...some]
      .sort((a, b) => b.length - a.length)
      .map((name) => literally(name).replaceAll("'", "['’]"));
    return new RegExp(`(?<![\\p{L}\\d])(?:${longestFirst.join('|')})(?![\\p{L}\\d])`, flags);
  };
  const inCapitals = (name: string): boolean => name === name.toUpperCase();
  const anyCase = pattern(
    names.filter((name) => !inCapitals(name)),
    'giu',
  );
  const asTheyAre = pattern(names.filter(inCapitals), 'gu');
  return (text) =>
    [anyCase, asTheyAre].reduce((rest, some) => (some === undefined ? rest : rest.replace(some, ' ')), text);
}

function literally(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
