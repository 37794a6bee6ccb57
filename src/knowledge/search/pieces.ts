/** The library by pieces of words: what is spelt as nobody spells it still shares most of its pieces with what it means. */
import { tokens } from '../../../flows/normalize.ts';
import type { Library } from '../sheets.ts';
import type { Lexicon } from './lexicon.ts';
import { phonetic } from './phonetic.ts';
import { stem } from './stem.ts';

/** Characters of a piece. */
const SHORTEST = 3;
const LONGEST = 4;
/** A whole word says more than a piece of it. */
const WHOLE = 1.6;
const PAIR = 1;
/** A word that stands in every question. */
const WEAK = 0.3;
const PIECE = 0.6;
/** Of a sheet, how much its nearest phrasing counts beside the next two: one alone may be chance. */
const NEAREST = 0.75;
/** Less near is not near. */
const LEAST = 0.05;
const ALONE = 0.7;
const ALONE_AGAIN = 0.5;

/** The phrasings that have a piece, and what it is worth in each. */
interface Postings {
  readonly phrases: Int32Array;
  readonly values: Float64Array;
}

interface Vector {
  readonly at: readonly number[];
  readonly value: readonly number[];
}

export interface Near {
  /** Undefined: a subject that no sheet answers. */
  readonly sheet: string | undefined;
  /** From 0 to 1. */
  readonly near: number;
}

/** How near each sheet's phrasings are to a text: cosines of what each shares with it, rare pieces counting most. */
export class Pieces {
  readonly #known = new Map<string, number>();
  readonly #rarity: number[] = [];
  readonly #postings: readonly Postings[];
  readonly #sheetOf: number[] = [];
  readonly #ids: (string | undefined)[] = [];
  readonly #lexicon: Lexicon;

  constructor(library: Library, lexicon: Lexicon) {
    this.#lexicon = lexicon;
    const texts: { sheet: number; text: string }[] = [];
    for (const id of [...library.keys()].sort()) {
      const sheet = this.#ids.push(id) - 1;
      for (const [lang, { sheet: said, words }] of library.get(id) ?? []) {
        texts.push({ sheet, text: said.title.text }, ...words.map((text) => ({ sheet, text })));
        if (said.lang === lang) texts.push(...(said.parts.short ?? []).map(({ text }) => ({ sheet, text })));
      }
    }
    for (const { text } of lexicon.elsewhere) texts.push({ sheet: this.#ids.push(undefined) - 1, text });
    const read = texts.map(({ text }) => this.#features(text));
    const held = new Map<string, Set<number>>();
    read.forEach((features, i) => {
      for (const feature of features.keys()) {
        const sheets = held.get(feature) ?? new Set();
        held.set(feature, sheets.add((texts[i] as { sheet: number }).sheet));
      }
    });
    const many = Math.log(1 + this.#ids.length);
    for (const [feature, sheets] of held) {
      this.#known.set(feature, this.#rarity.length);
      this.#rarity.push(Math.log(1 + this.#ids.length / sheets.size) / many);
    }
    const found = this.#rarity.map(() => ({ phrases: [] as number[], values: [] as number[] }));
    read.forEach((features, phrase) => {
      this.#sheetOf.push((texts[phrase] as { sheet: number }).sheet);
      const { at, value } = this.#vector(features);
      at.forEach((feature, i) => {
        found[feature]?.phrases.push(phrase);
        found[feature]?.values.push(value[i] as number);
      });
    });
    this.#postings = found.map(({ phrases, values }) => ({
      phrases: Int32Array.from(phrases),
      values: Float64Array.from(values),
    }));
  }

  /** The sheets that share something with the text, nearest first. */
  near(text: string): Near[] {
    const { at, value } = this.#vector(this.#features(text));
    const sums = new Float64Array(this.#sheetOf.length);
    at.forEach((feature, i) => {
      const { phrases, values } = this.#postings[feature] as Postings;
      const mine = value[i] as number;
      for (let k = 0; k < phrases.length; k++) {
        const phrase = phrases[k] as number;
        sums[phrase] = (sums[phrase] as number) + (values[k] as number) * mine;
      }
    });
    const bySheet = new Map<number, number[]>();
    sums.forEach((near, phrase) => {
      if (near < LEAST) return;
      const sheet = this.#sheetOf[phrase] as number;
      const nears = bySheet.get(sheet);
      if (nears === undefined) bySheet.set(sheet, [near]);
      else nears.push(near);
    });
    return [...bySheet]
      .map(([sheet, nears]) => ({ sheet: this.#ids[sheet], near: nearest(nears) }))
      .sort((a, b) => b.near - a.near || ((a.sheet ?? '') < (b.sheet ?? '') ? -1 : 1));
  }

  #features(text: string): Map<string, number> {
    const { short, silent, weak } = this.#lexicon;
    const features = new Map<string, number>();
    const keep = (feature: string, weight: number) =>
      features.set(feature, Math.max(weight, features.get(feature) ?? 0));
    const words = tokens(text)
      .flatMap((word) => short.get(word) ?? [word])
      .filter((word) => !silent.has(word) && !/^\d+$/.test(word));
    let before = '';
    for (const word of words) {
      const weight = weak.has(word) ? WEAK : 1;
      const heard = phonetic(word);
      keep(`=${stem(word)}`, WHOLE * weight);
      keep(`+${heard}`, WHOLE * weight);
      if (before !== '') keep(`${before} ${heard}`, PAIR * weight);
      before = heard;
      const whole = `<${heard}>`;
      for (let size = SHORTEST; size <= LONGEST; size++) {
        for (let i = 0; i + size <= whole.length; i++) keep(`~${whole.slice(i, i + size)}`, PIECE * weight);
      }
    }
    return features;
  }

  #vector(features: ReadonlyMap<string, number>): Vector {
    const at: number[] = [];
    const value: number[] = [];
    let squares = 0;
    for (const [feature, weight] of features) {
      const place = this.#known.get(feature);
      const worth = weight * (place === undefined ? 1 : (this.#rarity[place] as number));
      squares += worth * worth;
      if (place === undefined) continue;
      at.push(place);
      value.push(worth);
    }
    const size = Math.sqrt(squares) || 1;
    return { at, value: value.map((one) => one / size) };
  }
}

/** One phrasing of a sheet stands for it, better when two others are near as well. */
function nearest(nears: readonly number[]): number {
  const [first = 0, ...rest] = [...nears].sort((a, b) => b - a);
  const [second = first * ALONE, third = first * ALONE_AGAIN] = rest;
  return NEAREST * first + ((1 - NEAREST) * (second + third)) / 2;
}
