/** One exchange: what is known of it, what is decided, and all that follows, inside the caller's transaction. */
import { and, eq, sql } from 'drizzle-orm';
import { StoreError } from '../errors.ts';
import type { Contact, Decision, Exchanged, ExchangeRequest, Saved } from '../store.ts';
import type { BlankRows } from './blanking.ts';
import type { CallbackRows } from './callbacks.ts';
import type { Orm } from './connection.ts';
import { secretCopies } from './consultation-tables.ts';
import type { ConsultationRows } from './consultations.ts';
import type { CorrectionRows } from './corrections.ts';
import type { EnrolmentRows } from './enrolments.ts';
import type { Erasing } from './erasing.ts';
import type { GuidanceRows } from './guidance.ts';
import type { Outgoings } from './outgoing.ts';
import type { People } from './people.ts';
import type { Reminded } from './reminded.ts';
import type { ReminderRows } from './reminders.ts';
import { exchanges, feedback, messages, recordings } from './schema.ts';
import { type Sessions, smsKey } from './sessions.ts';
import type { TallyRows } from './tallies.ts';
import type { VoiceRows } from './voices.ts';

export type Exchange = (request: ExchangeRequest, decide: (saved: Saved) => Decision) => Exchanged;

/** Who writes what an exchange decides. */
interface Rows {
  readonly orm: Orm;
  readonly people: People;
  readonly sessions: Sessions;
  readonly outgoings: Outgoings;
  readonly voices: VoiceRows;
  readonly votes: ConsultationRows;
  readonly guided: GuidanceRows;
  readonly erasing: Erasing;
  readonly enrolments: EnrolmentRows;
  readonly asked: CallbackRows;
  readonly blanks: BlankRows;
  readonly corrections: CorrectionRows;
  readonly reminders: ReminderRows & Reminded;
  readonly counted: TallyRows;
}

const slot = sql.placeholder;
const UNTIED = { contactId: null, inboundId: null };

