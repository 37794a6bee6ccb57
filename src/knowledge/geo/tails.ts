/** The ends of names, in order, so that what begins with some words stands together. */

/** The end of a name from one of its words on. */
export interface Tail<T> {
  readonly words: string;
  readonly of: T;
  /** It is the whole name. */
  readonly whole: boolean;
}

/** Letters by which tails are put on heaps: enough to part "saint d" from "saint e". */
const HEAP = 7;

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Looks names up by any of their words. */
export class Tails<T> {
  readonly #sorted: readonly Tail<T>[];

  private constructor(sorted: readonly Tail<T>[]) {
    this.#sorted = sorted;
  }

  /** Sorted heap by heap: one sort of them all would be a long pause. @param breathe awaited between heaps. */
  static async of<T>(all: readonly Tail<T>[], breathe: () => Promise<void> | undefined): Promise<Tails<T>> {
    const heaps = new Map<string, Tail<T>[]>();
    const starts = new Map<string, string[]>();
    for (const [at, tail] of all.entries()) {
      if (at % 256 === 0) await breathe();
      const start = tail.words.slice(0, HEAP);
      const heap = heaps.get(start);
      if (heap) heap.push(tail);
      else {
        heaps.set(start, [tail]);
        const first = start.slice(0, 2);
        const same = starts.get(first);
        if (same) same.push(start);
        else starts.set(first, [start]);
      }
    }
    await breathe();
    const sorted: Tail<T>[] = [];
    // Heads by their first letters, then whole: twenty thousand strings at once take long too.
    for (const [, same] of [...starts].sort(([a], [b]) => compare(a, b))) {
      for (const start of same.sort(compare)) {
        const heap = heaps.get(start) as Tail<T>[];
        for (const tail of heap.sort((a, b) => compare(a.words, b.words))) sorted.push(tail);
        const pause = breathe();
        if (pause) await pause;
      }
    }
    return new Tails(sorted);
  }

  /** The tails that begin with these whole words; none when more than `most` do. */
  beginning(words: string, most: number): readonly Tail<T>[] {
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle]?.words ?? '') < words) low = middle + 1;
      else high = middle;
    }
    // A space comes before every letter: whole words stand before longer ones.
    const inside = (tail: string) =>
      tail.startsWith(words) && (tail.length === words.length || tail[words.length] === ' ');
    let end = low;
    while (end <= low + most && inside(this.#sorted[end]?.words ?? '')) end++;
    return end - low > most ? [] : this.#sorted.slice(low, end);
  }
}
