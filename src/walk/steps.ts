/** What each input does at a situation: read by the real understanding, heard by the real machine. */
import type { Effect } from '../../flows/flow.ts';
import { type Meaning, understand } from '../../flows/understand.ts';
import { answer } from '../conversation/answer.ts';
import { hear } from '../conversation/frames.ts';
import type { Session } from '../conversation/session.ts';
import { earsOf, textsOf, type World } from '../conversation/world.ts';
import { type By, inputs, type Try } from './inputs.ts';
import { wrong } from './offers.ts';
import { type Ground, type Situation, situation } from './situation.ts';
import { MOMENTS } from './world.ts';

/** A question older than this is read back before an answer to it acts. Milliseconds. */
const TWO_DAYS = 48 * 3600_000;

/** What an input does at a situation. */
export interface Way {
  readonly by: By;
  /** The situation that it leads to. */
  readonly to: string;
  /** The event that the dialogue hears. */
  readonly event?: string;
  readonly effects: readonly Effect[];
  /** What is wrong with it. */
  readonly wrong: readonly string[];
}

/** A way, and where it leads. */
export interface Step extends Way {
  readonly next: Situation;
}

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
export function stepper(ground: Ground): (here: Situation) => readonly Step[] {
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
    return { next: situation(ground, after), ...move };
  };
  const way = (here: Situation, session: Session, tried: Try, meaning: Meaning): Step => {
    const { next, effects, refused } = take(here, session, meaning);
    return {
      ...{ by: tried.by, to: next.key, next, effects },
      ...(meaning.is === 'event' ? { event: meaning.event.type } : {}),
      wrong: wrong(ground, here, { tried, meaning, next, effects, refused }),
    };
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
      const now = way(here, here.session, tried, meaning);
      const weight = meaning.is === 'event' && channel === 'sms' && meaning.option?.weight;
      if (!weight) return [now];
      // The same digit to an old question: it is read back before it acts.
      const late = { ...here.session, askedAt: moment.now - TWO_DAYS };
      return [now, way(here, late, tried, meaning)];
    });
  };
}
