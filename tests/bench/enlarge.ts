/** A library of any size out of a small one: other subjects, asked for in the same manner. */
import type { Library, LibrarySheet } from '../../src/knowledge/sheets.ts';

const SYLLABLES =
  'ba ce di fo gu la me ni po ru sa te vi zo cha pre tri que ment tion eur age ance ier ette oir'.split(' ');

/**
 * Adds sheets until there are `size`: each takes the phrasings of a real one and puts words of its own subject in the place of
 * about half of those that are not small. The seed is fixed: two runs compare the same library.
 */
export function enlarge(real: Library, size: number): Library {
  const next = random(20);
  const all = new Map(real);
  const models = [...real];
  for (let i = 0; all.size < size; i++) {
    const [id, byLang] = models[i % models.length] as (typeof models)[number];
    const subject = Array.from({ length: 4 }, () => invent(next));
    const other = (text: string) =>
      text.replace(/\p{L}{4,}/gu, (word) =>
        next() < 0.6 ? (subject[Math.floor(next() * 4)] as string) : word,
      );
    all.set(`${id}-${i}`, new Map([...byLang].map(([lang, sheet]) => [lang, altered(sheet, other)])));
  }
  return all;
}

function altered({ sheet, words }: LibrarySheet, other: (text: string) => string): LibrarySheet {
  const short = (sheet.parts.short ?? []).map((line) => ({ text: other(line.text) }));
  return {
    words: words.map(other),
    sheet: { ...sheet, title: { text: other(sheet.title.text) }, parts: { ...sheet.parts, short } },
  };
}

function invent(next: () => number): string {
  const length = 2 + Math.floor(next() * 3);
  return Array.from({ length }, () => SYLLABLES[Math.floor(next() * SYLLABLES.length)]).join('');
}

/** mulberry32: small, and the same everywhere. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
