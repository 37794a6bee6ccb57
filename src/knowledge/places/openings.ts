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
  #gathered: number[] = [];
  #ofRow = new Int32Array(0);
  readonly #moments = new Map<number, Told>();

  constructor(compile: CompileHours) {
    this.#compile = compile;
  }

  /** Rows come in their order. */
  add(place: Place): void {
    if (isUnsure(place)) {
      this.#gathered.push(NONE);
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
    this.#gathered.push(number);
  }

  /** To be called once, after the last row. */
  finish(): void {
    this.#numbers.clear();
    this.#ofRow = Int32Array.from(this.#gathered);
    this.#gathered = [];
  }

  /** Never "open" where anything may correct the hours. */
  at(instant: number): (row: number) => Opening {
    const told = this.#toldAt(Math.floor(instant / GRAIN));
    return (row) => {
      const number = this.#ofRow[row] ?? NONE;
      return number === NONE ? UNKNOWN : this.#tell(told, number);
    };
  }

  /** The same, for the many rows of which only the open ones count. */
  openAt(instant: number): (row: number) => boolean {
    const told = this.#toldAt(Math.floor(instant / GRAIN));
    const { open } = told;
    return (row) => {
      const number = this.#ofRow[row] ?? NONE;
      if (number === NONE) return false;
      const known = open[number] as number;
      return known === 0 ? this.#tell(told, number).is === 'open' : known === OPEN;
    };
  }

  #toldAt(minute: number): Told {
    const before = this.#moments.get(minute);
    if (before) return before;
    const told = { minute, open: new Uint8Array(this.#read.length), said: [] };
    this.#moments.set(minute, told);
    for (const old of this.#moments.keys()) {
      if (this.#moments.size > MOMENTS) this.#moments.delete(old);
    }
    return told;
  }

  #tell({ minute, open, said }: Told, number: number): Opening {
    const before = said[number];
    if (before) return before;
    const now = this.#read[number]?.(minute * GRAIN) ?? UNKNOWN;
    said[number] = now;
    open[number] = now.is === 'open' ? OPEN : NOT_OPEN;
    return now;
  }
}

const OPEN = 1;
const NOT_OPEN = 2;

/** What was found out at one minute, by number of hours. */
interface Told {
  readonly minute: number;
  /** 0 while it is not known. */
  readonly open: Uint8Array;
  readonly said: (Opening | undefined)[];
}
