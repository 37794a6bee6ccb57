/** The graph walk: from every way in, everything that a person can do, to every situation there is. */
import type { Effect, FlowEvent } from '../../flows/flow.ts';
import { type Meaning, understand } from '../../flows/understand.ts';
import { answer } from '../conversation/answer.ts';
import { hear } from '../conversation/frames.ts';
import type { Session } from '../conversation/session.ts';
import { earsOf, textsOf, type World } from '../conversation/world.ts';
import { inputs, type Try } from './inputs.ts';
import { say } from './said.ts';
import { entries, type Ground, type Situation, situation } from './situation.ts';
import { MOMENTS } from './world.ts';

/** More situations than this is a mistake in a dialogue: something is left behind in its context. */
export const TOO_MANY = 20_000;

/** A question older than this is read back before an answer to it acts. Milliseconds. */
const TWO_DAYS = 48 * 3600_000;

/** What an input does at a situation. */
export interface Way {
  readonly tried: Try;
  readonly meaning: Meaning;
  /** The situation that it leads to. */
  readonly to: string;
  /** The dialogue did not take what it offers. */
  readonly refused: boolean;
  readonly effects: readonly Effect[];
}

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

type Step = Way & { readonly next: Situation };

/** What an event does, whatever the page and the language: worked out once. */
interface Moved {
  readonly session: Session;
  readonly effects: readonly Effect[];
  readonly refused: boolean;
}
const MOVES = new WeakMap<World, Map<string, Moved>>();
function moves(world: World): Map<string, Moved> {
  const known = MOVES.get(world) ?? new Map<string, Moved>();
  MOVES.set(world, known);
  return known;
}

/**
 * What each input does. Names are understood on every page of a node alike, and tried once; their other words once for each list
 * of answers.
 */
function stepper(ground: Ground): (here: Situation) => readonly Step[] {
  const { world, channel, lang } = ground;
  const t = textsOf(world, lang);
  const moment = MOMENTS[channel];

  const moved = (here: Situation, session: Session, meaning: Meaning): Moved => {
    const told = answer({ world, session, moment, shown: here.shown }, meaning);
    const heard = meaning.is === 'event' ? hear(world.flows, here.frame, meaning.event) : undefined;
    return {
      session: told.session,
      effects: heard?.effects ?? [],
      refused: meaning.is === 'event' && told.session.misses > session.misses,
    };
  };
  const once = (here: Situation, session: Session, meaning: Meaning): Moved => {
    // A read-back is in words, and so is what it leads to.
    if (meaning.is !== 'event' || session !== here.session || session.confirm)
      return moved(here, session, meaning);
    const known = moves(world);
    const key = `${channel} ${here.node} ${JSON.stringify(meaning.event)}`;
    const move = known.get(key) ?? moved(here, session, meaning);
    known.set(key, move);
    return move;
  };
  const take = (here: Situation, session: Session, meaning: Meaning) => {
    const { session: after, ...move } = once(here, session, meaning);
    const next = situation(ground, after);
    return { next, to: next.key, ...move };
  };

  const named = new Set<string>();
  const worded = new Set<string>();
  return (here) => {
    const ears = earsOf(world, here.session);
    const names = !named.has(here.node);
    named.add(here.node);
    const { options, also = [] } = here.shown.prompt;
    const offer = `${here.flow.id} ${here.state} ${[...options, ...also].map((o) => o.label.text).join()}`;
    const words = names && !worded.has(offer);
    worded.add(offer);
    return inputs(here.shown, channel, t, here.flow.samples, names, words).flatMap((tried) => {
      const meaning = understand(here.shown, tried.input, ears);
      const now = { tried, meaning, ...take(here, here.session, meaning) };
      const weight = meaning.is === 'event' && channel === 'sms' && meaning.option?.weight;
      if (!weight) return [now];
      // The same digit to an old question: it is read back before it acts.
      const late = { ...here.session, askedAt: moment.now - TWO_DAYS };
      return [now, { tried, meaning, ...take(here, late, meaning) }];
    });
  };
}

/** Events with which dialogues open others, as they were met. */
export function opened(effects: readonly Effect[]): readonly { flow: string; event: FlowEvent }[] {
  return effects.flatMap((e) =>
    e.type === 'go' || e.type === 'text' ? [{ flow: e.flow, event: e.event }] : [],
  );
}
