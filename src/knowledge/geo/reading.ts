/** From what a person writes or says to places: codes first, then a whole name, then a name with more, then a part. */
import { readCode } from './codes.ts';
import type { Met, NameIndex } from './name-index.ts';
import { nameWords } from './names.ts';
import { spokenDigits } from './numbers.ts';
import { announces, isAddress, isAnswer, isRegion, strip } from './phrases.ts';
import { qualified } from './qualified.ts';
import { ranked, weight } from './ranking.ts';
import type { Guess, Where } from './types.ts';

/** What reading needs to know of the country. */
export interface Atlas {
  readonly index: NameIndex;
  /** Communes and departments, under the numbers that the index gives. */
  readonly list: readonly Where[];
  at(id: string): Where | undefined;
  /** Communes of a postal code by population, districts rather than their city. */
  inPostal(postal: string): readonly Where[];
}

/** A text longer than this is no place; its beginning is read. */
const MOST_WORDS = 24;
/** No name of a commune has more words that count. */
const MOST_IN_NAME = 8;

/** "paris20" → paris, 20. */
const apart = (word: string) => word.replace(/^([a-z]{4,})(?=\d)/, '$1 ').split(' ');

/** What a text means, best first. */
export function read(text: string, atlas: Atlas): readonly Guess[] {
  const all = nameWords(text.slice(0, 300)).flatMap(apart).slice(0, MOST_WORDS);
  if (all.length === 0) return [];
  const spoken = spokenDigits(strip(all));
  const words = spoken !== undefined && spoken.length > 1 ? [spoken] : all;
  const byCode = readCode(words, atlas);
  if (byCode) return byCode;
  const name = strip(words);
  if (name.length === 0 || isRegion(words) || isRegion(name) || isAnswer(words)) return [];
  const attempts = [
    () => whole(words, atlas),
    () => whole(name, atlas),
    () => qualified(name, atlas),
    () => (isAddress(words) ? [] : whole(unstuck(name), atlas)),
    () => (isAddress(words) ? inside(words, atlas) : partOrNear(name, atlas)),
    () => inside(words, atlas),
  ];
  for (const attempt of attempts) {
    const found = attempt();
    if (found.length > 0) return found;
  }
  return [];
}

/** "stdenis", "stefoy": an abbreviation stuck to its name. */
function unstuck(words: readonly string[]): string[] {
  return words.map((word) =>
    word.replace(/^ste(?=[^aeiouy]\w{2})/, 'sainte').replace(/^st(?=[^aeiouy]\w{3})/, 'saint'),
  );
}

/** People shorten names and misspell them. */
function partOrNear(name: readonly string[], atlas: Atlas): Guess[] {
  if (name.length > MOST_IN_NAME) return [];
  return ranked([...atlas.index.partly(name), ...atlas.index.nearly(name)], atlas.list);
}

/** The text is a name; names that begin with it are offered too, since people shorten. */
function whole(words: readonly string[], atlas: Atlas): Guess[] {
  const exact = isAnswer(words) ? [] : atlas.index.exactly(words);
  if (exact.length === 0) return [];
  return ranked([...exact, ...atlas.index.partly(words)], atlas.list);
}

/** A name somewhere in a sentence: the longest, best announced and largest; else nearly a name at its end. */
function inside(words: readonly string[], atlas: Atlas): Guess[] {
  let best: { met: readonly Met[]; score: number; clear: boolean } | undefined;
  // Streets are named after towns, but the town is said last.
  const last = isAddress(words);
  for (let from = 0; from < words.length; from++) {
    const announced = announces(words, from);
    if (isAddress(words.slice(from, from + 1))) continue;
    for (let to = from + 1; to <= Math.min(words.length, from + MOST_IN_NAME); to++) {
      if (last && to < words.length) continue;
      const met = atlas.index.exactly(words.slice(from, to));
      for (const one of met) {
        const size = weight(atlas.list[one.place] as Where, one);
        // "lieu", "rue" and "vers" are villages: one word alone must be announced or belong to a town.
        if (to - from === 1 && size < (announced ? 2.5 : 3.7)) continue;
        const score =
          one.quality + size + (to - from) * 0.5 + (announced ? 1 : 0) + (to === words.length ? 1.5 : 0);
        if (!best || score > best.score) best = { met, score, clear: announced || to === words.length };
      }
    }
  }
  if (best)
    return ranked(best.met, atlas.list, best.clear && best.score > 6 ? undefined : Number.POSITIVE_INFINITY);
  if (last) return [];
  for (let from = words.length - 1; from > 0; from--) {
    if (!announces(words, from)) continue;
    const tail = strip(words.slice(from));
    const near = ranked(
      tail.length > 0 ? atlas.index.nearly(tail) : [],
      atlas.list,
      Number.POSITIVE_INFINITY,
    );
    if (near.length > 0) return near;
  }
  return [];
}
