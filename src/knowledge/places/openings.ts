/** Whether each row is open: hours are read once for all the places that share them, and told once a minute. */
import type { Opening, Place } from '../../../flows/places.ts';
import { departmentOfPostal } from '../geo/zones.ts';
import { type CompileHours, isUnsure, UNKNOWN } from './model.ts';

/** Moments whose answers are kept: now, and a few that people ask for. */
const MOMENTS = 4;
/** A minute: no hours are finer. */
const GRAIN = 60_000;
const NONE = -1;

export class Openings {
  readonly #compile: CompileHours;
  readonly #numbers = new Map<string, number>();
  readonly #read: ((instant: number) => Opening)[] = [];
  readonly #ofRow: number[] = [];
  readonly #moments = new Map<number, (Opening | undefined)[]>();

  constructor(compile: CompileHours) {
    this.#compile = compile;
  }

  /** Rows come in their order. */
  add(place: Place): void {
    if (isUnsure(place)) {
      this.#ofRow.push(NONE);
      return;
    }
    const department = departmentOfPostal(place.postal);
    const hours = place.hours as string;
    const key = `${department} ${place.zone} ${hours}`;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#read.push(this.#compile(hours, { zone: place.zone, department })) - 1;
      this.#numbers.set(key, number);
    }
    this.#ofRow.push(number);
  }

  /** To be called once, after the last row. */
  finish(): void {
    this.#numbers.clear();
  }

  /** Never "open" where anything may correct the hours. */
  at(instant: number): (row: number) => Opening {
    const minute = Math.floor(instant / GRAIN);
    let told = this.#moments.get(minute);
    if (!told) {
      told = [];
      this.#moments.set(minute, told);
      for (const old of this.#moments.keys()) {
        if (this.#moments.size > MOMENTS) this.#moments.delete(old);
      }
    }
    const known = told;
    return (row) => {
      const number = this.#ofRow[row] ?? NONE;
      if (number === NONE) return UNKNOWN;
      const before = known[number];
      if (before) return before;
      const now = this.#read[number]?.(minute * GRAIN) ?? UNKNOWN;
      known[number] = now;
      return now;
    };
  }
}
