/**
 * In which order places are told. Two parts, one after the other:
 *
 * 1. Open at that moment and within reach, the closest first. Reach is how far somebody would go for an open door when a
 *    closed one is closer: 10 km, and where everything is far four times the way to the closest, 40 km at most. So an open
 *    place 3 km away comes before a closed one at 1 km, one 60 km away does not.
 * 2. All the others, by what they cost: the way, plus what waiting is worth in metres. An hour until it opens is worth 150 m
 *    (8 km at most: two days or more), hours that nobody knows 3 km (a call tells), a place that does not open again 12 km.
 *    The order holds within each 256 closest: nobody pages so far, and a lookup stays short.
 *
 * Nothing farther than 100 km is told, nor what lies under another clock: that is another island.
 */
import type { Opening } from '../../../flows/places.ts';
import type { Hit, Nearest } from './nearest.ts';

const KM = 1_000;
const HOUR = 3_600_000;

export const REACH = { least: 10 * KM, times: 4, most: 40 * KM } as const;
export const WAIT = { hour: 150, most: 8 * KM, unknown: 3 * KM, never: 12 * KM } as const;
export const FARTHEST = 100 * KM;
export const WINDOW = 256;

/** How far an open place may be to come before a closed one, from the way to the closest place of all. */
export function reachFrom(closest: number): number {
  return Math.min(REACH.most, Math.max(REACH.least, REACH.times * closest));
}

/** What a place that is not open within reach costs, in metres. */
export function costOf(metres: number, opening: Opening, at: number): number {
  return metres + waitOf(opening, at);
}

function waitOf(opening: Opening, at: number): number {
  if (opening.is === 'open') return 0;
  if (opening.is === 'unknown') return WAIT.unknown;
  if (opening.opens === undefined) return WAIT.never;
  return Math.min(WAIT.most, (Math.max(0, opening.opens - at) / HOUR) * WAIT.hour);
}

export interface RankQuery {
  readonly spot: { readonly lat: number; readonly lon: number };
  readonly at: number;
  readonly skip: number;
  readonly take: number;
  /** Rows that count at all. */
  readonly only: (row: number) => boolean;
  readonly openingOf: (row: number) => Opening;
  readonly isOpen: (row: number) => boolean;
  /** All that are open, in no order, where they are few; undefined where they may be many. */
  readonly fewOpen: readonly number[] | undefined;
  /** Whole hours from then on during which nothing opens for sure: as many as QUIET are worth asking for. */
  readonly quiet: number;
}

/** After so many hours waiting costs as much as not knowing, which is the least of what is left. */
export const QUIET = WAIT.unknown / WAIT.hour;

/** Places looked at first to learn how cheap one is: what is farther than that cost need not be looked at. */
const FIRST = 16;

/** The `take` rows after the first `skip`, in the order above. */
export function rank(index: Nearest, query: RankQuery): readonly Hit[] {
  const { spot, take, only, isOpen, fewOpen } = query;
  const skip = Math.max(0, query.skip);
  const [closest] = index.around(spot, 1, FARTHEST, only);
  if (!closest || take <= 0) return [];
  const reach = reachFrom(closest.metres);
  const open =
    fewOpen === undefined
      ? index.around(spot, skip + take, reach, (row) => isOpen(row) && only(row))
      : index.among(fewOpen, spot, skip + take, reach, only);
  const page = open.slice(skip, skip + take);
  if (page.length === take) return page;
  const told = new Set(open.map(({ row }) => row));
  const others = rest(index, query, { told, wanted: skip + take - open.length, reach });
  return [...page, ...others.slice(Math.max(0, skip - open.length))];
}

/** The first `wanted` of the second part: within reach nothing of it is open. */
function rest(
  index: Nearest,
  query: RankQuery,
  { told, wanted, reach }: { told: ReadonlySet<number>; wanted: number; reach: number },
): Hit[] {
  const { spot, at, only, openingOf } = query;
  const pass = (row: number) => only(row) && !told.has(row);
  const cost = (hit: Hit) => costOf(hit.metres, openingOf(hit.row), at);
  let farthest = FARTHEST;
  if (wanted <= FIRST) {
    const first = index.around(spot, FIRST, FARTHEST, pass);
    if (first.length < FIRST) return inWindows(first, cost).slice(0, wanted);
    // What a place costs at least tells how far away none can come before the last wanted one.
    const costs = first.map(cost).sort((a, b) => a - b);
    const last = costs[wanted - 1] ?? FARTHEST;
    farthest = Math.min(FARTHEST, last + 1 - (last < reach ? Math.min(QUIET, query.quiet) * WAIT.hour : 0));
    if (farthest <= (first.at(-1)?.metres ?? 0)) return inWindows(first, cost).slice(0, wanted);
  }
  for (let size = WINDOW; ; size += WINDOW) {
    const near = index.around(spot, size, farthest, pass);
    if (near.length >= wanted || near.length < size) return inWindows(near, cost).slice(0, wanted);
  }
}

/** Sorts each window of the closest by itself, so that a later page never moves an earlier one. */
function inWindows(near: readonly Hit[], cost: (hit: Hit) => number): Hit[] {
  const sorted: Hit[] = [];
  for (let from = 0; from < near.length; from += WINDOW) {
    const window = near.slice(from, from + WINDOW).map((hit) => ({ hit, cost: cost(hit) }));
    window.sort((a, b) => a.cost - b.cost || a.hit.metres - b.hit.metres || a.hit.row - b.hit.row);
    for (const { hit } of window) sorted.push(hit);
  }
  return sorted;
}
