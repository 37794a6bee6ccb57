/** The library as the search reads it: which sheets have a word, how much they mean by it, how rare it is. */
import { tokens } from '../../../flows/normalize.ts';
import type { Library } from '../sheets.ts';
import type { Lexicon } from './lexicon.ts';
import { type Phrase, phraseOf, type Stand, Synonyms } from './phrases.ts';
import { stem } from './stem.ts';
import { Vocabulary } from './vocabulary.ts';

export interface LibraryIndex {
  readonly vocabulary: Vocabulary;
  /** Ids by the number of the sheet; undefined: a subject that no sheet answers. */
  readonly ids: readonly (string | undefined)[];
  readonly phrases: readonly (readonly Phrase[])[];
  /** By term: the sheets that have it, and its weight in each. */
  readonly sheetsOf: readonly Int32Array[];
  readonly weightsOf: readonly Float32Array[];
  /** By term: 1 when one sheet alone has it, towards 0 when they all do. */
  readonly rarity: Float32Array;
}

/** What a word weighs by where it stands. */
const ASKED = 1;
const SYNONYM = 0.9;
const PART_OF_SYNONYM = 0.75;
const SHORT = 0.5;
/** A word of one phrasing among many says less about the sheet than one of all. */
const ONE_PHRASING = 0.8;
const ACRONYM = /^\p{Lu}{2,}$/u;
/** A word of so few sheets, alone in a piece of a title, asks for that sheet. */
const OWN = 3;

/** Indexes every sheet in every language as one: people mix languages in one text. */
export function indexLibrary(library: Library, lexicon: Lexicon): LibraryIndex {
  const vocabulary = new Vocabulary();
  const synonyms = new Synonyms(lexicon);
  const ids = [...library.keys()].sort();
  const saying = sheetsSaying(library);
  const weights: Map<number, number>[] = [];
  const phrases: Phrase[][] = ids.map((id, sheet) => {
    const own = new Map<number, number>();
    const keep = (term: number, weight: number) => own.set(term, Math.max(weight, own.get(term) ?? 0));
    const all: Phrase[] = [];
    for (const [lang, { sheet: said, words }] of library.get(id) ?? []) {
      const titles = titlesOf(said.title.text, saying, lexicon);
      const asked = [...titles, ...words].flatMap((text) => {
        const phrase = phraseOf(text, lang, vocabulary, lexicon, synonyms);
        return phrase === undefined ? [] : [phrase];
      });
      const share = shares(asked);
      asked.forEach((phrase, place) => {
        for (const stand of phrase.stands) {
          for (const term of stand.terms) {
            const often = place < titles.length ? 1 : (share.get(term) ?? 0);
            keep(term, worth(stand) * (ONE_PHRASING + (1 - ONE_PHRASING) * often));
          }
        }
      });
      for (const line of said.lang === lang ? (said.parts.short ?? []) : []) {
        for (const word of tokens(line.text)) {
          if (!lexicon.silent.has(word) && !/^\d+$/.test(word)) keep(vocabulary.add(word), SHORT);
        }
      }
      all.push(...asked);
    }
    weights[sheet] = own;
    return all;
  });
  const held = byTerm(phrases.flat());
  const elsewhere = lexicon.elsewhere.flatMap(({ lang, text }) => {
    const phrase = phraseOf(text, lang, vocabulary, lexicon, synonyms);
    return phrase === undefined || isHeld(phrase, held) ? [] : [phrase];
  });
  for (const phrase of elsewhere) {
    weights.push(new Map(phrase.stands.flatMap((stand) => stand.terms.map((term) => [term, worth(stand)]))));
    phrases.push([phrase]);
  }
  return {
    vocabulary,
    ids: [...ids, ...elsewhere.map(() => undefined)],
    phrases,
    ...invert(weights, vocabulary.size, ids.length),
  };
}

/** One word of a synonym that has several says less. */
function worth({ own, terms }: Stand): number {
  return own ? ASKED : terms.length === 1 ? SYNONYM : PART_OF_SYNONYM;
}

function byTerm(phrases: readonly Phrase[]): Map<number, Phrase[]> {
  const all = new Map<number, Phrase[]>();
  for (const phrase of phrases) {
    for (const term of new Set(phrase.places)) {
      const some = all.get(term);
      if (some === undefined) all.set(term, [phrase]);
      else some.push(phrase);
    }
  }
  return all;
}

/** Whether a sheet is asked for in these very words, among others: then it is held after all. */
function isHeld({ places }: Phrase, held: ReadonlyMap<number, readonly Phrase[]>): boolean {
  const [first, ...rest] = places.map((term) => held.get(term) ?? []).sort((a, b) => a.length - b.length);
  return first?.some((phrase) => rest.every((phrases) => phrases.includes(phrase))) ?? false;
}

/** A title, and its pieces: "RSA, revenu de solidarité active" is asked for by either. One word must be the sheet's own. */
function titlesOf(title: string, said: ReadonlyMap<string, number>, lexicon: Lexicon): string[] {
  const pieces = title.split(/[,:()]/).map((piece) => piece.trim());
  if (pieces.length === 1) return [title];
  return [
    title,
    ...pieces.filter((piece) => {
      const words = tokens(piece).filter((word) => !lexicon.silent.has(word));
      const [only] = words;
      if (only === undefined || words.every((word) => lexicon.weak.has(word))) return false;
      return words.length > 1 || ACRONYM.test(piece) || (said.get(stem(only)) ?? 0) <= OWN;
    }),
  ];
}

/** In how many sheets' phrasings each word stands. */
function sheetsSaying(library: Library): Map<string, number> {
  const counts = new Map<string, number>();
  for (const editions of library.values()) {
    const words = [...editions.values()].flatMap((edition) => edition.words);
    for (const form of new Set(words.flatMap(tokens).map(stem)))
      counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  return counts;
}

/** In what part of the phrasings a term stands; three of them are as good as all. */
function shares(phrases: readonly Phrase[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { stands } of phrases) {
    for (const term of new Set(stands.flatMap((stand) => stand.terms)))
      counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return new Map([...counts].map(([term, count]) => [term, Math.min(1, (count - 1) / 2)]));
}

/** By term instead of by sheet. How rare a word is, only the `held` first, the true sheets, decide. */
function invert(weights: readonly Map<number, number>[], size: number, held: number) {
  const sheets: number[][] = Array.from({ length: size }, () => []);
  const inSheet: number[][] = Array.from({ length: size }, () => []);
  weights.forEach((own, sheet) => {
    for (const [term, weight] of own) {
      sheets[term]?.push(sheet);
      inSheet[term]?.push(weight);
    }
  });
  const many = Math.log(1 + held);
  const rarityOf = (all: readonly number[]) => {
    const count = all.filter((sheet) => sheet < held).length;
    return count === 0 ? 1 : Math.log(1 + held / count) / many;
  };
  return {
    sheetsOf: sheets.map((all) => Int32Array.from(all)),
    weightsOf: inSheet.map((all) => Float32Array.from(all)),
    rarity: Float32Array.from(sheets, rarityOf),
  };
}
