/** THE loop around an exchange: every channel, and nothing else, changes a conversation through here. */
import type { Contact, Decision, Outgoing, Saved, Store } from '../../db/store.ts';
import type { Input } from '../../flows/input.ts';
import type { Texts } from '../../flows/texts/index.ts';
import type { Meaning } from '../../flows/understand.ts';
import { readPayload, SECRET, writePayload } from '../payload.ts';
import { callerOf } from '../phone.ts';
import { segments } from '../text/segments.ts';
import { Outdated, upToDate } from './again.ts';
import { guidancesIn, takingUp, without } from './guided.ts';
import { type OutwardDeps, outward } from './outward.ts';
import { receiptIn, withoutSecrets } from './received.ts';
import { readSession, type Session, writeSession } from './session.ts';
import { CALL_RESUME, type Told, type Turned, turn } from './turn.ts';
import { freshCode } from './voices.ts';
import { type Moment, textsOf, type World } from './world.ts';

/** A reply that the response could not carry is sent by the provider's API after this. Milliseconds. */
export const REPLY_GRACE = 60_000;

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
  const { store, vault, clock, ids, ballots } = deps;
  return async (received, render) => {
    const inbound = { ...received, input: withoutSecrets(received.input) };
    const at = clock();
    const receipt = receiptIn(inbound.input);
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
        },
        (saved) => {
          if (ballots && saved.consultations !== ballots.version()) throw new Outdated();
          return decide(deps, inbound, render, saved, at, (heard, text) => {
            const { channel, input } = inbound;
            const received = channel === 'sms' && input.kind === 'text' ? segments(input.text).count : 0;
            seen = { channel, heard, received, answered: text === undefined ? 0 : segments(text).count };
          });
        },
      );
    const done = await upToDate(exchange, ballots);
    if (seen && !done.repeated) deps.seen?.(seen);
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
  inbound: Inbound,
  render: Render,
  saved: Saved,
  at: number,
  tell: (heard: Seen['heard'], text?: string) => void,
): Decision {
  const { vault, world } = deps;
  if (inbound.handled === 'STOP' || inbound.handled === 'HELP' || silenced(inbound, saved.contact)) {
    tell('none');
    return {
      session: saved.session?.data ?? null,
      exchange: vault.seal(writePayload({ input: inbound.input, ...render.silent }), 'exchange'),
      outgoing: [],
      discreet: false,
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
    ...(inbound.handled === 'START' ? { welcome: true } : {}),
  };
  const was = saved.session && readSession(vault.open(saved.session.data, 'session').toString());
  const found = was && without(world, was, saved.over);
  const { session, taken } = withGuidance(deps, found, saved, moment);
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
  const turned = turn(world, before, inbound.input, moment);
  const answered = session && says(inbound, turned) ? guidancesIn(session) : [];
  const { text, ...decision } = write(deps, inbound, render, turned, moment);
  tell(turned.heard ?? 'none', text);
  return {
    ...decision,
    ...(taken === undefined ? {} : { taken }),
    guided: [...answered.map((id) => ({ id, is: 'answered' as const })), ...(decision.guided ?? [])],
  };
}

/** A guidance that was sent lies over the conversation, even where the outbox could not write that it left. */
function withGuidance(
  { vault, world }: ConverseDeps,
  found: Session | undefined,
  { waiting, previous }: Saved,
  moment: Moment,
): { readonly session: Session | undefined; readonly taken?: string } {
  if (waiting === undefined) return { session: found };
  // A call that was cut is taken up first.
  const cut = moment.channel === 'voice' && previous && moment.now - previous.at <= CALL_RESUME;
  if (cut) return { session: found };
  const session = takingUp(vault, world, found, waiting, moment);
  return { session, ...(moment.channel === 'sms' && session !== found ? { taken: waiting.id } : {}) };
}

/** Something was said, that is not to be left alone. */
function says({ input, handled }: Inbound, { optOut }: Turned): boolean {
  if (handled !== undefined || optOut === 'ours') return false;
  return input.kind !== 'call' && input.kind !== 'silence';
}

/** After the provider's own STOP it delivers nothing: only START is heard, and only calls are answered. */
function silenced(inbound: Inbound, contact: Contact | undefined): boolean {
  return inbound.channel === 'sms' && contact?.optOut === 'provider' && inbound.handled !== 'START';
}

/** The rows of a turn. */
function write(
  deps: ConverseDeps,
  inbound: Inbound,
  render: Render,
  turned: Turned,
  moment: Moment,
): Decision & Pick<Rendered, 'text'> {
  const { vault, world, ids } = deps;
  const { session, told } = turned;
  const rendered = render.told(told, textsOf(world, told.lang));
  const whole = (input: unknown) => vault.seal(writePayload({ input, ...rendered }), 'exchange');
  const logged = { input: SECRET, answer: render.silent.answer, text: SECRET };
  const { secret, drafts } = turned;
  const reply: Outgoing = {
    id: ids(),
    kind: 'reply',
    dueAt: moment.now + REPLY_GRACE,
    discreet: turned.discreet,
  };
  const optOut = inbound.handled === 'START' ? 'none' : turned.optOut;
  const { outgoing, ...rows } = outward(deps, session, turned.outer, moment);
  return {
    ...(rendered.text === undefined ? {} : { text: rendered.text }),
    session: vault.seal(writeSession(session), 'session'),
    ...(secret === undefined
      ? { exchange: whole(inbound.input) }
      : {
          exchange: vault.seal(writePayload(logged), 'exchange'),
          secret: { consultation: secret, copy: whole(SECRET) },
        }),
    drafts,
    outgoing: [...(rendered.text === undefined ? [] : [reply]), ...outgoing],
    contact: { ...learnt(world, turned), ...(optOut === undefined ? {} : { optOut }) },
    discreet: turned.discreet,
    ...rows,
  };
}

/**
 * The language of the person, once known: chosen, or answered in. The one that a stranger is met in is none of theirs, and what
 * was said of a discreet subject leaves nothing behind.
 */
function learnt(world: World, { session, discreet }: Turned): { readonly lang?: string } {
  const met = session.lang === world.defaultLang && (session.turn <= 1 || session.first);
  return met || discreet ? {} : { lang: session.lang };
}
