/** THE loop around an exchange: every channel, and nothing else, changes a conversation through here. */
import type { ReminderNews } from '../../db/reminders.ts';
import type { Decision, Saved, Store } from '../../db/store.ts';
import type { Input } from '../../flows/input.ts';
import type { Texts } from '../../flows/texts/index.ts';
import type { Meaning } from '../../flows/understand.ts';
import { readPayload } from '../payload.ts';
import { callerOf } from '../phone.ts';
import { segments } from '../text/segments.ts';
import { Outdated, upToDate } from './again.ts';
import { countsOf } from './counts.ts';
import { draftsIn } from './drafts.ts';
import { guidancesIn, takingUp, without } from './guided.ts';
import { says, silenced } from './heeded.ts';
import type { OutwardDeps } from './outward.ts';
import { enough, paced, urgent } from './pace.ts';
import { receiptIn, withoutSecrets } from './received.ts';
import { heardReminders } from './reminded.ts';
import { readSession, type Session, writeSession } from './session.ts';
import { mayBeStaff, orderOf, PinWanted, pinIn, type Sender, type StaffPhones, withoutPin } from './staff.ts';
import { CALL_RESUME, type Told, turn } from './turn.ts';
import { freshCode } from './voices.ts';
import type { Moment } from './world.ts';
import { nothingSaid, write } from './write.ts';

export interface Inbound {
  /** MessageSid, or `CallSid:t`. The same id again gets the same answer and changes nothing. */
  readonly id: string;
  readonly channel: 'sms' | 'voice';
  /** Of a call: its CallSid, and which of its turns this is. */
  readonly call?: string;
  readonly turn?: number;
  /** E.164 of the person; absent when hidden. */
  readonly from?: string;
  readonly input: Input;
  /** The provider has answered this word by itself. */
  readonly handled?: 'STOP' | 'START' | 'HELP';
}

/** What a channel makes of a turn: the answer in the provider's form, and by text the plain words. */
export interface Rendered {
  readonly answer: string;
  readonly text?: string;
}
export interface Render {
  told(told: Told, t: Texts): Rendered;
  /** The provider's form of saying nothing. */
  readonly silent: Rendered;
}

export interface Reply {
  readonly answer: string;
  readonly repeated: boolean;
  /** The outgoing text that this answer carries; undefined when another way has it, or when there is none. */
  readonly messageId?: string;
  /** By text: whether the response may carry it. False once the outbox took it. */
  readonly open: boolean;
}

export type Converse = (inbound: Inbound, render: Render) => Promise<Reply>;

export interface ConverseDeps extends OutwardDeps {
  readonly store: Pick<Store, 'exchange'>;
  readonly clock: () => number;
  /** Whether a text of a number of another country is still answered today; a danger always is. */
  readonly abroad?: (number: string, now: number) => boolean;
  /** Milliseconds after which the words of a text may be blanked at the provider. */
  readonly blankAfter: number;
  /** What the desk corrected, in the memory of this process. */
  readonly corrected?: { version(): number; refresh(): Promise<void> };
  /** Those who may send sheets from their own phone. */
  readonly staff?: StaffPhones;
  /** Hears of every turn that was written, once. */
  readonly seen?: (turn: Seen) => void;
}

/** What may be counted of a turn: never what it was about. */
export interface Seen {
  readonly channel: 'sms' | 'voice';
  /** What was understood; `none` where nothing was to be, as after STOP. */
  readonly heard: Meaning['is'] | 'none';
  /** Segments of the text that came and of the one that answers it; 0 in a call. */
  readonly received: number;
  readonly answered: number;
}

/** Throws what the store throws; then nothing was changed. */
export function makeConverse(deps: ConverseDeps): Converse {
  const { store, vault, clock, ids, ballots, corrected } = deps;
  return async (received, render) => {
    let inbound = { ...received, input: withoutSecrets(received.input) };
    const at = clock();
    const receipt = receiptIn(inbound.input);
    const { channel, input, from } = inbound;
    const asked = channel === 'sms' && from !== undefined && mayBeStaff(input) ? from : undefined;
    const sender = asked === undefined ? undefined : await deps.staff?.find(asked);
    let seen: Seen | undefined;
    const exchange = (lookUp: boolean) =>
      store.exchange(
        {
          key: inbound.channel === 'sms' ? 'sms' : `call:${inbound.call}`,
          channel: inbound.channel,
          inboundId: inbound.id,
          ...(inbound.from === undefined ? {} : { number: vault.number(inbound.from) }),
          at,
          newContactId: ids(),
          ...(receipt === undefined ? {} : { receipt }),
          ...(lookUp ? { lookUp } : {}),
          ...(inbound.channel === 'sms' ? { blankAt: at + deps.blankAfter } : {}),
        },
        (saved) => {
          if (ballots && saved.consultations !== ballots.version()) throw new Outdated();
          if (corrected && saved.corrections !== corrected.version()) throw new Outdated();
          return decide(deps, inbound, render, saved, at, sender, (heard, text) => {
            const { channel, input } = inbound;
            const received = channel === 'sms' && input.kind === 'text' ? segments(input.text).count : 0;
            seen = { channel, heard, received, answered: text === undefined ? 0 : segments(text).count };
          });
        },
      );
    const again = () => Promise.all([ballots?.refresh(), corrected?.refresh()]);
    const done = await upToDate(exchange, again).catch(async (error: unknown) => {
      if (!(error instanceof PinWanted) || from === undefined || !deps.staff) throw error;
      // Outside the transaction: a check takes its time, and what is kept of this text is only what became of it.
      const is = await deps.staff.send(error.said.order, error.said.pin, from);
      inbound = { ...inbound, input: { kind: 'pin', is } };
      return upToDate(exchange, again);
    });
    if (seen && !done.repeated) deps.seen?.(seen);
    if (done.exchange.length === 0) return { answer: render.silent.answer, repeated: true, open: false };
    const { answer } = readPayload(vault.open(done.exchange, 'exchange'));
    return {
      answer,
      repeated: done.repeated,
      open: done.reply?.open ?? false,
      ...(done.reply ? { messageId: done.reply.id } : {}),
    };
  };
}

