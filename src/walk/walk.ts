/** The graph walk: from every way in, everything that a person can do, to every situation there is. */
import { say } from './said.ts';
import { entries, type Ground, type Situation } from './situation.ts';
import { stepper, type Way } from './steps.ts';

/** More situations than this is a mistake in a dialogue: something is left behind in its context. */
export const TOO_MANY = 20_000;

export interface Visit extends Situation {
  readonly ways: readonly Way[];
  /** It was seen but not walked on from: others like it were. */
  readonly leaf: boolean;
}

export interface Walk extends Ground {
  /** In the order of discovery. */
  readonly visits: ReadonlyMap<string, Visit>;
  /** It was given up at `TOO_MANY`. */
  readonly endless: boolean;
}

/** Walks breadth first. Deterministic. */
export function walk(ground: Ground): Walk {
  const visits = new Map<string, Visit>();
  const queue = entries(ground).map((here) => ({ here, steps: Number.POSITIVE_INFINITY }));
  const known = new Map(queue.map(({ here, steps }) => [here.key, steps]));
  const step = stepper(ground);
  const allowed = allowance(ground);
  for (let at = 0; at < queue.length && visits.size < TOO_MANY; at++) {
    const { here, steps } = queue[at] as (typeof queue)[number];
    if (visits.get(here.key)?.leaf === false) continue;
    const left = allowed(here, steps);
    const ways = left > 0 ? step(here) : [];
    visits.set(here.key, { ...here, ways: ways.map(({ next: _, ...way }) => way), leaf: left === 0 });
    for (const { next } of ways) {
      const onward = next.node === here.node ? left : left - 1;
      if ((known.get(next.key) ?? -1) >= onward) continue;
      known.set(next.key, onward);
      queue.push({ here: next, steps: onward });
    }
  }
  return { ...ground, visits, endless: visits.size >= TOO_MANY };
}

/** Of the situations that say the very same, so many are walked from to the end. */
const WALKED = 3;
/** From each of the others, so many steps are walked: what is remembered beneath the same words is tried as well. */
const STEPS = 2;

/** How far to walk on. Where the same is said, the same is offered: each sheet and each office need not be walked through it. */
function allowance(ground: Ground): (here: Situation, steps: number) => number {
  const told = new Map<string, number>();
  return (here, steps) => {
    const words = `${here.flow.id} ${here.state} ${say(ground, here.shown).text}`;
    const before = told.get(words) ?? 0;
    told.set(words, before + 1);
    return before < WALKED ? steps : Math.min(steps, STEPS);
  };
}
