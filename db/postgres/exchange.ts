/** One exchange: what is known of it, what is decided, and all that follows, inside the caller's transaction. */
import { StoreError } from '../errors.ts';
import type { Contact, Decision, Exchanged, ExchangeRequest, Saved, Sealed } from '../store.ts';
import { addBlank } from './blanking.ts';
import * as asked from './callbacks.ts';
import type { Ask } from './connection.ts';
import * as votes from './consultations.ts';
import { closureNews } from './corrections.ts';
import { agenda, enrol, unenrol } from './enrolments.ts';
import { erase, kept } from './erasing.ts';
import * as guided from './guided.ts';
import * as outbox from './outbox.ts';
import * as people from './people.ts';
import { remindedOf } from './reminded.ts';
import { reminderNews, setReminder, unset } from './reminders.ts';
import { count } from './tallies.ts';
import * as voices from './voices.ts';

interface Known {
  readonly exchange: Sealed;
  readonly contactId: string | null;
  readonly replyId: string | null;
  readonly open: boolean | null;
}

async function repeated(ask: Ask, inboundId: string): Promise<Exchanged | undefined> {
  // Once the outbox took the reply, the response may no longer carry it: it would be read twice.
  const row = await ask.one<Known>`select coalesce(s.data, e.data) as exchange, e.contact_id as "contactId",
    m.id as "replyId", m.state in ('pending', 'handed') and m.attempts = 0 as open
    from exchanges e left join messages m on m.inbound_id = e.inbound_id and m.kind = 'reply'
    left join secret_copies s on s.inbound_id = e.inbound_id where e.inbound_id = ${inboundId}`;
  if (row === undefined) return undefined;
  return {
    exchange: row.exchange,
    repeated: true,
    ...(row.contactId === null ? {} : { contactId: row.contactId }),
    ...(row.replyId === null ? {} : { reply: { id: row.replyId, open: row.open === true } }),
  };
}

export async function exchange(
  ask: Ask,
  request: ExchangeRequest,
  decide: (saved: Saved) => Decision,
): Promise<Exchanged> {
  const { number, channel, inboundId, at } = request;
  // One conversation, one process: the same text sent to two is decided by one and found by the other, even the very first.
  await people.hold(ask, number?.hmac ?? request.key);
  const stored = await repeated(ask, inboundId);
  if (stored !== undefined) return stored;

  const contact = number && (await people.meet(ask, number, request.newContactId, at));
  const key = keyOf(request, contact);
  const session = await people.session(ask, key);
  const previous = contact && (await people.previous(ask, contact.id, channel, key));
  // In a call, only its first turn may open it.
  const waits = contact && (channel === 'sms' || session === undefined);
  const waiting =
    waits &&
    ((await remindedOf(ask, contact.id, channel, at)) ??
      (await guided.waiting(ask, contact.id, channel, at)));
  const decision = decide({
    ...(contact && { contact }),
    ...(session && { session }),
    ...(previous && { previous }),
    ...(waiting && { waiting }),
    ...(contact && request.lookUp ? { kept: await kept(ask, contact.id) } : {}),
    ...(request.lookUp
      ? { agenda: await agenda(ask, contact?.id, at), desk: await asked.saved(ask, contact?.id, at) }
      : {}),
    over: contact ? await guided.over(ask, contact.id) : [],
    ...(await votes.versions(ask)),
    counted: request.receipt !== undefined && (await votes.countedReceipt(ask, request.receipt)),
  });

  const replies = decision.outgoing.filter(({ kind }) => kind === 'reply');
  if (replies.length > 1) throw new StoreError('bad_outgoing');
  await write(ask, request, key, contact, decision);
  return {
    exchange: decision.secret?.copy ?? decision.exchange,
    repeated: false,
    ...(contact && { contactId: contact.id }),
    ...(replies[0] && { reply: { id: replies[0].id, open: true } }),
  };
}

