/** Words one slip of the finger apart: a letter more, less, other, or two swapped. */

/** Up to this length the first letter must be right. */
const FIRST_HOLDS = 6;

/** Every string with one letter less, and the string itself. */
function deletions(word: string): Set<string> {
  const all = new Set([word]);
  for (let i = 0; i < word.length; i++) all.add(word.slice(0, i) + word.slice(i + 1));
  return all;
}

/**
 * Two words are near when a deletion of one is a deletion of the other: an index of deletions finds them without a walk over
 * the vocabulary, and its candidates are measured.
 */
export class NearIndex {
  readonly #byDeletion = new Map<string, number[]>();
  readonly #words: string[] = [];

  /** Adds a word under a number. */
  add(word: string, id: number): void {
    this.#words[id] = word;
    for (const part of deletions(word)) {
      const ids = this.#byDeletion.get(part);
      if (ids === undefined) this.#byDeletion.set(part, [id]);
      else ids.push(id);
    }
  }

  /** Numbers of the words at distance 1 at most, 2 where `far` says so, each with its distance. */
  near(word: string, far: boolean): Map<number, number> {
    const found = new Map<number, number>();
    for (const part of deletions(word)) {
      for (const id of this.#byDeletion.get(part) ?? []) {
        if (found.has(id)) continue;
        const other = this.#words[id] as string;
        // The first letter is rarely the wrong one, and short words have many neighbours.
        if (word.length <= FIRST_HOLDS && word[0] !== other[0]) continue;
        const distance = slips(word, other);
        if (distance <= (far ? 2 : 1)) found.set(id, distance);
      }
    }
    return found;
  }
}

/** Edit distance where a swap of neighbours counts once (optimal string alignment). */
export function slips(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + same,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (before[j - 2] as number) + 1);
      }
      row.push(best);
    }
    before = last;
    last = row;
  }
  return last[b.length] as number;
}
