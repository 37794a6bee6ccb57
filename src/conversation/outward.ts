/** What a turn asks of outside, as rows: texts to send, words to keep. */
import type { Decision, Outgoing } from '../../db/store.ts';
import type { Texts } from '../../flows/texts/index.ts';
import { type Caller, callerOf, type Territories } from '../phone.ts';
import type { Vault } from '../vault.ts';
import { callbackRow } from './callbacks.ts';
import { shownNow } from './prompt.ts';
import { ownReminder } from './reminded.ts';
import { newSession, type Session, writeSession } from './session.ts';
import { go, menuFrame, type Outer } from './stack.ts';
import type { Told } from './turn.ts';
import { closureNews, obstacleRows, testimonyRows, withdrawalRows } from './voices.ts';
import { type Ballots, voteRows } from './votes.ts';
import { type Moment, textsOf, type World } from './world.ts';

export interface OutwardDeps {
  readonly vault: Vault;
  readonly world: World;
  readonly territories: Territories;
  /** Whether an answer to a text that we send by ourselves reaches us: not with an alphanumeric sender. */
  readonly senderHears: boolean;
  /** The text of what is told, as the channel writes it. */
  readonly compose: (told: Told, t: Texts) => string;
  /** UUIDv7. */
  readonly ids: () => string;
  /** When somebody is to be reminded of a moment: the day before unless said. UTC milliseconds. */
  readonly remindAt?: (moment: number, number: string, now: number) => number;
  /** What is secret of a consultation. */
  readonly ballots?: Ballots;
}

type Rows = Required<
  Pick<
    Decision,
    | 'outgoing'
    | 'feedback'
    | 'recordings'
    | 'testimonies'
    | 'withdrawn'
    | 'obstacles'
    | 'votes'
    | 'wishes'
    | 'guided'
    | 'enrolled'
    | 'unenrolled'
    | 'closures'
    | 'callbacks'
    | 'reminders'
    | 'reminded'
  >
> &
  Pick<Decision, 'erase' | 'uncalled' | 'unreminded'>;

/** The rows of these effects. A text is written in the language of the session that asked for it. */
export function outward(deps: OutwardDeps, session: Session, outer: readonly Outer[], moment: Moment): Rows {
  const rows = outer.map((effect) => rowsOf(deps, session, effect, moment));
  return {
    outgoing: rows.flatMap((r) => r.outgoing ?? []),
    feedback: rows.flatMap((r) => r.feedback ?? []),
    recordings: rows.flatMap((r) => r.recordings ?? []),
    testimonies: rows.flatMap((r) => r.testimonies ?? []),
    withdrawn: rows.flatMap((r) => r.withdrawn ?? []),
    obstacles: rows.flatMap((r) => r.obstacles ?? []),
    votes: rows.flatMap((r) => r.votes ?? []),
    wishes: rows.flatMap((r) => r.wishes ?? []),
    guided: rows.flatMap((r) => r.guided ?? []),
    enrolled: rows.flatMap((r) => r.enrolled ?? []),
    unenrolled: rows.flatMap((r) => r.unenrolled ?? []),
    closures: rows.flatMap((r) => r.closures ?? []),
    callbacks: rows.flatMap((r) => r.callbacks ?? []),
    ...(rows.some((r) => r.uncalled) ? { uncalled: true } : {}),
    reminders: rows.flatMap((r) => r.reminders ?? []),
    reminded: rows.flatMap((r) => r.reminded ?? []),
    ...(rows.some((r) => r.unreminded) ? { unreminded: true } : {}),
    ...(rows.some((r) => r.erase) ? { erase: true } : {}),
  };
}