/** Prepares the statements once. */
export function makeExchange(rows: Rows): Exchange {
  const { orm, people, sessions, outgoings, voices, votes, guided } = rows;
  const { erasing, enrolments, asked, blanks, corrections, reminders, counted } = rows;
  const known = orm
    .select({
      exchange: exchanges.data,
      copy: secretCopies.data,
      contactId: exchanges.contactId,
      replyId: messages.id,
      // Once the outbox took the reply, the response may no longer carry it: it would be read twice.
      open: sql<number>`${messages.state} in ('pending', 'handed') and ${messages.attempts} = 0`,
    })
    .from(exchanges)
    .leftJoin(messages, and(eq(messages.inboundId, exchanges.inboundId), eq(messages.kind, 'reply')))
    .leftJoin(secretCopies, eq(secretCopies.inboundId, exchanges.inboundId))
    .where(eq(exchanges.inboundId, slot('inboundId')))
    .prepare();
  const add = orm
    .insert(exchanges)
    .values({
      inboundId: slot('inboundId'),
      key: slot('key'),
      contactId: slot('contactId'),
      channel: slot('channel'),
      at: slot('at'),
      data: slot('data'),
      discreet: slot('discreet'),
    })
    .prepare();
  const addFeedback = orm
    .insert(feedback)
    .values({
      id: slot('id'),
      contactId: slot('contactId'),
      sheet: slot('sheet'),
      body: slot('body'),
      at: slot('at'),
    })
    .prepare();
  const addRecording = orm
    .insert(recordings)
    .values({
      id: slot('id'),
      contactId: slot('contactId'),
      inboundId: slot('inboundId'),
      providerId: slot('providerId'),
      // The provider writes it out a little after the call's turn.
      dueAt: slot('dueAt'),
      attempts: 0,
      at: slot('at'),
    })
    .prepare();

  function repeated(inboundId: string): Exchanged | undefined {
    const row = known.get({ inboundId });
    if (row === undefined) return undefined;
    return {
      exchange: row.copy ?? row.exchange,
      repeated: true,
      ...(row.contactId === null ? {} : { contactId: row.contactId }),
      ...(row.replyId === null ? {} : { reply: { id: row.replyId, open: row.open === 1 } }),
    };
  }

  function write(
    request: ExchangeRequest,
    key: string,
    contact: Contact | undefined,
    decision: Decision,
  ): void {
    const { inboundId, channel, at, blankAt } = request;
    const contactId = contact?.id ?? null;
    if (contact !== undefined && request.number !== undefined) {
      const { optOut, ...learnt } = decision.contact ?? {};
      people.heard(contact.id, at, learnt);
      if (optOut !== undefined) people.optOut(request.number.hmac, optOut, at);
    }
    if (decision.session === null) sessions.end(key);
    else {
      const drafts = decision.drafts?.join(' ') || null;
      const { session: data, discreet } = decision;
      sessions.put({ key, contactId, channel, data, at, discreet, drafts });
    }
    add.run({ inboundId, key, contactId, channel, at, data: decision.exchange, discreet: decision.discreet });
    if (decision.secret !== undefined) {
      const { consultation, copy } = decision.secret;
      votes.copy({ inboundId, consultation, data: copy, at });
    }
    // After the session of this turn: a call that texts its own caller opens that person's text session.
    for (const out of decision.outgoing) outgoings.add(out, { inboundId, at, contactId });
    for (const said of decision.feedback ?? []) addFeedback.run({ ...said, contactId, at });
    for (const { untied, at: on = at, ...recording } of decision.recordings ?? []) {
      addRecording.run({ ...recording, ...(untied ? UNTIED : { contactId, inboundId }), at: on, dueAt: at });
    }
    for (const told of decision.testimonies ?? []) voices.add(told, contactId, at);
    for (const gone of decision.withdrawn ?? []) voices.withdraw(gone, at);
    for (const reported of decision.obstacles ?? []) voices.count(reported);
    for (const vote of decision.votes ?? []) votes.vote(vote, at);
    for (const news of decision.closures ?? []) corrections.news(news);
    if (decision.counts) counted.count(decision.counts, channel, at);
    if (decision.taken !== undefined) guided.taken(decision.taken, at);
    for (const news of decision.guided ?? []) guided.news(news, channel, at);
    if (contact) for (const wished of decision.wishes ?? []) votes.wish(wished, contact.id);
    if (contact) {
      for (const session of decision.unenrolled ?? []) enrolments.unenrol(session, contact.id);
      for (const wanted of decision.enrolled ?? []) enrolments.enrol(wanted, contact.id, at);
      if (decision.uncalled) asked.takeBack(contact.id, at);
      for (const wanted of decision.callbacks ?? []) asked.ask(wanted, contact.id, at);
    }
    if (blankAt !== undefined) blanks.add(inboundId, blankAt);
    for (const news of decision.reminded ?? []) reminders.news(news, channel, at);
    if (contact) {
      const { optOut } = decision.contact ?? {};
      if (optOut === 'ours' || optOut === 'provider') reminders.unset(contact.id, at, true);
      if (decision.unreminded) reminders.unset(contact.id, at, false);
      for (const set of decision.reminders ?? []) reminders.set(set, contact.id);
    }
    if (contact && decision.erase) erasing.erase(contact.id, at, { inboundId, key });
  }

  return (request, decide) => {
    const stored = repeated(request.inboundId);
    if (stored !== undefined) return stored;

    const { number, channel } = request;
    const contact = number && people.meet(number, request.newContactId, request.at);
    const key = keyOf(request, contact);
    const session = sessions.get(key);
    const previous = contact && sessions.previous(contact.id, channel, key);
    // In a call, only its first turn may open it.
    const waits = contact && (channel === 'sms' || session === undefined);
    const waiting =
      waits &&
      (reminders.waiting(contact.id, channel, request.at) ?? guided.waiting(contact.id, channel, request.at));
    const decision = decide({
      ...(contact && { contact }),
      ...(session && { session }),
      ...(previous && { previous }),
      ...(waiting && { waiting }),
      ...(contact && request.lookUp ? { kept: erasing.kept(contact.id) } : {}),
      ...(request.lookUp
        ? { agenda: enrolments.saved(contact?.id, request.at), desk: asked.saved(contact?.id, request.at) }
        : {}),
      over: contact ? guided.over(contact.id) : [],
      consultations: votes.consultationsVersion(),
      corrections: corrections.version(),
      counted: request.receipt !== undefined && votes.countedReceipt(request.receipt),
    });

    const replies = decision.outgoing.filter(({ kind }) => kind === 'reply');
    if (replies.length > 1) throw new StoreError('bad_outgoing');
    write(request, key, contact, decision);
    return {
      exchange: decision.secret?.copy ?? decision.exchange,
      repeated: false,
      ...(contact && { contactId: contact.id }),
      ...(replies[0] && { reply: { id: replies[0].id, open: true } }),
    };
  };
}

function keyOf({ key }: ExchangeRequest, contact: Contact | undefined): string {
  if (key !== 'sms') return key;
  if (contact === undefined) throw new StoreError('no_number');
  return smsKey(contact.id);
}
