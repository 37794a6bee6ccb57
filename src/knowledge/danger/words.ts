/** From a text to the words that rules are compared with: shorthand written out, elisions parted, fillers gone. */
import { tokens } from '../../../flows/normalize.ts';
import type { Language } from './data.ts';
import type { Lexicon } from './lexicon.ts';

/** Longer texts are read to here: no message is longer, and a rule needs a few words. */
const MOST = 320;

/** Tokens of a phrase of the data: `*` ends a stem, `{5-17}` stands for each number of a range. */
export function phraseTokens(phrase: string): string[][] {
  const range = /\{(\d+)-(\d+)\}/.exec(phrase);
  if (range) {
    const all: string[][] = [];
    for (let n = Number(range[1]); n <= Number(range[2]); n++) {
      all.push(...phraseTokens(phrase.replace(range[0], String(n))));
    }
    return all;
  }
  const read = phrase.split(/\s+/).flatMap((piece) => {
    const words = tokens(piece);
    const last = words.length - 1;
    return words.map((word, i) => (i === last && piece.endsWith('*') ? `${word}*` : word));
  });
  return [read];
}

/** Words that say nothing either way: they may stand anywhere. */
export function fillersOf(language: Language): ReadonlySet<string> {
  return new Set(language.fillers.flatMap((word) => tokens(word)));
}

/** Makes the reader of words of one language. */
export function makeWords(
  language: Language,
  lexicon: Lexicon,
  figures: Lexicon,
): (text: string) => string[] {
  const shorthand = new Map(
    Object.entries(language.shorthand).map(([k, v]) => [tokens(k).join(' '), tokens(v)]),
  );
  const fillers = fillersOf(language);
  return (text) =>
    tokens(text)
      .slice(0, MOST)
      .flatMap((token) => shorthand.get(token) ?? [token])
      .flatMap((token) => (figures.knows(token) ? [token] : elided(token, language.elisions, lexicon)))
      .flatMap((token) => shorthand.get(token) ?? [token])
      .filter((token) => !fillers.has(token));
}

/** "mtape" is "m tape" where "tape" is a word and "mtape" is none. */
function elided(token: string, elisions: readonly string[], lexicon: Lexicon): string[] {
  if (lexicon.knows(token)) return [token];
  for (const head of elisions) {
    const rest = token.slice(head.length);
    if (token.startsWith(head) && rest.length >= 3 && lexicon.knows(rest)) return [head, rest];
  }
  return [token];
}
