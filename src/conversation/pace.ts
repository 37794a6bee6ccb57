/** How fast somebody writes: two machines that answer each other, or one that floods, are cut off before they cost much. Pure. */

import type { Input } from '../../flows/input.ts';
import { normalize } from '../../flows/normalize.ts';
import { commandOf } from '../../flows/words.ts';
import { draftsIn } from './drafts.ts';
import { shownBefore } from './prompt.ts';
import type { Session } from './session.ts';
import type { Turned } from './turn.ts';
import { type Moment, textsOf, type World } from './world.ts';

/** Texts of one number that are answered in an hour and in a day: more than anybody types. */
export const PER_HOUR = 60;
export const PER_DAY = 200;
/** The same long text, in a row and within an hour, that is answered: an answering machine says nothing else. */
export const SAME = 3;
/** Shorter ones are keys and words that people do repeat. Characters. */
const LONG = 20;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export type Pace = NonNullable<Session['pace']>;

/** `first`: this is told, once. `again`: nothing is said any more. */
export interface Paced {
  readonly pace: Pace;
  readonly over: 'no' | 'first' | 'again';
}

/** The pace after one more text. */
export function paced(was: Pace | null, input: Input, now: number): Paced {
  const [hour, day] = [Math.floor(now / HOUR), Math.floor(now / DAY)];
  const said = input.kind === 'text' ? normalize(input.text) : '';
  const mark = said.length >= LONG ? markOf(said) : 0;
  const repeats = was !== null && mark !== 0 && was.mark === mark && now - was.at < HOUR;
  const pace: Pace = {
    at: now,
    hour,
    perHour: was?.hour === hour ? was.perHour + 1 : 1,
    day,
    perDay: was?.day === day ? was.perDay + 1 : 1,
    mark,
    same: repeats ? was.same + 1 : 1,
  };
  const past = [pace.perHour - PER_HOUR, pace.perDay - PER_DAY, pace.same - SAME];
  const most = Math.max(...past);
  return { pace, over: most <= 0 ? 'no' : most === 1 ? 'first' : 'again' };
}

/** Is answered whatever the pace: a danger, and the wish to be left alone. */
export function urgent(world: World, session: Session | undefined, input: Input): boolean {
  if (input.kind !== 'text') return false;
  const lang = session?.lang ?? world.defaultLang;
  const ears = { words: Object.values(world.texts).map((t) => t.words) };
  const word = commandOf(normalize(input.text), ears);
  return word === 'optOut' || world.knowledge.danger(input.text, lang) !== undefined;
}

/** What is told before the silence; the question that stood still stands. */
export function enough(world: World, session: Session, moment: Moment): Turned {
  const t = textsOf(world, session.lang);
  const stands = shownBefore(world, session, moment);
  return {
    session,
    told: {
      shown: { ...stands, before: [t.talk.enough], lines: [], options: [], after: [] },
      alone: true,
      end: false,
      lang: session.lang,
      slow: session.slow,
      turn: session.turn,
    },
    outer: [],
    discreet: stands.prompt.discreet ?? false,
    drafts: draftsIn(world, session),
  };
}

/** 31 bits of a text (FNV-1a): enough to see it again, too few to know it by. */
function markOf(text: string): number {
  let mark = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) mark = Math.imul(mark ^ text.charCodeAt(i), 0x01000193);
  return mark >>> 1 || 1;
}
