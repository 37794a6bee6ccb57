/** Somebody who texts or calls, turn by turn: the real dialogues and sheets, no store, time by hand. */
import { makeFlows } from '../../flows/index.ts';
import type { Input } from '../../flows/input.ts';
import { texts } from '../../flows/texts/index.ts';
import { compose, fitsSms } from '../../src/channels/sms/compose.ts';
import { fitsVoice, offered, told } from '../../src/channels/voice/compose.ts';
import { readSession, type Session, writeSession } from '../../src/conversation/session.ts';
import { type Turned, turn } from '../../src/conversation/turn.ts';
import { type Moment, textsOf, type World } from '../../src/conversation/world.ts';
import { ANONYMOUS, type Caller, callerOf, TERRITORIES } from '../../src/phone.ts';
import { knowledge as realKnowledge } from '../support/library.ts';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** A winter Thursday, 10:00 in Paris. */
export const MORNING = Date.UTC(2026, 0, 15, 9);

export const MOBILE = callerOf('+33639980101', TERRITORIES);
export const LANDLINE = callerOf('+33199000101', TERRITORIES);
export const GUIANA = callerOf('+594694201234', TERRITORIES);
export { ANONYMOUS };

/** The world of the service, as src/service.ts makes it. */
export async function makeWorld(): Promise<World> {
  const knowledge = await realKnowledge();
  return {
    flows: makeFlows(knowledge),
    knowledge,
    texts,
    defaultLang: 'fr',
    operator: { name: 'Relais', contact: '01 99 00 00 00', voice: '+33199000000' },
    fits: { sms: fitsSms, voice: fitsVoice },
  };
}

export interface Said extends Turned {
  /** The text, or all that is spoken. */
  readonly words: string;
  /** What is spoken before the keys. */
  readonly spoken: readonly string[];
}

export interface Person {
  readonly clock: { now: number };
  readonly caller: Caller;
  moment(): Moment;
  readonly session: Session | undefined;
  /** One turn, a minute after the last unless said. */
  does(input: Input, gap?: number): Said;
  /** Texts, or speaks. */
  says(text: string, gap?: number): Said;
  presses(digits: string, gap?: number): Said;
  /** Another call of the same person: the one before was cut. */
  callsAgain(gap: number): Said;
  /** Changes what is kept, as a release or an accident would. */
  alter(change: (kept: Record<string, unknown>) => unknown): void;
}

export function person(world: World, channel: 'sms' | 'voice', caller: Caller = MOBILE): Person {
  const clock = { now: MORNING };
  let turns = 0;
  let kept: string | undefined;
  let cut: string | undefined;
  const moment = (): Moment => ({ now: clock.now, channel, caller });
  const does = (input: Input, gap = MINUTE): Said => {
    clock.now += gap;
    const session = kept === undefined ? undefined : readSession(kept);
    const before = {
      session,
      cut: cut === undefined ? undefined : readSession(cut),
      // As the loop around a turn does.
      lostAt: kept !== undefined && session === undefined ? turns : undefined,
    };
    const turned = turn(world, before, input, moment());
    turns = turned.session.turn;
    kept = writeSession(turned.session);
    const t = textsOf(world, turned.told.lang);
    const { shown, alone } = turned.told;
    const spoken = told(shown, t, alone);
    const words =
      channel === 'sms'
        ? compose(shown, t, alone)
        : [...spoken, ...(alone ? [] : offered(shown, t))].join(' ');
    return { ...turned, words, spoken };
  };
  return {
    clock,
    caller,
    moment,
    get session() {
      return kept === undefined ? undefined : readSession(kept);
    },
    does,
    says: (text, gap) =>
      does(channel === 'sms' ? { kind: 'text', text } : { kind: 'speech', text, confidence: 0.9 }, gap),
    presses: (digits, gap) =>
      does(channel === 'sms' ? { kind: 'text', text: digits } : { kind: 'digits', digits }, gap),
    callsAgain: (gap) => {
      cut = kept;
      kept = undefined;
      return does({ kind: 'call' }, gap);
    },
    alter: (change) => {
      kept = JSON.stringify(change(JSON.parse(kept ?? '{}')));
    },
  };
}
