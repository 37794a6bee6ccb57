/** A place as the index takes it. */
import type { Opening, Place } from '../../../flows/places.ts';
import type { Calendar } from '../hours/index.ts';

/** For which communes an office is competent. */
export interface Office {
  /** Id of a body: `town-hall`, `caf` … */
  readonly body: string;
  /** INSEE codes. */
  readonly communes: readonly string[];
}

/** A place with what is only looked up by, never told. */
export interface KeptPlace extends Place {
  readonly offices?: readonly Office[];
}

/** Where hours are kept: they follow the clock and the holidays of the place. */
export interface HoursAt {
  readonly zone: string;
  /** Code of the department: `93`, `2A`, `974`. */
  readonly department: string;
}

/** Hours that were read. */
export interface ReadHours {
  at(instant: number): Opening;
  /** When they may be open at all; absent: at any time. */
  readonly may?: { readonly calendar: Calendar; readonly slots: ReadonlySet<number> };
}

/** Reads OSM opening hours once; what it returns answers for any instant. Long, so it is done while building. */
export type CompileHours = (osm: string, at: HoursAt) => ReadHours;

export const UNKNOWN: Opening = { is: 'unknown' };

/** Whether anything may make the stated hours untrue: such a place is never "open" to us. */
export function isUnsure(place: Pick<Place, 'visits' | 'comment' | 'hours'>): boolean {
  return place.hours === undefined || place.visits !== undefined || place.comment !== undefined;
}
