/** What the clock on the wall says in a zone, and when it will say something: fast, and right on the days it is changed. */
import { DAY_MS, MINUTE_MS } from './civil.ts';

/** A stretch of time in which the zone keeps one distance from UTC. */
interface Stretch {
  /** UTC milliseconds, the end excluded. */
  readonly from: number;
  readonly until: number;
  /** Milliseconds to add to UTC for the wall clock. */
  readonly offset: number;
}

/** The clock of one IANA zone. Stretches are asked of the platform once a year of use, then kept. */
export class Clock {
  readonly zone: string;
  readonly #format: Intl.DateTimeFormat;
  readonly #years = new Map<number, readonly Stretch[]>();
  #last: Stretch | undefined;

  /** @throws RangeError when the platform does not know the zone. */
  constructor(zone: string) {
    this.zone = zone;
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  /** The wall clock at an instant, as if it were UTC: milliseconds since 1 January 1970 on the wall. */
  wall(instant: number): number {
    return instant + this.#stretch(instant).offset;
  }

  /**
   * The first instant after `after` at which the wall clock shows `wall`, or has just jumped over it.
   * @param wall as `wall()` gives it.
   */
  instant(wall: number, after: number): number {
    const early = this.#stretch(wall - DAY_MS);
    const late = this.#stretch(wall + DAY_MS);
    if (early.offset === late.offset) return wall - early.offset;
    const shown = [wall - early.offset, wall - late.offset].filter((at) => this.wall(at) === wall);
    // Shown twice in autumn; in spring an hour is never shown, and the change itself is the moment.
    if (shown.length === 0) return early.until;
    const next = shown.filter((at) => at > after);
    return Math.min(...(next.length > 0 ? next : shown));
  }

  #stretch(instant: number): Stretch {
    const last = this.#last;
    if (last !== undefined && instant >= last.from && instant < last.until) return last;
    const year = new Date(instant).getUTCFullYear();
    let stretches = this.#years.get(year);
    if (stretches === undefined) {
      stretches = this.#stretchesOf(year);
      this.#years.set(year, stretches);
    }
    this.#last = stretches.find(({ until }) => instant < until) as Stretch;
    return this.#last;
  }

  /** A year of UTC cut where the distance changes: months are compared, a change is then found to the minute. */
  #stretchesOf(year: number): Stretch[] {
    const stretches: Stretch[] = [];
    let from = Date.UTC(year, 0, 1);
    let offset = this.#ask(from);
    for (let month = 1; month <= 12; month++) {
      const end = Date.UTC(year, month, 1);
      if (month < 12 && this.#ask(end) === offset) continue;
      const change =
        month === 12 && this.#ask(end - 1) === offset ? end : this.#changeBetween(from, end, offset);
      stretches.push({ from, until: change, offset });
      from = change;
      offset = this.#ask(change);
    }
    const end = Date.UTC(year + 1, 0, 1);
    if (from < end) stretches.push({ from, until: end, offset });
    return stretches;
  }

  #changeBetween(from: number, until: number, offset: number): number {
    let [same, other] = [from, until];
    while (other - same > MINUTE_MS) {
      const middle = Math.floor((same + other) / 2 / MINUTE_MS) * MINUTE_MS;
      if (this.#ask(middle) === offset) same = middle;
      else other = middle;
    }
    return other;
  }

  #ask(instant: number): number {
    const parts: Record<string, number> = {};
    for (const { type, value } of this.#format.formatToParts(instant)) parts[type] = Number(value);
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
  }
}
