/** Names that are nearly a given one: pairs of letters find the few that are worth measuring. */
import { slips } from '../search/near.ts';

/** Letters of the longest name, and a few more. */
const LONGEST = 48;
/** Names measured for one query at most, those that share most pairs of letters first. */
const MEASURED = 100;

/** How near a name is: its letters that are wrong. */
export interface Nearness {
  readonly name: number;
  readonly slips: number;
}

/** Wrong letters allowed in a name of this length: short names have many neighbours. */
function allowed(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/** A pair of letters as a number below 1,024; the ends of a word count as a letter. */
function pairs(word: string): number[] {
  const code = (at: number) => (word.charCodeAt(at) || 0) & 31;
  const all: number[] = [];
  for (let i = 0; i <= word.length; i++) all.push(((i === 0 ? 0 : code(i - 1)) << 5) | code(i));
  return all;
}

/** An index over glued names of ASCII letters; a name's number is its place in the list. */
export class NearNames {
  readonly #names: readonly string[];
  readonly #postings: readonly Int32Array[];
  readonly #shared: Uint8Array;

  private constructor(names: readonly string[], postings: readonly Int32Array[]) {
    this.#names = names;
    this.#postings = postings;
    this.#shared = new Uint8Array(names.length);
  }

  /** @param breathe awaited between names, so that a running service goes on answering. */
  static async of(names: readonly string[], breathe: () => Promise<void> | undefined): Promise<NearNames> {
    const lists: number[][] = Array.from({ length: 1024 }, () => []);
    for (const [at, name] of names.entries()) {
      for (const pair of new Set(pairs(name))) (lists[pair] as number[]).push(at);
      if (at % 256 === 0) await breathe();
    }
    const postings: Int32Array[] = [];
    for (const list of lists) {
      postings.push(new Int32Array(list));
      await breathe();
    }
    return new NearNames(names, postings);
  }

  /** Names a slip or two away; in no order. */
  near(word: string): Nearness[] {
    const most = allowed(word.length);
    if (most === 0 || word.length > LONGEST) return [];
    const found: Nearness[] = [];
    for (const name of this.#candidates(word, most)) {
      const other = this.#names[name] as string;
      if (word.length <= 5 && word[0] !== other[0]) continue;
      const distance = slips(word, other);
      if (distance <= Math.min(most, allowed(other.length))) found.push({ name, slips: distance });
    }
    return found;
  }

  /** The names that share most pairs with a word: none so few that its slips could not explain it. */
  #candidates(word: string, most: number): number[] {
    const own = [...new Set(pairs(word))];
    const touched: number[] = [];
    for (const pair of own) {
      for (const name of this.#postings[pair] as Int32Array) {
        if (this.#shared[name] === 0) touched.push(name);
        this.#shared[name] = (this.#shared[name] as number) + 1;
      }
    }
    // A slip breaks two pairs; two letters swapped break three.
    const least = Math.max(2, own.length - 2 * most - 1);
    const rated: [name: number, shared: number][] = [];
    for (const name of touched) {
      const shared = this.#shared[name] as number;
      this.#shared[name] = 0;
      if (shared < least) continue;
      const length = (this.#names[name] as string).length;
      if (Math.abs(length - word.length) <= most) rated.push([name, shared * 2 - length]);
    }
    if (rated.length > MEASURED) rated.sort((a, b) => b[1] - a[1]);
    return rated.slice(0, MEASURED).map(([name]) => name);
  }
}
