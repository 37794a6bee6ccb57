/** One turn: a session and an input in, a session and something to say out. Pure: no clock, no I/O, no await. */
import { choicesOf } from '../../flows/choice.ts';
import type { Line } from '../../flows/flow.ts';
import type { Input } from '../../flows/input.ts';
import type { Shown } from '../../flows/paging.ts';
import { type Meaning, understand } from '../../flows/understand.ts';
import { RelaisError } from '../errors.ts';
import { type Answer, answer } from './answer.ts';
import { draftsIn, draftsOf } from './drafts.ts';
import { fragmentOf, missedIn } from './fragment.ts';
import { isDiscreet, promptOf, shownBefore, shownBriefly, shownLater, shownNow } from './prompt.ts';
import { newSession, type Session } from './session.ts';
import { menuFrame, type Outer, park } from './stack.ts';
import { earsOf, hereOf, type Moment, textsOf, type World } from './world.ts';

/** A text conversation sleeps after this; a cut call can be taken up again within that. Milliseconds. */
export const SMS_SLEEP = 24 * 3600_000;
export const CALL_RESUME = 3600_000;
/** A question that was sent unasked waits as long as texts are kept. */
const PATIENCE = 30 * 24 * 3600_000;

/** What a turn says, as data: the channel's render makes a text or TwiML of it. */
export interface Told {
  readonly shown: Shown;
  /** Only what is said before: the question stands, but is not repeated. */
  readonly alone: boolean;
  /** By voice, the call ends after this. */
  readonly end: boolean;
  readonly lang: string;
  readonly slow: boolean;
  readonly turn: number;
}

export interface Turned {
  readonly session: Session;
  readonly told: Told;
  /** What was understood; absent where an offer stood before it. */
  readonly heard?: Meaning['is'];
  /** Words that found no answer. */
  readonly missed?: string;
  readonly outer: readonly Outer[];
  readonly optOut?: 'ours' | 'none';
  /** A discreet subject was heard or told: kept for a shorter time. */
  readonly discreet: boolean;
  /** The consultation under whose secrecy something was said or answered. */
  readonly secret?: string;
  /** Consultations of which the session holds a draft. */
  readonly drafts: readonly string[];
}

/** What is known before the turn: this conversation's session, else one that was cut, else nothing. */
export interface Before {
  readonly session?: Session | undefined;
  readonly cut?: Session | undefined;
  readonly lang?: string | undefined;
  /** There was a session, and it can no longer be read: the turn it was at. In a call, an earlier number would be answered twice. */
  readonly lostAt?: number | undefined;
}

/** One turn of a conversation. A session that can no longer be read begins again at the menu, politely. */
export function turn(world: World, before: Before, input: Input, moment: Moment): Turned {
  try {
    return turnOf(world, before, input, moment);
  } catch (e) {
    if (!(e instanceof RelaisError) || e.code !== 'frame_unreadable') throw e;
    const lostAt = before.session?.turn ?? before.lostAt ?? 0;
    return turnOf(world, { lang: before.session?.lang ?? before.lang, lostAt }, input, moment);
  }
}

function turnOf(world: World, before: Before, input: Input, moment: Moment): Turned {
  const begun = begin(world, before, moment);
  const { session, woken } = begun;
  const shown =
    woken || session.turn === 0 ? shownNow(world, session, moment, []) : shownBefore(world, session, moment);
  const ears = earsOf(world, session, moment);
  const meaning = understand(shown, input, ears);
  const heard = woken
    ? stillClear(meaning, before.session && namedIn(world, before.session, input, moment))
    : meaning;
  const a: Answer = heard
    ? answer({ world, session, moment, shown }, heard)
    : { session, before: [], outer: [] };
  const fragment = fragmentOf(heard, input, ears.fragment, moment);
  const concluded = conclude(world, begun, { ...a, session: { ...a.session, fragment } }, heard, moment);
  // A place told after a discreet subject would tell of it to whoever holds the phone.
  const place = concluded.discreet ? null : concluded.session.place;
  const kept = { ...concluded.session, place, drafts: draftsOf(world, concluded.session) };
  const heardAs = heard ? { heard: heard.is } : {};
  const turned = { ...concluded, session: kept, ...heardAs, ...missedIn(heard) };
  const secret = shown.prompt.secret ?? turned.told.shown.prompt.secret;
  return { ...turned, ...(secret === undefined ? {} : { secret }), drafts: draftsIn(world, kept) };
}

interface Begun {
  readonly session: Session;
  /** After a night, or when what was asked is lost: an offer or the menu stands before a digit is read into anything. */
  readonly woken: boolean;
  /** Nothing tells yet which language this person speaks. */
  readonly stranger?: boolean;
}

/** The session that this input meets. */
function begin(world: World, { session, cut, lang, lostAt }: Before, moment: Moment): Begun {
  if (session) {
    const patience = session.unprompted ? PATIENCE : SMS_SLEEP;
    const asleep = moment.channel === 'sms' && moment.now - session.at > patience;
    if (!asleep || session.stack.length === 1) return { session, woken: false };
    const home = park(world, session, moment);
    if (!home.parked) return { session: home, woken: true };
    return { session: park(world, session, moment, { type: 'OFFER' }), woken: true };
  }
  const known = lang !== undefined && lang in world.texts ? lang : world.defaultLang;
  const drafts = cut?.drafts ?? [];
  const fresh = { ...newSession(known, menuFrame(world), moment.now), turn: lostAt ?? 0, drafts };
  const stranger = lang === undefined && lostAt === undefined;
  if (!cut || moment.now - cut.at > CALL_RESUME || cut.stack.length === 1)
    return { session: fresh, woken: lostAt !== undefined, stranger };
  const { parked } = park(world, cut, moment);
  if (!parked) return { session: { ...fresh, lang: cut.lang }, woken: false };
  const offer = menuFrame(world, { type: 'CUT' });
  return { session: { ...fresh, lang: cut.lang, slow: cut.slow, stack: [offer], parked }, woken: false };
}

