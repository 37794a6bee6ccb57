/** The graph walk: from every way in, everything that a person can do, to every situation there is. */
import type { Effect, FlowEvent } from '../../flows/flow.ts';
import { type Meaning, understand } from '../../flows/understand.ts';
import { type Answer, answer } from '../conversation/answer.ts';
import { hear } from '../conversation/frames.ts';
import type { Session } from '../conversation/session.ts';
import { earsOf, textsOf } from '../conversation/world.ts';
import { inputs, type Try } from './inputs.ts';
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
  const queue = [...entries(ground)];
  const known = new Set(queue.map((s) => s.key));
  const step = stepper(ground);
  for (let at = 0; at < queue.length && at < TOO_MANY; at++) {
    const here = queue[at] as Situation;
    const ways = step(here);
    visits.set(here.key, { ...here, ways: ways.map(({ next: _, ...way }) => way) });
    for (const { next } of ways) {
      if (known.has(next.key)) continue;
      known.add(next.key);
      queue.push(next);
    }
  }
  return { ...ground, visits, endless: queue.length > TOO_MANY };
}

type Step = Way & { readonly next: Situation };

/**
 * What each input does. The same event at the same node does the same on every page of it, and is done once; so are names, which
 * are understood on every page alike. Their other words are tried once for each list of answers.
 */
function stepper(ground: Ground): (here: Situation) => readonly Step[] {
  const { world, channel, lang } = ground;
  const t = textsOf(world, lang);
  const moment = MOMENTS[channel];
  const done = new Map<string, Omit<Step, 'tried' | 'meaning'>>();

  const take = (here: Situation, session: Session, meaning: Meaning): Omit<Step, 'tried' | 'meaning'> => {
    const told: Answer = answer({ world, session, moment, shown: here.shown }, meaning);
    const next = situation(ground, told.session);
    const heard = meaning.is === 'event' ? hear(world.flows, here.frame, meaning.event) : undefined;
    return {
      ...{ next, to: next.key, effects: heard?.effects ?? [] },
      refused: meaning.is === 'event' && told.session.misses > session.misses,
    };
  };
  const memo = (here: Situation, session: Session, meaning: Meaning) => {
    if (meaning.is !== 'event') return take(here, session, meaning);
    const key = `${here.node} ${session.askedAt} ${JSON.stringify(meaning.event)}`;
    const before = done.get(key);
    if (before) return before;
    const after = take(here, session, meaning);
    done.set(key, after);
    return after;
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
      const now = { tried, meaning, ...memo(here, here.session, meaning) };
      const weight = meaning.is === 'event' && channel === 'sms' && meaning.option?.weight;
      if (!weight) return [now];
      // The same digit to an old question: it is read back before it acts.
      const late = { ...here.session, askedAt: moment.now - TWO_DAYS };
      return [now, { tried, meaning, ...memo(here, late, meaning) }];
    });
  };
}

/** Events with which dialogues open others, as they were met. */
export function opened(effects: readonly Effect[]): readonly { flow: string; event: FlowEvent }[] {
  return effects.flatMap((e) =>
    e.type === 'go' || e.type === 'text' ? [{ flow: e.flow, event: e.event }] : [],
  );
}