async function write(
  ask: Ask,
  { inboundId, channel, at, number, blankAt }: ExchangeRequest,
  key: string,
  contact: Contact | undefined,
  decision: Decision,
): Promise<void> {
  const contactId = contact?.id ?? null;
  if (contact !== undefined && number !== undefined) {
    const { optOut, ...learnt } = decision.contact ?? {};
    await people.heard(ask, contact.id, at, learnt);
    if (optOut !== undefined) await people.optOut(ask, number.hmac, optOut, at);
  }
  const { session: data, discreet } = decision;
  if (data === null) await people.endSession(ask, key);
  else {
    const drafts = decision.drafts?.join(' ') || null;
    await people.putSession(ask, { key, contactId, channel, data, at, discreet, drafts });
  }
  await ask.run`insert into exchanges (inbound_id, key, contact_id, channel, at, data, discreet)
    values (${inboundId}, ${key}, ${contactId}, ${channel}, ${at}, ${decision.exchange}, ${discreet})`;
  if (decision.secret !== undefined) {
    const { consultation, copy } = decision.secret;
    await ask.run`insert into secret_copies (inbound_id, consultation_id, data, at)
      values (${inboundId}, ${consultation}, ${copy}, ${at})`;
  }
  // After the session of this turn: a call that texts its own caller opens that person's text session.
  if (blankAt !== undefined) await addBlank(ask, inboundId, blankAt);
  for (const out of decision.outgoing) await outbox.add(ask, out, { inboundId, at, contactId });
  for (const { id, sheet, body } of decision.feedback ?? []) {
    await ask.run`insert into feedback (id, contact_id, sheet, body, at)
      values (${id}, ${contactId}, ${sheet}, ${body}, ${at})`;
  }
  for (const { id, providerId, untied, at: on = at } of decision.recordings ?? []) {
    // The provider writes it out a little after the call's turn.
    await ask.run`insert into recordings (id, contact_id, inbound_id, provider_id, due_at, attempts, at)
      values (${id}, ${untied ? null : contactId}, ${untied ? null : inboundId}, ${providerId}, ${at}, 0, ${on})`;
  }
  for (const told of decision.testimonies ?? []) await voices.add(ask, told, contactId, at);
  for (const gone of decision.withdrawn ?? []) await voices.withdraw(ask, gone, at);
  for (const reported of decision.obstacles ?? []) await voices.count(ask, reported);
  for (const cast of decision.votes ?? []) await votes.vote(ask, cast, at);
  for (const news of decision.closures ?? []) await closureNews(ask, news);
  if (decision.counts) await count(ask, decision.counts, channel, at);
  if (decision.taken !== undefined) await guided.taken(ask, decision.taken, at);
  for (const news of decision.guided ?? []) await guided.news(ask, news, channel, at);
  if (contact) for (const wished of decision.wishes ?? []) await votes.wish(ask, wished, contact.id);
  if (contact) {
    for (const given of decision.unenrolled ?? []) await unenrol(ask, given, contact.id);
    for (const wanted of decision.enrolled ?? []) await enrol(ask, wanted, contact.id, at);
    if (decision.uncalled) await asked.takeBack(ask, contact.id, at);
    for (const wanted of decision.callbacks ?? []) await asked.ask(ask, wanted, contact.id, at);
  }
  for (const news of decision.reminded ?? []) await reminderNews(ask, news, channel, at);
  if (contact) {
    const { optOut } = decision.contact ?? {};
    if (optOut === 'ours' || optOut === 'provider') await unset(ask, contact.id, at, true);
    if (decision.unreminded) await unset(ask, contact.id, at, false);
    for (const set of decision.reminders ?? []) await setReminder(ask, set, contact.id);
  }
  if (contact && decision.erase) await erase(ask, contact.id, at, { inboundId, key });
}

function keyOf({ key }: ExchangeRequest, contact: Contact | undefined): string {
  if (key !== 'sms') return key;
  if (contact === undefined) throw new StoreError('no_number');
  return people.smsKey(contact.id);
}
