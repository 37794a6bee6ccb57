/** The common part of OpenStreetMap's grammar of opening hours, as rules. What is not common is left to the library. */
import { DAY } from './civil.ts';
import { Cursor, Unusual } from './cursor.ts';

/** Days of a rule. Every selector that is present must agree. */
export interface Selector {
  /** Bit 0 is Monday, bit 6 Sunday. */
  readonly weekdays: number;
  /** Also, or only, on public holidays. */
  readonly holidays: boolean;
  /** Whether the days were written: a rule without any means every day. */
  readonly named: boolean;
  /** Days of the year as month × 100 + day, both ends included; the first may be after the second. */
  readonly dates: readonly (readonly [from: number, to: number])[];
  /** Numbers of ISO weeks. */
  readonly weeks: readonly number[];
}

export interface Rule extends Selector {
  /** Minutes of the day, start and end in turn, the end excluded; none: closed. */
  readonly times: readonly number[];
  /** Added to what the rules before say of the day, rather than in their place. */
  readonly added: boolean;
}

const WEEKDAYS = 'mo tu we th fr sa su'.split(' ');
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const EVERY_DAY = 127;

/** Rules of a string in the common grammar, first to last; undefined when it uses anything else or is wrong. */
export function parseRules(text: string): Rule[] | undefined {
  try {
    return new Parser(text).rules();
  } catch (error) {
    if (error instanceof Unusual) return undefined;
    throw error;
  }
}

class Parser extends Cursor {
  rules(): Rule[] {
    const rules: Rule[] = [];
    let added = false;
    while (this.first !== undefined) {
      rules.push(this.#rule(added));
      if (this.first === undefined) break;
      added = this.first === ',';
      if (!added && this.first !== ';') throw new Unusual();
      this.shift();
      // ";;" and a last ";" say nothing.
      while (this.first === ';') this.shift();
    }
    if (rules.length === 0) throw new Unusual();
    return rules;
  }

  #rule(added: boolean): Rule {
    if (this.take('24/7')) return { ...always(), times: [0, DAY], added };
    const weeks = this.#weeks();
    const dates = this.#dates();
    const days = this.#days();
    this.take(':');
    const times = this.take('off') || this.take('closed') ? [] : this.#times();
    return { weeks, dates, ...days, times, added };
  }

  /** "week 1-53/2", "week 10,12". */
  #weeks(): number[] {
    if (!this.take('week')) return [];
    const weeks: number[] = [];
    do {
      const from = this.number(1, 53);
      const to = this.take('-') ? this.number(from, 53) : from;
      const step = this.take('/') ? this.number(1, 53) : 1;
      for (let week = from; week <= to; week += step) weeks.push(week);
    } while (this.take(','));
    this.take(':');
    return weeks;
  }

  /** "Jul-Aug", "Dec 24-Jan 2", "Jul 14". */
  #dates(): [number, number][] {
    const dates: [number, number][] = [];
    do {
      const from = this.#month();
      if (from === 0) break;
      const day = this.#dayOfMonth();
      if (!this.take('-')) {
        dates.push([from * 100 + (day ?? 1), from * 100 + (day ?? 31)]);
        continue;
      }
      const to = this.#month();
      if (to === 0) {
        // "Jul 1-15": the month is said once.
        if (day === undefined) throw new Unusual();
        dates.push([from * 100 + day, from * 100 + this.number(day, 31)]);
        continue;
      }
      const end = this.#dayOfMonth();
      if ((day === undefined) !== (end === undefined)) throw new Unusual();
      dates.push([from * 100 + (day ?? 1), to * 100 + (end ?? 31)]);
    } while (this.second !== undefined && this.#monthNext() && this.take(','));
    if (dates.length > 0) this.take(':');
    return dates;
  }

  #days(): Pick<Rule, 'weekdays' | 'holidays' | 'named'> {
    let [weekdays, holidays, named] = [0, false, false];
    do {
      if (this.take('ph')) {
        holidays = true;
      } else {
        const from = WEEKDAYS.indexOf(this.first ?? '');
        if (from < 0) {
          if (named) throw new Unusual();
          return { weekdays: EVERY_DAY, holidays: false, named: false };
        }
        this.shift();
        weekdays |= this.take('-') ? span(from, this.#weekday()) : 1 << from;
      }
      named = true;
    } while (this.#dayNext() && this.take(','));
    return { weekdays, holidays, named };
  }

  /** "09:00-12:00,14:00-17:00", within one day. Days without times are not "all day": nobody knows what they are. */
  #times(): number[] {
    const times: number[] = [];
    do {
      const from = this.time();
      if (!this.take('-')) throw new Unusual();
      const to = this.time();
      if (to <= from || to > DAY) throw new Unusual();
      times.push(from, to);
    } while (/^\d+:\d+$/.test(this.second ?? '') && this.take(','));
    return times;
  }

  #dayNext = () => /^(mo|tu|we|th|fr|sa|su|ph)$/.test(this.second ?? '');
  #monthNext = () => MONTHS.includes(this.second ?? '');

  #weekday(): number {
    const day = WEEKDAYS.indexOf(this.shift() ?? '');
    if (day < 0) throw new Unusual();
    return day;
  }

  /** 1 to 12; 0 when the next word is no month. */
  #month(): number {
    const month = MONTHS.indexOf(this.first ?? '') + 1;
    if (month > 0) this.shift();
    return month;
  }

  #dayOfMonth(): number | undefined {
    return /^\d{1,2}$/.test(this.first ?? '') ? this.number(1, 31) : undefined;
  }
}

const always = () => ({ weekdays: EVERY_DAY, holidays: true, named: true, dates: [], weeks: [] });

/** Bits from one weekday to another, around the week's end when need be. */
function span(from: number, to: number): number {
  let bits = 0;
  for (let day = from; ; day = (day + 1) % 7) {
    bits |= 1 << day;
    if (day === to) return bits;
  }
}
