/**
 * Knowledge that is imported (places, communes, workshops): lists of rows that are replaced as a whole. A command writes a
 * staging generation in short batches, which nobody sees, then makes it the current one at once. A row is text, opaque here.
 */
export const KINDS = ['places', 'communes', 'workshops'] as const;
export type Kind = (typeof KINDS)[number];

/** Some rows of a generation, in the order in which they were written. */
export interface Page {
  readonly rows: readonly string[];
  /** Where the next page begins; absent after the last. */
  readonly next?: number;
}

/** Part of the port. What was replaced meanwhile throws StoreError `generation_gone`. */
export interface Generations {
  /** Number of the generation that serves; 0 while there is none. Cheap: it may be asked every second. */
  currentGeneration(kind: Kind): Promise<number>;
  /** A page of the generation that serves, from `next` of the page before or from 0. */
  readGeneration(generation: number, from: number, limit: number): Promise<Page>;
  /** Begins a staging generation; one that was begun before and not finished is given up. */
  stageGeneration(kind: Kind, at: number): Promise<number>;
  /** Appends rows to a staging generation, in one write: the caller keeps it short. */
  writeGeneration(generation: number, rows: readonly string[]): Promise<void>;
  /** Makes a staging generation the one that serves, if what serves now is still `base`. */
  flipGeneration(generation: number, base: number): Promise<void>;
  /** Gives up a staging generation. */
  dropGeneration(generation: number): Promise<void>;
  /** Deletes at most `limit` rows that nothing serves any more. Resolves with whether there are others. */
  sweepGenerations(limit: number): Promise<boolean>;
}
