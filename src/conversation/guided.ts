/** A guidance in a conversation: the session in which an answer to its text goes on. Pure but for its seal. */
import { z } from 'zod';
import type { Waiting } from '../../db/guidance.ts';
import type { Onward, Sealed } from '../../db/store.ts';
import type { Frame } from '../../flows/flow.ts';
import { START } from '../../flows/paging.ts';
import { callerOf, type Territories } from '../phone.ts';
import type { Vault } from '../vault.ts';
import { draftsIn } from './drafts.ts';
import { isDiscreet } from './prompt.ts';
import { openReminder, remindedSession } from './reminded.ts';
import { newSession, readSession, type Session, writeSession } from './session.ts';
import { go, menuFrame } from './stack.ts';
import type { Moment, World } from './world.ts';

const page = z.object({ from: z.number(), to: z.number(), group: z.number(), wide: z.boolean() });

/** What is sealed of a guidance. Empty where there is none: a place and the spot it is seen from, a note, a word. */
const schema = z.object({
  v: z.literal(1),
  /** The first name that the person knows the mediator by. */
  by: z.string(),
  sheet: z.string(),
  lang: z.string(),
  place: z.string(),
  spot: z.string(),
  note: z.string(),
  word: z.string(),
  /** This phone is theirs alone, and they agreed to the subject: the text holds the essential. */
  alone: z.boolean(),
  /** Of its link. */
  code: z.string(),
  /** The page of the prompt that was shown in its text. */
  page,
});
export type Guide = Readonly<z.infer<typeof schema>>;

export function writeGuide(guide: Guide): string {
  return JSON.stringify(guide);
}

/** Throws when the bytes are no guidance, or what the vault throws. */
export function openGuide(vault: Pick<Vault, 'open'>, body: Sealed): Guide {
  return schema.parse(JSON.parse(vault.open(body, 'guidance').toString('utf8')));
}

/** The session once this guidance has been told: its dialogue lies over whatever the person was at. */
export function guidedSession(
  world: World,
  before: Session | undefined,
  { id, tries }: Pick<Waiting, 'id' | 'tries'>,
  guide: Omit<Guide, 'page' | 'code' | 'v'> & { readonly page?: Guide['page'] },
  moment: Moment,
): Session {
  const { by, sheet, place, spot, note, word, lang } = guide;
  const base = before ?? newSession(lang, menuFrame(world), moment.now);
  // A voice names nothing before a yes, whoever's phone it is.
  const alone = guide.alone && moment.channel === 'sms';
  const event = { type: 'GUIDE', id, by, sheet, place, spot, note, word, tries, alone };
  const { session } = go(world, { ...base, lang }, { type: 'go', flow: 'guidance', event }, moment);
  if (moment.channel === 'voice') return session;
  return {
    ...session,
    ...(guide.page ? { page: guide.page } : {}),
    turn: Math.max(session.turn, 1),
    at: moment.now,
    askedAt: moment.now,
    greeted: true,
    unprompted: true,
    fragment: null,
  };
}

/** The guidance that a frame is of. */
function guidanceOf({ flow, context }: Frame): string | undefined {
  return flow === 'guidance' ? (context as { id: string }).id : undefined;
}

/** Guidances in which a session is. */
export function guidancesIn({ stack }: Session): readonly string[] {
  return stack.map(guidanceOf).filter((id) => id !== undefined);
}

/** What a guidance that is over leaves of a session: closed by call, it is closed by text, and the other way round. */
export function without(world: World, session: Session, over: readonly string[]): Session {
  const left = (stack: readonly Frame[]) => {
    const at = stack.findIndex((f) => over.includes(guidanceOf(f) ?? '') && !ENDED.has(f.value));
    return at === -1 ? stack : stack.slice(0, at);
  };
  const stack = left(session.stack);
  const kept = session.parked && left(session.parked.stack);
  const parked = kept && kept === session.parked?.stack ? session.parked : null;
  if (stack === session.stack && parked === session.parked) return session;
  if (stack === session.stack) return { ...session, parked };
  return {
    ...session,
    stack: stack.length > 0 ? stack : [menuFrame(world)],
    parked,
    page: START,
    confirm: null,
  };
}

/** States that tell that it is over. */
const ENDED: ReadonlySet<unknown> = new Set(['locked', 'refused']);

/** The session once what waits has been told. Throws where it cannot be read. */
function sessionOf(
  vault: Pick<Vault, 'open'>,
  world: World,
  before: Session | undefined,
  waiting: Waiting,
  moment: Moment,
): Session {
  if (waiting.of === 'reminder')
    return remindedSession(world, before, waiting.id, openReminder(vault, waiting.body), moment);
  return guidedSession(world, before, waiting, openGuide(vault, waiting.body), moment);
}

/** The session of an exchange that meets a guidance or a reminder which waits; the one before where it cannot be read. */
export function takingUp(
  vault: Pick<Vault, 'open'>,
  world: World,
  before: Session | undefined,
  waiting: Waiting,
  moment: Moment,
): Session | undefined {
  try {
    return sessionOf(vault, world, before, waiting, moment);
  } catch {
    return before;
  }
}

/**
 * What the outbox does once the text of a guidance has left. Nothing where anything cannot be read: a text that has left must
 * not be sent again, and the exchange of its answer takes the guidance up by itself.
 */
export function makeOnward(deps: {
  readonly vault: Vault;
  readonly world: World;
  readonly territories: Territories;
}): Onward {
  const { vault, world, territories } = deps;
  return (waiting, saved, now) => {
    // Nothing is looked up here, and nothing is told: only which subjects are discreet.
    const agenda = { mine: [], taken: {} };
    const moment: Moment = { now, channel: 'sms', caller: callerOf(undefined, territories), agenda };
    try {
      const before = saved && readSession(vault.open(saved, 'session').toString('utf8'));
      const session = sessionOf(vault, world, before, waiting, moment);
      return {
        session: vault.seal(writeSession(session), 'session'),
        discreet: session.stack.some((frame) => isDiscreet(world, session, frame, moment)),
        drafts: draftsIn(world, session),
      };
    } catch {
      return undefined;
    }
  };
}
