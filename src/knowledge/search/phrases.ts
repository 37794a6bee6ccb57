/** The phrasings of a sheet as the search compares them: the words that count, each with what else people say for it. */
import { tokens } from '../../../flows/normalize.ts';
import type { Lexicon, Synonym } from './lexicon.ts';
import { stem } from './stem.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A way of asking. Its places are its words that count; a synonym stands for some of them. */
export interface Phrase {
  readonly lang: string;
  /** Term of each place. */
  readonly places: readonly number[];
  readonly weak: readonly boolean[];
  readonly stands: readonly Stand[];
}

/** Words that, all said, stand for places. */
export interface Stand {
  readonly terms: readonly number[];
  /** As bits. */
  readonly places: number;
  /** The phrasing's own word, not a synonym. */
  readonly own: boolean;
}

/** Bits of one number. A phrasing has rarely ten words that count. */
const MOST_PLACES = 30;

/** Synonyms by the stem of the first word that the sheets write. */
export class Synonyms {
  readonly #byFirst = new Map<
    string,
    { readonly said: readonly string[]; readonly written: readonly string[] }[]
  >();

  constructor(lexicon: Lexicon) {
    for (const synonym of lexicon.synonyms) {
      const said = synonym.said.filter((word) => !lexicon.silent.has(word));
      const written = synonym.written.filter((word) => !lexicon.silent.has(word)).map(stem);
      const [first] = written;
      if (first === undefined || said.length === 0) continue;
      this.#byFirst.set(first, [...(this.#byFirst.get(first) ?? []), { said, written }]);
    }
  }

  /** Those whose written words begin here. */
  at(stems: readonly string[], from: number): readonly Synonym[] {
    const begin = this.#byFirst.get(stems[from] as string) ?? [];
    return begin.filter(({ written }) => written.every((word, i) => stems[from + i] === word));
  }
}

/** Cuts a phrasing into its places; undefined when nothing in it counts. */
export function phraseOf(
  text: string,
  lang: string,
  vocabulary: Vocabulary,
  lexicon: Lexicon,
  synonyms: Synonyms,
): Phrase | undefined {
  const words = tokens(text)
    .flatMap((word) => lexicon.short.get(word) ?? [word])
    .filter((word) => !lexicon.silent.has(word) && !/^\d+$/.test(word))
    .slice(0, MOST_PLACES);
  if (words.length === 0) return undefined;
  const places = words.map((word) => vocabulary.add(word));
  for (const [i, word] of words.slice(1).entries()) vocabulary.addJoined(words[i] as string, word);
  const stands: Stand[] = places.map((term, i) => ({ terms: [term], places: 1 << i, own: true }));
  const stems = places.map((term) => vocabulary.stemOf(term));
  for (let from = 0; from < stems.length; from++) {
    for (const { said, written } of synonyms.at(stems, from)) {
      let bits = 0;
      for (let i = 0; i < written.length; i++) bits |= 1 << (from + i);
      stands.push({ terms: said.map((word) => vocabulary.add(word)), places: bits, own: false });
    }
  }
  return { lang, places, weak: words.map((word) => lexicon.weak.has(word)), stands };
}
