/** Days of the Gregorian calendar as numbers: day 0 is 1 January 1970, whatever the zone. */

export const DAY_MS = 86_400_000;
export const MINUTE_MS = 60_000;
/** Minutes of a day. */
export const DAY = 1440;

export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** Number of a day. */
export function dayNumber(year: number, month: number, day: number): number {
  return Math.round(Date.UTC(year, month - 1, day) / DAY_MS);
}

/** The date of a day number. After Howard Hinnant's `civil_from_days`: no Date object, since it runs for every place. */
export function civil(number: number): CivilDate {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** 0 Monday to 6 Sunday. */
export const weekday = (number: number): number => (((number + 3) % 7) + 7) % 7;

/** Number of the ISO 8601 week, 1 to 53. */
export function isoWeek(number: number): number {
  const thursday = number - weekday(number) + 3;
  return Math.floor((thursday - dayNumber(civil(thursday).year, 1, 1)) / 7) + 1;
}
