/** How well each sheet answers what was asked, from 0 to 1: how much of the question it covers, and how much of a phrasing. */
import type { LibraryIndex } from './library-index.ts';
import type { Phrase } from './phrases.ts';
import type { Asked } from './reading.ts';

/** A weak word counts for a fraction of another. */
const WEAK = 0.2;
/** What a word that the library does not have weighs against an answer. */
const UNKNOWN = 0.75;
/** Sheets whose phrasings are compared: the best by their words alone. */
const COMPARED = 16;
/** A phrasing in another language than the session's. */
const OTHER_LANGUAGE = 0.97;

/** Of the two, how much the question's coverage decides. */
const QUESTION = 0.5;
/** How far a phrasing that was said whole excuses unknown words. */
const DETAILS = 0.8;

/** How much of a subject that no sheet answers must be said before it counts. */
const NAMED = 0.75;

/** A synonym for what a phrasing says. */
const STANDS_FOR = 0.9;

export interface Scored {
  readonly sheet: string | undefined;
  readonly score: number;
}

export class Scorer {
  readonly #index: LibraryIndex;
  readonly #total: Float64Array;
  readonly #best: Float64Array;
  readonly #like: Float64Array;

  constructor(index: LibraryIndex) {
    this.#index = index;
    this.#total = new Float64Array(index.ids.length);
    this.#best = new Float64Array(index.ids.length);
    this.#like = new Float64Array(index.rarity.length);
  }

  /** The best sheets, best first; ties in the order of their ids. A subject that no sheet answers has no id. */
  score(asked: readonly Asked[], lang: string): Scored[] {
    const { ids, phrases } = this.#index;
    let known = 0;
    let unknown = 0;
    const touched = new Set<number>();
    for (const word of asked) {
      if (word.meanings.length === 0) unknown += UNKNOWN * (word.weak ? WEAK : 1);
      else known += this.#add(word, touched);
    }
    const candidates = [...touched]
      .sort((a, b) => (this.#total[b] as number) - (this.#total[a] as number) || a - b)
      .slice(0, COMPARED);
    for (const { meanings } of asked) for (const { term, like } of meanings) this.#like[term] = like;
    const scored = candidates.map((sheet) => {
      let phrasing = 0;
      let own = 0;
      for (const phrase of phrases[sheet] as readonly Phrase[]) {
        const said = this.#said(phrase);
        if (said === undefined) continue;
        const other = phrase.lang === lang ? 1 : OTHER_LANGUAGE;
        phrasing = Math.max(phrasing, said.any * other);
        own = Math.max(own, said.own * Math.min(1, said.weight));
      }
      // What no sheet answers must be named, not alluded to.
      if (ids[sheet] === undefined && phrasing < NAMED) return { sheet: undefined, score: 0 };
      // Once a whole phrasing was said in its own words, those that nobody knows are details.
      const question = (this.#total[sheet] as number) / (known + unknown * (1 - DETAILS * own ** 3));
      return { sheet: ids[sheet], score: mean(question, phrasing) };
    });
    for (const { meanings } of asked) for (const { term } of meanings) this.#like[term] = 0;
    for (const sheet of touched) this.#total[sheet] = 0;
    return scored.sort((a, b) => b.score - a.score || ((a.sheet ?? '') < (b.sheet ?? '') ? -1 : 1));
  }

  /** Adds what one word brings to each sheet that has it; returns what it weighs in the question. */
  #add({ meanings, weak }: Asked, touched: Set<number>): number {
    const { sheetsOf, weightsOf, rarity } = this.#index;
    let weight = 0;
    for (const { term } of meanings) weight = Math.max(weight, rarity[term] as number);
    if (weak) weight *= WEAK;
    const mine: number[] = [];
    for (const { term, like } of meanings) {
      const sheets = sheetsOf[term] as Int32Array;
      const weights = weightsOf[term] as Float32Array;
      for (let i = 0; i < sheets.length; i++) {
        const sheet = sheets[i] as number;
        const value = like * (weights[i] as number) * weight;
        const before = this.#best[sheet] as number;
        if (value <= before) continue;
        if (before === 0) mine.push(sheet);
        this.#total[sheet] = (this.#total[sheet] as number) + value - before;
        this.#best[sheet] = value;
      }
    }
    for (const sheet of mine) {
      touched.add(sheet);
      this.#best[sheet] = 0;
    }
    return weight;
  }

  /**
   * How much of a phrasing was said, by the weight of its words: as a share of it with synonyms and without, and in all without.
   * Undefined where nothing of it was: so of most of them.
   */
  #said({ places, weak, stands }: Phrase): { any: number; own: number; weight: number } | undefined {
    const { rarity } = this.#index;
    let any: Float64Array | undefined;
    let own: Float64Array | undefined;
    for (const stand of stands) {
      let like = stand.own ? 1 : STANDS_FOR;
      for (const term of stand.terms) like *= this.#like[term] as number;
      if (like === 0) continue;
      any ??= new Float64Array(places.length);
      raise(any, stand.places, like);
      if (!stand.own) continue;
      own ??= new Float64Array(places.length);
      raise(own, stand.places, like);
    }
    if (any === undefined) return undefined;
    const sums = { all: 0, any: 0, own: 0 };
    for (let place = 0; place < places.length; place++) {
      const weight = (rarity[places[place] as number] as number) * (weak[place] ? WEAK : 1);
      sums.all += weight;
      sums.any += weight * (any[place] as number);
      sums.own += weight * (own?.[place] ?? 0);
    }
    if (sums.all === 0) return undefined;
    return { any: sums.any / sums.all, own: sums.own / sums.all, weight: sums.own };
  }
}

/** Each place of these bits was said at least as much as this. */
function raise(said: Float64Array, bits: number, like: number): void {
  for (let place = 0; place < said.length; place++) {
    if (bits & (1 << place) && like > (said[place] as number)) said[place] = like;
  }
}

/** Harmonic, so that neither coverage makes up for the lack of the other. */
function mean(question: number, phrasing: number): number {
  return question === 0 || phrasing === 0 ? 0 : 1 / (QUESTION / question + (1 - QUESTION) / phrasing);
}
