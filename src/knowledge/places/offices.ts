/** Which office is competent for a commune: pairs of numbers, sorted by commune. */
import type { Office } from './model.ts';

interface Pairs {
  readonly communes: Int32Array;
  readonly rows: Int32Array;
}

/** Collects what each office says of itself, then answers. */
export class Offices {
  readonly #numbers = new Map<string, number>();
  readonly #gathered = new Map<string, { communes: number[]; rows: number[] }>();
  readonly #pairs = new Map<string, Pairs>();

  add(row: number, offices: readonly Office[]): void {
    for (const { body, communes } of offices) {
      let of = this.#gathered.get(body);
      if (!of) {
        of = { communes: [], rows: [] };
        this.#gathered.set(body, of);
      }
      for (const insee of communes) {
        of.communes.push(this.#numberOf(insee));
        of.rows.push(row);
      }
    }
  }

  /** To be called once, after the last; `breathe` is awaited between slices of work. */
  async finish(breathe: () => Promise<void> | undefined): Promise<void> {
    for (const [body, { communes, rows }] of this.#gathered) {
      this.#pairs.set(body, sorted(communes, rows, this.#numbers.size));
      await breathe();
    }
    this.#gathered.clear();
  }

  /** Rows of the offices of a body that are competent for a commune. */
  of(body: string, insee: string): readonly number[] {
    const pairs = this.#pairs.get(body);
    const commune = this.#numbers.get(insee);
    if (!pairs || commune === undefined) return [];
    return [...pairs.rows.subarray(pairs.communes[commune], pairs.communes[commune + 1])];
  }

  #numberOf(insee: string): number {
    const known = this.#numbers.get(insee);
    if (known !== undefined) return known;
    this.#numbers.set(insee, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}

/** Counting sort: `communes[c]` is where the rows of commune c begin. */
function sorted(communes: readonly number[], rows: readonly number[], count: number): Pairs {
  const starts = new Int32Array(count + 1);
  for (const commune of communes) starts[commune + 1] = (starts[commune + 1] as number) + 1;
  for (let commune = 0; commune < count; commune++) {
    starts[commune + 1] = (starts[commune + 1] as number) + (starts[commune] as number);
  }
  const free = starts.slice();
  const placed = new Int32Array(rows.length);
  for (const [at, commune] of communes.entries()) {
    const slot = free[commune] as number;
    placed[slot] = rows[at] as number;
    free[commune] = slot + 1;
  }
  return { communes: starts, rows: placed };
}
