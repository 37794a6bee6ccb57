/** Rules turned into what is asked of them: the open times of a day. */
import { civil, isoWeek, weekday } from './civil.ts';
import type { Rule } from './grammar.ts';
import { slotsOf } from './slots.ts';

/** Open times of a day in minutes, start and end in turn, in order, apart from each other. */
export type Times = readonly number[];

/** The open times of any day. */
export interface Plan {
  readonly kind: 'plan';
  /** Of an ordinary day. */
  ordinary(day: number): Times;
  /** Of a public holiday; undefined when the rules do not speak of holidays that day. */
  holiday(day: number): Times | undefined;
  /** Slots (see slots.ts) in which it may be open; in all others it is not. */
  readonly slots: ReadonlySet<number>;
}

const NEVER: Times = [];

/** The plan of some rules. A week that is always the same becomes a table of seven days. */
export function planOf(rules: readonly Rule[]): Plan {
  const steady = rules.every(({ dates, weeks }) => dates.length === 0 && weeks.length === 0);
  const onHolidays = rules.filter(({ holidays, named }) => holidays && named);
  const slots = slotsOf(rules);
  if (!steady) {
    return {
      kind: 'plan',
      slots,
      ordinary: (day) => timesOf(rules, day, false) ?? NEVER,
      holiday: (day) => timesOf(onHolidays, day, true),
    };
  }
  // Days 4 to 10 are a week from Monday on.
  const week = [4, 5, 6, 7, 8, 9, 10].map((day) => timesOf(rules, day, false) ?? NEVER);
  const holiday = timesOf(onHolidays, 4, true);
  return {
    kind: 'plan',
    slots,
    ordinary: (day) => week[weekday(day)] as Times,
    holiday: () => holiday,
  };
}

/**
 * A later rule takes the place of the earlier ones for the whole day. A rule that names public holidays counts on them wherever
 * it stands: whoever wrote "PH off" first did not mean to open.
 */
function timesOf(rules: readonly Rule[], day: number, holiday: boolean): Times | undefined {
  let times: number[] | undefined;
  for (const rule of rules) {
    if (!matches(rule, day, holiday)) continue;
    times = rule.added && rule.times.length > 0 ? [...(times ?? []), ...rule.times] : [...rule.times];
  }
  return times && joined(times);
}

function matches(rule: Rule, day: number, holiday: boolean): boolean {
  if (!holiday && (rule.weekdays & (1 << weekday(day))) === 0) return false;
  if (rule.weeks.length > 0 && !rule.weeks.includes(isoWeek(day))) return false;
  if (rule.dates.length === 0) return true;
  const { month, day: dayOfMonth } = civil(day);
  const date = month * 100 + dayOfMonth;
  return rule.dates.some(([from, to]) =>
    from <= to ? date >= from && date <= to : date >= from || date <= to,
  );
}

/** In order, those that touch or overlap made one: "09:00-12:00,12:00-17:00" has no closing at noon. */
function joined(times: readonly number[]): Times {
  const pairs: [number, number][] = [];
  for (let at = 0; at < times.length; at += 2) pairs.push([times[at] as number, times[at + 1] as number]);
  pairs.sort((a, b) => a[0] - b[0]);
  const result: number[] = [];
  for (const [from, to] of pairs) {
    const last = result.at(-1);
    if (last !== undefined && from <= last) result[result.length - 1] = Math.max(last, to);
    else result.push(from, to);
  }
  return result;
}
