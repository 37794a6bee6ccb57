/** Writes a list of rows beside the one that serves, in short batches, then makes it the one that serves. */
import type { Generations, Kind } from '../../db/generations.ts';

export interface WriteDeps {
  readonly store: Generations;
  /** UTC milliseconds. */
  readonly now: number;
  /** Milliseconds, for measuring. */
  readonly clock: () => number;
  /** Leaves the database to others for so long. */
  readonly pause: (ms: number) => Promise<void>;
  readonly onProgress?: (written: number, of: number) => void;
}

/** What a batch may take, in milliseconds: another process's write waits for it, and its whole event loop with it. */
const BATCH = { least: 16, most: 512, short: 4, long: 10 } as const;
/** SQLite tries again after 1, 2, 5, 10, 15, 20, 25 … ms: a pause shorter than that would never let others in. */
const PAUSE_MS = 25;

/** Replaces what serves, if it is still `base`. Resolves with the longest batch in milliseconds. */
export async function replaceGeneration(
  kind: Kind,
  base: number,
  rows: readonly string[],
  { store, now, clock, pause, onProgress }: WriteDeps,
): Promise<number> {
  const generation = await store.stageGeneration(kind, now);
  let longest = 0;
  const batch = sized();
  try {
    for (let at = 0; at < rows.length; ) {
      const part = rows.slice(at, at + batch.size);
      const started = clock();
      await store.writeGeneration(generation, part);
      longest = Math.max(longest, batch.took(clock() - started));
      at += part.length;
      onProgress?.(at, rows.length);
      await pause(PAUSE_MS);
    }
    await store.flipGeneration(generation, base);
  } catch (error) {
    await store.dropGeneration(generation).catch(() => undefined);
    throw error;
  } finally {
    longest = Math.max(longest, await sweep({ store, clock, pause }));
  }
  return longest;
}

/** Deletes what nothing serves any more, in short batches. Resolves with the longest in milliseconds. */
export async function sweep({
  store,
  clock,
  pause,
}: Pick<WriteDeps, 'store' | 'clock' | 'pause'>): Promise<number> {
  let longest = 0;
  const batch = sized();
  for (let left = true; left; ) {
    const started = clock();
    left = await store.sweepGenerations(batch.size);
    longest = Math.max(longest, batch.took(clock() - started));
    await pause(PAUSE_MS);
  }
  return longest;
}

/** A size that follows what batches take. */
function sized(): { readonly size: number; took(ms: number): number } {
  let size: number = BATCH.least;
  return {
    get size() {
      return size;
    },
    took(ms) {
      if (ms < BATCH.short) size = Math.min(BATCH.most, size * 2);
      else if (ms > BATCH.long) size = Math.max(BATCH.least, size >> 1);
      return ms;
    },
  };
}
