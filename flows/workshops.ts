/** Permanences and workshops: what happens at a place at given times, and who is enrolled. */
import type { Where } from './places.ts';

/** One occurrence: a bus that comes every Thursday is one of these a week. */
export interface Workshop {
  /** UUID, the same over imports: enrolments hold it. */
  readonly id: string;
  readonly theme: string;
  /** Name of the place. */
  readonly place: string;
  readonly address: string;
  readonly postal: string;
  readonly commune: string;
  readonly lat: number;
  readonly lon: number;
  readonly zone: string;
  /** UTC milliseconds. */
  readonly start: number;
  readonly end: number;
  /** Absent: anybody may come. */
  readonly seats?: number;
  readonly level?: string;
  readonly phone?: string;
  readonly dial?: string;
}

export interface WorkshopNear {
  readonly workshop: Workshop;
  readonly metres: number;
}

export interface WorkshopQuery {
  readonly where: Where;
  /** What has ended by then is over. */
  readonly from: number;
  /** Only what begins before this instant: the end of a day that somebody asked for. */
  readonly until?: number;
  readonly skip: number;
  readonly take: number;
}

export interface Workshops {
  /** The soonest within 40 km, the closest first of those that begin together. */
  sessionsNear(query: WorkshopQuery): readonly WorkshopNear[];
  /** One of them by its id, over or not. */
  session(id: string): Workshop | undefined;
}

export const NO_WORKSHOPS: Workshops = { sessionsNear: () => [], session: () => undefined };

/** What is enrolled for. */
export interface Agenda {
  /** Sessions of the caller's number that are not over, each with the code that cancels it in a call. */
  readonly mine: readonly { readonly session: string; readonly code: string }[];
  /** Seats that are taken, by session. */
  readonly taken: Readonly<Record<string, number>>;
}
