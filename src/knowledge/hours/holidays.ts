/** Public holidays of a part of France, by day number. */
import type { HolidayRegion } from '../geo/zones.ts';
import { civil, dayNumber } from './civil.ts';

/** `legal`: a public holiday. `customary`: many close without any law, so that nothing is known for sure. */
export type Holiday = 'legal' | 'customary';

/** Month and day. */
type Fixed = readonly [month: number, day: number];
/** Days after Easter Sunday. */
type Movable = number;

interface Days {
  readonly fixed?: readonly Fixed[];
  readonly movable?: readonly Movable[];
}

const GOOD_FRIDAY = -2;
const SHROVE_MONDAY = -48;
const SHROVE_TUESDAY = -47;
const ASH_WEDNESDAY = -46;
const MID_LENT = -24;

/** Code du travail, L3133-1: Easter Monday, Ascension and Whit Monday move. */
const EVERYWHERE: Days = {
  fixed: [
    [1, 1],
    [5, 1],
    [5, 8],
    [7, 14],
    [8, 15],
    [11, 1],
    [11, 11],
    [12, 25],
  ],
  movable: [1, 39, 50],
};

/**
 * Days of one region: abolition of slavery (law 83-550, decree 83-1003 and its changes, Code du travail L3422-2); Good Friday
 * and 26 December in Alsace and Moselle (Code du travail, L3134-13); what the collectivities of the Pacific decided.
 */
const LEGAL: Readonly<Partial<Record<HolidayRegion, Days>>> = {
  'alsace-moselle': { fixed: [[12, 26]], movable: [GOOD_FRIDAY] },
  guadeloupe: { fixed: [[5, 27]] },
  martinique: { fixed: [[5, 22]] },
  guyane: { fixed: [[6, 10]] },
  reunion: { fixed: [[12, 20]] },
  mayotte: { fixed: [[4, 27]] },
  'saint-barthelemy': { fixed: [[10, 9]] },
  'saint-martin': { fixed: [[5, 28]] },
  'wallis-et-futuna': {
    fixed: [
      [4, 28],
      [7, 29],
    ],
  },
  polynesie: { fixed: [[3, 5]], movable: [GOOD_FRIDAY] },
  'nouvelle-caledonie': { fixed: [[9, 24]] },
};

/**
 * Days on which offices often close by local custom. The Muslim feasts of Mayotte follow the moon and are announced days
 * before: no table can tell them, and they are missing here.
 */
const CARNIVAL: Days = {
  fixed: [
    [7, 21],
    [11, 2],
  ],
  movable: [SHROVE_MONDAY, SHROVE_TUESDAY, ASH_WEDNESDAY, MID_LENT, GOOD_FRIDAY],
};
const CUSTOMARY: Readonly<Partial<Record<HolidayRegion, Days>>> = {
  guadeloupe: CARNIVAL,
  martinique: CARNIVAL,
  'saint-barthelemy': CARNIVAL,
  'saint-martin': CARNIVAL,
  guyane: { fixed: [[11, 2]], movable: [SHROVE_MONDAY, SHROVE_TUESDAY, ASH_WEDNESDAY, GOOD_FRIDAY] },
  'wallis-et-futuna': { fixed: [[6, 29]] },
  // The day of autonomy became that of Matari'i in 2025.
  polynesie: {
    fixed: [
      [6, 29],
      [11, 20],
    ],
  },
};

/**
 * Day number of Easter Sunday (Meeus, Jones and Butcher). The package of holidays counts in the process's own zone, and is a
 * day wrong where summer time ends in April.
 */
export function easter(year: number): number {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const [d, e, g] = [Math.floor(b / 4), b % 4, Math.floor((8 * b + 13) / 25)];
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return dayNumber(year, Math.floor(sum / 31), (sum % 31) + 1);
}

/** The holidays of one region, worked out a year at a time. */
export class Holidays {
  readonly region: HolidayRegion;
  readonly #years = new Map<number, ReadonlyMap<number, Holiday>>();

  constructor(region: HolidayRegion) {
    this.region = region;
  }

  /** What a day is; undefined for an ordinary one. */
  on(day: number): Holiday | undefined {
    // A place may be asked about for every day of a fortnight: years are kept.
    const { year } = civil(day);
    let days = this.#years.get(year);
    if (days === undefined) {
      days = this.#daysOf(year);
      this.#years.set(year, days);
    }
    return days.get(day);
  }

  #daysOf(year: number): ReadonlyMap<number, Holiday> {
    const all = new Map<number, Holiday>();
    const add = ({ fixed = [], movable = [] }: Days, kind: Holiday) => {
      for (const [month, day] of fixed) all.set(dayNumber(year, month, day), kind);
      for (const after of movable) all.set(easter(year) + after, kind);
    };
    add(CUSTOMARY[this.region] ?? {}, 'customary');
    add(EVERYWHERE, 'legal');
    add(LEGAL[this.region] ?? {}, 'legal');
    return all;
  }
}