/** Synchronous, pure but for ids and seals: runs inside the transaction. */
function decide(
  deps: ConverseDeps,
  received: Inbound,
  render: Render,
  saved: Saved,
  at: number,
  sender: Sender | undefined,
  tell: (heard: Seen['heard'], text?: string) => void,
): Decision {
  const { vault, world } = deps;
  let inbound = received;
  if (inbound.handled === 'STOP' || inbound.handled === 'HELP' || silenced(inbound, saved.contact)) {
    tell('none');
    return {
      ...nothingSaid(deps, inbound, render),
      session: saved.session?.data ?? null,
      ...(inbound.handled === 'STOP' ? { contact: { optOut: 'provider' } } : {}),
    };
  }
  const moment: Moment = {
    now: at,
    channel: inbound.channel,
    caller: callerOf(inbound.from, deps.territories),
    fresh: freshCode(deps.ids()),
    ...(saved.counted ? { counted: true } : {}),
    ...(saved.kept ? { kept: saved.kept } : {}),
    ...(saved.agenda ? { agenda: saved.agenda } : {}),
    ...(saved.desk ? { desk: saved.desk } : {}),
    ...orderedBy(deps, inbound, sender),
    ...(inbound.handled === 'START' ? { welcome: true } : {}),
  };
  const was = saved.session && readSession(vault.open(saved.session.data, 'session').toString());
  const found = was && without(world, was, saved.over);
  const { session, taken, came } = withGuidance(deps, found, saved, moment);
  const pin = deps.staff && inbound.channel === 'sms' ? pinIn(session, inbound.input) : undefined;
  if (pin) throw new PinWanted(pin);
  if (sender) inbound = { ...inbound, input: withoutPin(inbound.input) };
  const before = {
    session,
    // A call goes on where its number is, even if what it was at has been erased.
    lostAt:
      session === undefined && (saved.session !== undefined || (inbound.turn ?? 0) > 0)
        ? (inbound.turn ?? 0)
        : undefined,
    cut: saved.previous && readSession(vault.open(saved.previous.data, 'session').toString()),
    lang: saved.contact?.lang ?? undefined,
  };
  const { abroad, number = '' } = moment.caller;
  const pumped = inbound.channel === 'sms' && abroad && !(deps.abroad?.(number, at) ?? true);
  if (pumped && !urgent(world, session, inbound.input)) {
    tell('none');
    return { ...nothingSaid(deps, inbound, render), session: saved.session?.data ?? null };
  }
  const { pace, over } = paced(session?.pace ?? null, inbound.input, at);
  const fast =
    over !== 'no' && inbound.channel === 'sms' && session && !urgent(world, session, inbound.input);
  if (fast && over === 'again') {
    tell('none');
    const kept = vault.seal(writeSession({ ...session, pace }), 'session');
    return { ...nothingSaid(deps, inbound, render), session: kept, drafts: draftsIn(world, session) };
  }
  const read = fast ? enough(world, session, moment) : turn(world, before, inbound.input, moment);
  // What is said in a vote leaves no trace, not even of its length.
  const turned = { ...read, session: { ...read.session, pace: read.secret ? { ...pace, mark: 0 } : pace } };
  const answered = session && says(inbound, turned) ? guidancesIn(session) : [];
  const { text, ...decision } = write(deps, inbound, render, turned, moment);
  tell(turned.heard ?? 'none', text);
  const counts = fast ? undefined : countsOf(deps, session, turned, moment);
  return {
    ...decision,
    ...(taken === undefined ? {} : { taken }),
    ...(counts === undefined ? {} : { counts }),
    reminded: [...(came ?? []), ...heardReminders(inbound, session), ...(decision.reminded ?? [])],
    guided: [...answered.map((id) => ({ id, is: 'answered' as const })), ...(decision.guided ?? [])],
  };
}

function orderedBy(deps: ConverseDeps, { input }: Inbound, sender: Sender | undefined) {
  const order = sender && orderOf(input, sender, deps.ids(), deps.territories);
  return order ? { order } : {};
}

/** A guidance that was sent lies over the conversation, even where the outbox could not write that it left. */
function withGuidance(
  { vault, world }: ConverseDeps,
  found: Session | undefined,
  { waiting, previous }: Saved,
  moment: Moment,
): {
  readonly session: Session | undefined;
  readonly taken?: string;
  readonly came?: readonly ReminderNews[];
} {
  if (waiting === undefined) return { session: found };
  // A call that was cut is taken up first.
  const cut = moment.channel === 'voice' && previous && moment.now - previous.at <= CALL_RESUME;
  if (cut) return { session: found };
  const session = takingUp(vault, world, found, waiting, moment);
  if (moment.channel !== 'sms' || session === found) return { session };
  return waiting.of === 'reminder'
    ? { session, came: [{ id: waiting.id, is: 'taken' }] }
    : { session, taken: waiting.id };
}
