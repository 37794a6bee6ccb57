/** Which of the places that were met is meant, and whether that is clear. */
import { MET, type Met } from './name-index.ts';
import type { Guess, Where } from './types.ts';

/** At most this many: the options of a question. */
export const MOST = 4;

/** A department weighs as a town of 100,000: more than villages that share its name, less than a great city. */
const DEPARTMENT = 5;
/** A former or local name, in powers of ten of inhabitants: its people are not counted apart. */
const LOCAL = 3;
/** Nobody counted, or few. */
const FEWEST = 50;
/** The first must outweigh all the others together this many times. */
const CLEAR = 8;
/** A name with a slip in it is only sure of a place of some size: few mean a hamlet. */
const SLIPPED_FROM = 1000;
const MANY_SLIPS_FROM = 10_000;
/** Met less well than this, a name is asked about. */
const CLEAR_QUALITY = MET.slips;

/**
 * The places met, best first.
 * @param clear how many times the first must outweigh the others to be sure; Infinity: never sure.
 */
export function ranked(all: readonly Met[], list: readonly Where[], clear = CLEAR): Guess[] {
  const best = new Map<string, { place: Where; met: Met; score: number }>();
  for (const met of all) {
    const place = list[met.place] as Where;
    const score = met.quality + weight(place, met);
    const before = best.get(place.id);
    if (!before || before.score < score) best.set(place.id, { place, met, score });
  }
  const sorted = [...best.values()].sort((a, b) => b.score - a.score || a.place.id.localeCompare(b.place.id));
  const [first, ...others] = sorted;
  const crowd = others.reduce((sum, { score }) => sum + 10 ** score, 0);
  const sure = first !== undefined && wellMet(first.place, first.met) && 10 ** first.score >= clear * crowd;
  return sorted.slice(0, MOST).map(({ place, met: { alias } }, at) => ({
    ...place,
    sure: sure && clear < Infinity && at === 0,
    ...(alias !== undefined && { said: alias }),
  }));
}

function wellMet(place: Where, { quality }: Met): boolean {
  if (quality < CLEAR_QUALITY) return false;
  if (quality >= MET.beginning) return true;
  if (place.kind === 'department') return false;
  return place.population >= (quality > CLEAR_QUALITY ? SLIPPED_FROM : MANY_SLIPS_FROM);
}

/** How many people may mean it, as a power of ten. */
export function weight(place: Where, met: Met): number {
  if (place.kind === 'department') return DEPARTMENT;
  if (met.alias !== undefined) return LOCAL;
  return Math.log10(Math.max(FEWEST, place.population));
}

/** One place, nothing to ask. */
export const certain = (place: Where): Guess => ({ ...place, sure: true });
/** Places to choose from. */
export const doubtful = (places: readonly Where[]): Guess[] =>
  places.slice(0, MOST).map((place) => ({ ...place, sure: false }));
