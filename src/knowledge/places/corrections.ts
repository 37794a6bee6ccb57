/** What the desk or a place itself says of places, over what was imported: days on which one is closed, other hours, another phone. */
import type { Opening, Place } from '../../../flows/places.ts';
import { departmentOfPostal } from '../geo/zones.ts';
import { civil, DAY_MS, dayNumber } from '../hours/civil.ts';
import { Clock } from '../hours/clock.ts';
import { type CompileHours, isUnsure, type ReadHours, UNKNOWN } from './model.ts';
import type { PlaceRows } from './rows.ts';

/** What is told instead; what is absent stays as it was imported. */
export interface PlaceSaid {
  /** As dialled, and where a call may be put through. */
  readonly phone?: string;
  readonly dial?: string;
  /** OSM opening hours. */
  readonly hours?: string;
  readonly address?: string;
  /** A sentence, told with the details. */
  readonly note?: string;
}

/** Days of the place's calendar, `2026-12-24`, both included. */
export interface Closure {
  readonly from: string;
  readonly until: string;
}

export interface PlaceCorrection {
  /** `at`: when it was said; `until`: no longer told from then on. */
  readonly said?: { readonly says: PlaceSaid; readonly at: number; readonly until: number };
  readonly closures: readonly Closure[];
}

/** All of one moment: another object where anything has changed. */
export interface PlaceCorrections {
  readonly byPlace: ReadonlyMap<string, PlaceCorrection>;
  /** Of phones that are registered for a place, E.164: the ids of their places. */
  readonly phones: ReadonlyMap<string, readonly string[]>;
}

export const NO_CORRECTIONS: PlaceCorrections = { byPlace: new Map(), phones: new Map() };

/** The corrections as the index asks for them: by row. */
export class CorrectedRows {
  readonly #rows: PlaceRows;
  readonly #compile: CompileHours;
  readonly #source: () => PlaceCorrections;
  #known: PlaceCorrections | undefined;
  #byRow = new Map<number, Applied>();

  constructor(rows: PlaceRows, compile: CompileHours, source: () => PlaceCorrections) {
    this.#rows = rows;
    this.#compile = compile;
    this.#source = source;
  }

  place(row: number, at: number): Place {
    const place = this.#rows.place(row);
    return this.#of(row)?.place(place, at) ?? place;
  }

  /** Undefined where nothing is corrected. */
  opening(row: number, at: number): Opening | undefined {
    return this.#of(row)?.opening(at);
  }

  /** Of the few that are open by what was imported, those that still are; and those that are by what was said since. */
  few(open: readonly number[] | undefined, at: number): readonly number[] | undefined {
    const own = this.#all();
    if (open === undefined || own.size === 0) return open;
    const said = [...own].filter(([, one]) => one.opening(at).is === 'open').map(([row]) => row);
    return [...open.filter((row) => !own.has(row)), ...said];
  }

  /** Something may open at another time than what was imported tells. */
  get otherHours(): boolean {
    return [...this.#all().values()].some((one) => one.otherHours);
  }

  /** Ids of the places that this number is registered for by the desk. */
  ofPhone(e164: string): readonly string[] {
    return this.#source().phones.get(e164) ?? [];
  }

  /** Ids of the places whose phone is, or is no longer, this one. */
  dials(e164: string): { readonly now: readonly string[]; readonly before: readonly string[] } {
    const said = [...this.#source().byPlace].filter(([, one]) => one.said?.says.dial !== undefined);
    return {
      now: said.filter(([, one]) => one.said?.says.dial === e164).map(([id]) => id),
      before: said.filter(([, one]) => one.said?.says.dial !== e164).map(([id]) => id),
    };
  }

  #of(row: number): Applied | undefined {
    return this.#all().get(row);
  }

  #all(): Map<number, Applied> {
    const now = this.#source();
    if (now === this.#known) return this.#byRow;
    this.#byRow = new Map();
    for (const [id, correction] of now.byPlace) {
      const row = this.#rows.find(id);
      if (row !== undefined)
        this.#byRow.set(row, new Applied(this.#rows.place(row), correction, this.#compile));
    }
    this.#known = now;
    return this.#byRow;
  }
}

/** One place with what is said of it. */
class Applied {
  readonly otherHours: boolean;
  readonly #correction: PlaceCorrection;
  readonly #imported: ReadHours | undefined;
  readonly #said: ReadHours | undefined;
  readonly #clock: Clock;

  constructor(place: Place, correction: PlaceCorrection, compile: CompileHours) {
    const at = { zone: place.zone, department: departmentOfPostal(place.postal) };
    const hours = correction.said?.says.hours;
    this.#correction = correction;
    this.#clock = new Clock(place.zone);
    this.#imported = isUnsure(place) ? undefined : compile(place.hours as string, at);
    this.#said = hours === undefined || place.visits !== undefined ? undefined : compile(hours, at);
    this.otherHours = this.#said !== undefined;
  }

  place(place: Place, now: number): Place {
    const { said } = this.#correction;
    if (said === undefined || now >= said.until) return place;
    const { hours, ...says } = said.says;
    // Words about the hours that were imported say nothing of those that are told now.
    const { comment, ...rest } = place;
    const kept = hours === undefined && comment !== undefined ? { comment } : {};
    return { ...rest, ...kept, ...says, ...(hours === undefined ? {} : { hours }), updatedAt: said.at };
  }

  opening(at: number): Opening {
    const closed = this.#closedUntil(at);
    if (closed !== undefined) {
      const opens = this.#opensAfter(closed);
      return { is: 'closed', ...(opens === undefined ? {} : { opens }), through: closed - DAY_MS / 2 };
    }
    const opening = this.#hours(at);
    if (opening.is !== 'closed' || opening.opens === undefined) return opening;
    const opens = this.#opensAfter(opening.opens);
    return { is: 'closed', ...(opens === undefined ? {} : { opens }) };
  }

  #hours(at: number): Opening {
    const { said } = this.#correction;
    const read = this.#said && said && at < said.until ? this.#said : this.#imported;
    return read?.at(at) ?? UNKNOWN;
  }

  /** From this instant on, the first at which it is open and not on a closed day. */
  #opensAfter(from: number): number | undefined {
    let at = from;
    for (let tries = 0; tries < 20; tries++) {
      const closed = this.#closedUntil(at);
      if (closed !== undefined) {
        at = closed;
        continue;
      }
      const opening = this.#hours(at);
      if (opening.is === 'open') return at;
      if (opening.is === 'unknown' || opening.opens === undefined) return undefined;
      at = opening.opens;
    }
    return undefined;
  }

  /** The first instant after the closed days that this one is in, those that follow each other taken together. */
  #closedUntil(at: number): number | undefined {
    let day = Math.floor(this.#clock.wall(at) / DAY_MS);
    const first = day;
    for (let found = true; found; ) {
      const closure = this.#correction.closures.find(({ from, until }) => {
        const on = isoDay(day);
        return from <= on && on <= until;
      });
      found = closure !== undefined;
      if (closure) day = dayOf(closure.until) + 1;
    }
    return day === first ? undefined : this.#clock.instant(day * DAY_MS, 0);
  }
}

function isoDay(day: number): string {
  const { year, month, day: date } = civil(day);
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

function dayOf(iso: string): number {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return dayNumber(year, month, day);
}
