/** Whether each row is open: hours are read once for all the places that share them, and told once a minute. */
import type { Opening, Place } from '../../../flows/places.ts';
import { departmentOfPostal, holidaysOf } from '../geo/zones.ts';
import { type CompileHours, isUnsure, type ReadHours, UNKNOWN } from './model.ts';
import { Sieve } from './sieve.ts';

/** Moments whose answers are kept: now, and a few that people ask for. */
const MOMENTS = 4;
/** A minute: no hours are finer. */
const GRAIN = 60_000;
const NONE = -1;
/** Rows that may be open are looked at one by one up to so many (a third of a millisecond). */
const FEW = 8_192;
/** And when they are fewer than one in so many: otherwise an open one is soon found among what is near. */
const RARE = 8;

export class Openings {
  readonly #compile: CompileHours;
  readonly #numbers = new Map<string, number>();
  readonly #read: ReadHours[] = [];
  #gathered: number[] = [];
  #ofRow = new Int32Array(0);
  #sieve: Sieve | undefined;
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
    const key = `${holidaysOf(department)} ${place.zone} ${hours}`;
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
    this.#sieve = new Sieve(this.#read, this.#ofRow);
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

  /** The rows that are open, where they are few enough to be looked at one by one; undefined where they may be many. */
  fewOpen(instant: number): readonly number[] | undefined {
    const told = this.#toldAt(Math.floor(instant / GRAIN));
    told.few ??= this.#fewOf(told);
    return told.few === MANY ? undefined : told.few;
  }

  /** Whole hours during which nothing opens for sure, at most `most`. */
  quiet(instant: number, most: number): number {
    const told = this.#toldAt(Math.floor(instant / GRAIN));
    told.quiet ??= this.#sieve?.quiet(told.minute * GRAIN, most) ?? 0;
    return told.quiet;
  }

  #fewOf(told: Told): readonly number[] | typeof MANY {
    const { numbers, rows } = this.#sieve?.at(told.minute * GRAIN) ?? { numbers: [], rows: 0 };
    if (rows > FEW || rows * RARE > this.#ofRow.length) return MANY;
    const open = numbers.filter((number) => this.#tell(told, number).is === 'open');
    return open.flatMap((number) => [...(this.#sieve?.rows(number) ?? [])]);
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
    const now = this.#read[number]?.at(minute * GRAIN) ?? UNKNOWN;
    said[number] = now;
    open[number] = now.is === 'open' ? OPEN : NOT_OPEN;
    return now;
  }
}

const OPEN = 1;
const NOT_OPEN = 2;
const MANY = 'many';

/** What was found out at one minute, by number of hours. */
interface Told {
  readonly minute: number;
  /** 0 while it is not known. */
  readonly open: Uint8Array;
  readonly said: (Opening | undefined)[];
  quiet?: number;
  few?: readonly number[] | typeof MANY;
}
