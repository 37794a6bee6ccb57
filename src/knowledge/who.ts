/** Who knows what we do not: the office whose words a text says. */
import type { Lang } from '../../flows/flow.ts';
import { tokens } from '../../flows/normalize.ts';
import { stem } from './search/stem.ts';

/** How people name the field of a body in one language. */
export interface FieldWords {
  readonly body: string;
  readonly lang: Lang;
  readonly words: readonly string[];
}

/** The body that answers for what a text is about, by its id; none in doubt. */
export type Who = (text: string, lang: Lang) => string | undefined;

interface Phrase {
  readonly body: string;
  readonly lang: Lang;
  readonly stems: readonly string[];
  readonly length: number;
}

/** Characters of a text that are read: ten SMS. */
const READ = 1600;
/** Further apart than this, the words of a phrase are not about one thing. Words. */
const NEAR = 6;
/** Words that a phrase may be written with or without. */
const LITTLE = new Set(
  'a au aux d de des du en et l la le les un une mon ma mes ton ta son sa pour sur the an of for to my is'.split(
    ' ',
  ),
);

/**
 * A phrase is said where all its words stand near each other, in any order. The longest phrase counts: "passeport chien" is
 * not "passeport". Words of the person's language come before those of others, since people mix them.
 */
export function makeWho(fields: readonly FieldWords[]): Who {
  const byFirst = new Map<string, Phrase[]>();
  for (const { body, lang, words } of fields) {
    for (const word of words) {
      const stems = stemsOf(word);
      const [first] = stems;
      if (first === undefined) continue;
      const phrase = { body, lang, stems, length: stems.join('').length };
      byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
    }
  }
  return (text, lang) => {
    const said = stemsOf(text.slice(0, READ));
    let best: Phrase | undefined;
    said.forEach((word, at) => {
      for (const phrase of byFirst.get(word) ?? []) {
        if (stands(phrase, said, at) && (best === undefined || compare(phrase, best, lang) > 0))
          best = phrase;
      }
    });
    return best?.body;
  };
}

function stemsOf(text: string): string[] {
  return tokens(text)
    .filter((word) => !LITTLE.has(word))
    .map(stem);
}

/** Whether all the words of a phrase stand around its first one. */
function stands(phrase: Phrase, said: readonly string[], at: number): boolean {
  const around = said.slice(Math.max(0, at - NEAR), at + NEAR + 1);
  return phrase.stems.every((word) => around.includes(word));
}

/** More words, then the person's language, then longer words; what was said first stays. */
function compare(a: Phrase, b: Phrase, lang: Lang): number {
  const own = (phrase: Phrase) => Number(phrase.lang === lang);
  return a.stems.length - b.stems.length || own(a) - own(b) || a.length - b.length;
}
