/** Days as somebody texts them: "24/12", "24/12 3/1", "du 24 12 au 3 1". Pure. */

/** Days of a calendar, `2026-12-24`, both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

const DAY = 86_400_000;
/** A closing that is told began no longer ago, and begins no later: a day that has just passed is no day of next year. */
const AGO = 45 * DAY;
const AHEAD = 350 * DAY;
/** Nothing is closed for longer by text. Milliseconds. */
const MOST = 184 * 86_400_000;

/** Figures, and the small words between them. */
export function onlyDays(words: string): boolean {
  return words.replace(/\b(le|du|au|jusqu|until|from|to|on|the)\b|[\d\s/.,-]/g, '') === '';
}

/** The days of these words; undefined where they are none, are over, or the last is before the first. */
export function daysIn(words: string, now: number): Days | undefined {
  const numbers = words.match(/\d+/g)?.map(Number) ?? [];
  if (!onlyDays(words)) return undefined;
  const [day = 0, month = 0, lastDay, lastMonth] = numbers;
  if (numbers.length !== 2 && numbers.length !== 4) return undefined;
  const year = new Date(now).getUTCFullYear();
  for (const y of [year - 1, year, year + 1]) {
    const from = dayOf(y, month, day);
    if (from === undefined || from < now - AGO || from > now + AHEAD) continue;
    const to =
      lastDay === undefined
        ? from
        : [y, y + 1]
            .map((n) => dayOf(n, lastMonth ?? 0, lastDay))
            .find((at) => at !== undefined && at >= from);
    // The whole of today, wherever it is.
    if (to !== undefined && to >= now - 1.5 * DAY && to - from <= MOST)
      return { from: iso(from), to: iso(to) };
  }
  return undefined;
}

/** UTC midnight of a day that there is. */
function dayOf(year: number, month: number, day: number): number | undefined {
  const at = Date.UTC(year, month - 1, day);
  const date = new Date(at);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? at : undefined;
}

const iso = (at: number) => new Date(at).toISOString().slice(0, 10);

/** Day and month, as words take them. */
export function spoken(day: string): readonly [number, number] {
  const [, month = 1, date = 1] = day.split('-').map(Number);
  return [date, month - 1];
}
