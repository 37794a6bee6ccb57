/** Days as somebody texts them: "24/12", "24/12 3/1", "du 24 12 au 3 1". Pure. */

/** Days of a calendar, `2026-12-24`, both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** A day that passed longer ago than this is next year's. Milliseconds. */
const AGO = 45 * 86_400_000;
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
  const from = dayAfter(day, month, now - AGO);
  if (from === undefined) return undefined;
  const to = lastDay === undefined ? from : dayAfter(lastDay, lastMonth ?? 0, from);
  // The whole of today, wherever it is.
  if (to === undefined || to < now - 1.5 * 86_400_000 || to - from > MOST) return undefined;
  return { from: iso(from), to: iso(to) };
}

/** The first such day from this instant on. */
function dayAfter(day: number, month: number, after: number): number | undefined {
  const year = new Date(after).getUTCFullYear();
  return [year, year + 1]
    .map((y) => Date.UTC(y, month - 1, day))
    .find(
      (at) =>
        at >= after - 86_400_000 + 1 &&
        new Date(at).getUTCDate() === day &&
        new Date(at).getUTCMonth() === month - 1,
    );
}

const iso = (at: number) => new Date(at).toISOString().slice(0, 10);

/** Day and month, as words take them. */
export function spoken(day: string): readonly [number, number] {
  const [, month = 1, date = 1] = day.split('-').map(Number);
  return [date, month - 1];
}
