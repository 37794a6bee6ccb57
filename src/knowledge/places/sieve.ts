/** Which rows may be open at an instant, without asking each: at night almost none. */
import { type Calendar, SLOTS } from '../hours/index.ts';
import type { ReadHours } from './model.ts';

const HOUR = 3_600_000;

/** Hours by number, those of one calendar under each of its slots. */
export class Sieve {
  readonly #anytime: number[] = [];
  readonly #calendars = new Map<Calendar, readonly number[][]>();
  /** Rows of hours `n`: from `#from[n]` to `#from[n + 1]`. */
  readonly #rows: Uint32Array;
  readonly #from: Uint32Array;

  /** @param ofRow the number of each row's hours, negative where there are none. */
  constructor(hours: readonly ReadHours[], ofRow: Int32Array) {
    for (const [number, { may }] of hours.entries()) {
      if (may === undefined) {
        this.#anytime.push(number);
        continue;
      }
      const slots = this.#calendars.get(may.calendar) ?? Array.from({ length: SLOTS }, (): number[] => []);
      this.#calendars.set(may.calendar, slots);
      for (const slot of may.slots) slots[slot]?.push(number);
    }
    this.#from = new Uint32Array(hours.length + 2);
    for (const number of ofRow) if (number >= 0) this.#count(number + 2);
    for (let at = 2; at < this.#from.length; at++) this.#from[at] = this.#start(at) + this.#start(at - 1);
    this.#rows = new Uint32Array(this.#start(hours.length + 1));
    for (const [row, number] of ofRow.entries()) {
      if (number >= 0) this.#rows[this.#count(number + 1)] = row;
    }
  }

  /** Numbers of the hours that may be open at an instant, each with how many rows it has. */
  at(instant: number): { readonly numbers: readonly number[]; readonly rows: number } {
    const numbers = [...this.#anytime];
    for (const [calendar, slots] of this.#calendars) {
      const slot = calendar.slot(instant);
      if (slot !== undefined) for (const number of slots[slot] ?? []) numbers.push(number);
    }
    return { numbers, rows: numbers.reduce((sum, n) => sum + this.#start(n + 1) - this.#start(n), 0) };
  }

  /** Whole hours during which nothing opens for sure, at most `most`. */
  quiet(instant: number, most: number): number {
    if (this.#anytime.length > 0) return 0;
    const calendars = [...this.#calendars];
    for (let hour = 0; hour <= most; hour++) {
      const some = calendars.some(([calendar, slots]) => {
        const slot = calendar.slot(instant + hour * HOUR);
        return slot !== undefined && (slots[slot] as number[]).length > 0;
      });
      // The slot of an instant began before it.
      if (some) return Math.max(0, hour - 1);
    }
    return most;
  }

  /** The rows that have these hours. */
  rows(number: number): Uint32Array {
    return this.#rows.subarray(this.#start(number), this.#start(number + 1));
  }

  #start(at: number): number {
    return this.#from[at] as number;
  }

  #count(at: number): number {
    const before = this.#start(at);
    this.#from[at] = before + 1;
    return before;
  }
}
