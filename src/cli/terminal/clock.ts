/** A clock that can be told to run ahead: an hour's pause is tried without waiting an hour. */

const UNITS: Readonly<Record<string, number>> = {
  j: 86_400_000,
  d: 86_400_000,
  h: 3_600_000,
  m: 60_000,
  s: 1000,
};

export interface MovingClock {
  /** UTC milliseconds. */
  now(): number;
  pass(milliseconds: number): void;
}

export function movingClock(): MovingClock {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    pass: (milliseconds) => {
      ahead += milliseconds;
    },
  };
}

/** `25h`, `2j 3h`, `90 s` in milliseconds; undefined for anything else. */
export function durationOf(text: string): number | undefined {
  if (!/^(\d{1,4}\s*[jdhms]\s*)+$/.test(text)) return undefined;
  let sum = 0;
  for (const [, n, unit = 's'] of text.matchAll(/(\d+)\s*([jdhms])/g)) sum += Number(n) * (UNITS[unit] ?? 0);
  return sum;
}
