/** Reads the list that serves, page by page. */
import type { Generations, Kind } from '../../db/generations.ts';

/** Some two milliseconds of reading. */
const PAGE = 256;

/** The rows of the generation that serves, nothing when there is none. Throws `generation_gone` when it is replaced meanwhile. */
export async function* rowsOf(store: Generations, generation: number): AsyncGenerator<string> {
  if (generation === 0) return;
  for (let from: number | undefined = 0; from !== undefined; ) {
    const page = await store.readGeneration(generation, from, PAGE);
    yield* page.rows;
    from = page.next;
  }
}

/** Its number and all its rows, read as one. */
export async function current<T>(
  store: Generations,
  kind: Kind,
  read: (row: string) => T,
): Promise<{ readonly base: number; readonly rows: readonly T[] }> {
  const base = await store.currentGeneration(kind);
  const rows: T[] = [];
  for await (const row of rowsOf(store, base)) rows.push(read(row));
  return { base, rows };
}
