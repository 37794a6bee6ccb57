/** When a text that did not leave is tried again. */
const MINUTE = 60_000;

/** After the first try, the second, the third: then no more. */
export const WAITS: readonly number[] = [1 * MINUTE, 5 * MINUTE, 10 * MINUTE];

/**
 * The instant of the next try (UTC ms), counted from `now`, the end of the one that failed; undefined when there were
 * enough. `made` counts the tries so far, at least 1.
 */
export function nextTry(made: number, now: number): number | undefined {
  const wait = WAITS[made - 1];
  return wait === undefined ? undefined : now + wait;
}

/** Tries that one text gets in all. */
export const MOST_TRIES = WAITS.length + 1;