function rowsOf(deps: OutwardDeps, session: Session, effect: Outer, moment: Moment): Partial<Rows> {
  switch (effect.type) {
    case 'text':
      return { outgoing: text(deps, session, effect, moment) };
    case 'feedback':
      return said(deps, effect);
    case 'testimony':
      return testimonyRows(deps, effect);
    case 'withdraw':
      return withdrawalRows(deps, effect);
    case 'obstacle':
      return obstacleRows(deps, effect, moment);
    case 'vote':
      return voteRows(deps, effect, moment);
    case 'wish':
      return { wishes: [effect.consultation] };
    case 'enrol': {
      const { type: _, ...wanted } = effect;
      return { enrolled: [wanted] };
    }
    case 'closed':
    case 'reopened':
      return { closures: [closureNews(effect, moment)] };
    case 'unenrol':
      return { unenrolled: [effect.session] };
    case 'callback':
      return { callbacks: [callbackRow(deps, session, effect)] };
    case 'uncallback':
      return { uncalled: true };
    case 'remind':
      return { reminders: ownReminder(deps, session, effect.at, moment) };
    case 'unremind':
      return { unreminded: true };
    case 'reminded':
      return { reminded: [{ id: effect.id, is: effect.is }] };
    case 'erase':
      return { erase: true };
    case 'guided':
      return { guided: [{ id: effect.id, is: effect.is }] };
  }
}

/** Words about a sheet; what was recorded is named by our own id, under which it will be kept. */
function said({ vault, ids }: OutwardDeps, effect: Extract<Outer, { type: 'feedback' }>): Partial<Rows> {
  const { sheet, helped, words, recording } = effect;
  const kept = recording === undefined ? undefined : { id: ids(), providerId: recording };
  const body = vault.seal(JSON.stringify({ helped, words, recording: kept?.id }), 'feedback');
  return { feedback: [{ id: ids(), sheet, body }], recordings: kept ? [kept] : [] };
}

/** A text, and the session in which its answer goes on: what a dialogue answers to an event. */
function text(
  deps: OutwardDeps,
  asker: Session,
  effect: Extract<Outer, { type: 'text' }>,
  moment: Moment,
): readonly Outgoing[] {
  const { vault, world, ids } = deps;
  const to: Caller = effect.to === undefined ? moment.caller : callerOf(effect.to, deps.territories);
  if (to.number === undefined || !to.mobile) return [];
  const { kept, desk } = moment;
  const own = effect.to === undefined ? { ...(kept ? { kept } : {}), ...(desk ? { desk } : {}) } : {};
  const there: Moment = { now: moment.now, channel: 'sms', caller: to, ...own };
  const t = textsOf(world, asker.lang);
  const fresh = newSession(asker.lang, menuFrame(world), moment.now);
  const { session } = go(world, fresh, { type: 'go', flow: effect.flow, event: effect.event }, there);
  const hears = deps.senderHears && to.canAnswer;
  const onward = hears ? [] : oneWay(world, t);
  const greeted = shownNow(world, session, there, [t.greet(world.operator.name)], onward);
  // Where both have no room, whom to call counts for more than who speaks: it was asked for a moment ago.
  const shown =
    greeted.after.length === onward.length ? greeted : shownNow(world, session, there, [], onward);
  const { next: _, more: __, ...told } = shown;
  const next: Session = { ...session, page: shown.page, turn: 1, askedAt: moment.now, greeted: true };
  const words = deps.compose(
    {
      // What nobody can answer asks nothing.
      shown: hears ? shown : { ...told, options: [] },
      alone: false,
      end: false,
      lang: asker.lang,
      slow: false,
      turn: 1,
    },
    t,
  );
  return [
    {
      id: ids(),
      kind: 'asked',
      ...(effect.to === undefined ? {} : { to: { ...vault.number(effect.to), newContactId: ids() } }),
      body: vault.seal(words, 'message'),
      dueAt: moment.now,
      ...(hears ? { session: vault.seal(writeSession(next), 'session') } : {}),
      discreet: shown.prompt.discreet ?? false,
    },
  ];
}

function oneWay(world: World, t: Texts) {
  return world.operator.voice === undefined ? [] : [t.send.callUs(world.operator.voice)];
}
