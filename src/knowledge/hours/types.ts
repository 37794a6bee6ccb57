/** Opening hours as they are asked about. */
import type { HolidayRegion } from '../geo/zones.ts';
import type { Clock } from './clock.ts';
import type { Holidays } from './holidays.ts';
import type { LibraryHours } from './library.ts';
import type { Plan } from './plan.ts';

/**
 * Whether a place is open. `until` and `opens` are UTC milliseconds; undefined: it never closes, or no opening is known for
 * sure within a year. A day that may be a day off is passed over by `opens`.
 */
export type Opening =
  | { readonly is: 'open'; readonly until: number | undefined }
  | { readonly is: 'closed'; readonly opens: number | undefined }
  | { readonly is: 'unknown' };

/** What tells the time and the holidays of a place. */
export interface Local {
  /** IANA zone: `Europe/Paris`, `Indian/Reunion`. */
  readonly zone: string;
  readonly holidays: HolidayRegion;
}

/** Hours read once, for quick answers. */
export interface CompiledHours {
  /** As the source wrote them. */
  readonly raw: string;
  /** What a source says beside them: such a place is never "open". */
  readonly comment: string | undefined;
  readonly clock: Clock;
  readonly days: Holidays;
  /** How they are answered: our own form, the library, or not at all. */
  readonly by: Plan | LibraryHours | undefined;
}