/**
 * After a night, a digit or an unclear word may mean anything: the offer is made first. A clear question is answered, unless
 * its words were an answer to what was being read ("papiers").
 */
function stillClear(meaning: Meaning, named: boolean | undefined): Meaning | undefined {
  if (meaning.is === 'question') return named ? undefined : meaning;
  return ['danger', 'global', 'language', 'first', 'thanks', 'talk', 'secret', 'near', 'open'].includes(
    meaning.is,
  )
    ? meaning
    : undefined;
}

function namedIn(world: World, session: Session, input: Input, moment: Moment): boolean {
  const meaning = understand(shownBefore(world, session, moment), input, earsOf(world, session));
  return meaning.is === 'event' && meaning.option !== undefined;
}

function conclude(
  world: World,
  { session: was, woken, stranger }: Begun,
  a: Answer,
  heard: Meaning | undefined,
  moment: Moment,
): Omit<Turned, 'secret' | 'drafts'> {
  const kept = { ...a.session, ...counters(heard) };
  const t = textsOf(world, kept.lang);
  const before = [...opening(world, was, kept, heard, moment, stranger ?? false), ...a.before];
  const after = woken && heard?.is === 'question' && kept.parked ? [t.resume.later] : [];
  const stands = a.session.page === was.page && a.session.stack === was.stack;
  // A silence is told all of it again: perhaps nothing was heard.
  const brief =
    stands &&
    was.greeted &&
    before.length > 0 &&
    heard?.is !== 'silence' &&
    promptOf(world, kept, moment).once;
  const whole = brief
    ? shownBriefly(world, kept, moment, before)
    : shownNow(world, kept, moment, before, after);
  const { shown, alone } = a.alone
    ? { shown: whole, alone: true }
    : roomFor(world, kept, moment, whole, brief ?? false);
  const session: Session = {
    ...kept,
    page: a.alone || brief || (stands && alone) ? was.page : shown.page,
    turn: was.turn + 1,
    at: moment.now,
    askedAt: !stands && !a.alone ? moment.now : was.askedAt,
    greeted: true,
    unprompted: false,
  };
  return {
    session,
    told: {
      shown,
      alone,
      end: (a.end ?? false) || (shown.prompt.end ?? false),
      lang: session.lang,
      slow: session.slow,
      turn: session.turn,
    },
    outer: a.outer,
    ...(a.optOut === undefined ? {} : { optOut: a.optOut }),
    discreet:
      (a.discreet ?? false) ||
      [...was.stack, ...session.stack].some((f) => isDiscreet(world, session, f, moment)),
  };
}

/** A text holds what it holds: when an apology or a danger's numbers fill it, the question waits for the next one. */
function roomFor(
  world: World,
  session: Session,
  moment: Moment,
  whole: Shown,
  brief: boolean,
): { readonly shown: Shown; readonly alone: boolean } {
  const fits = (shown: Shown) =>
    world.fits[moment.channel](shown, textsOf(world, session.lang), moment.caller);
  if (moment.channel !== 'sms' || whole.before.length === 0 || fits(whole))
    return { shown: whole, alone: false };
  // Its answers were told with the question.
  if (brief) return { shown: whole, alone: true };
  const later = shownLater(world, session, moment, whole.before);
  return { shown: later, alone: !fits(later) };
}

/** Counters of things in a row end as soon as something else happens. */
function counters(heard: Meaning | undefined): Partial<Session> {
  return {
    ...(heard?.is === 'miss' ? {} : { misses: 0 }),
    ...(heard?.is === 'silence' ? {} : { silences: 0 }),
    ...(heard?.is === 'global' && heard.word === 'help' ? {} : { helped: false }),
  };
}

/** Who speaks, once: at the start of a call, after the languages of somebody unknown, and before a first answer that is not the menu, which says it itself. */
function opening(
  world: World,
  was: Session,
  now: Session,
  heard: Meaning | undefined,
  moment: Moment,
  stranger: boolean,
): readonly Line[] {
  const t = textsOf(world, now.lang);
  if (moment.channel === 'voice') {
    const home = now.stack.length === 1;
    // Who has just chosen a language could not follow what was said before.
    if (was.greeted && (now.lang === was.lang || !home)) return [];
    const choices = stranger && home ? choicesOf(hereOf(world, now, moment)).map(({ line }) => line) : [];
    return [...choices, t.menu.welcome(world.operator.name), t.menu.emergency];
  }
  if (was.greeted) return [];
  // What is told first in another language says who speaks by itself; before the numbers to call, nothing is said.
  if (heard?.is === 'first' || heard?.is === 'danger') return [];
  return now.stack.length > 1 || heard?.is === 'miss' ? [t.greet(world.operator.name)] : [];
}
