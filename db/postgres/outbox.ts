/** The outbox: what exchanges write, what is due, how a try ended, what reports say. Inside the caller's transaction. */
import { StoreError } from '../errors.ts';
import { type Due, type Outcome, type Outgoing, type Reported, STATES } from '../store.ts';
import type { Ask } from './connection.ts';
import { hold, meet, optOut, putSession, smsKey } from './people.ts';

/** The states that a report of `state` may follow. */
const below = (state: Reported) => STATES.slice(0, STATES.indexOf(state));

/** Writes a text to send, its recipient if new, and the session that an answer to it goes on in. */
export async function add(
  ask: Ask,
  out: Outgoing,
  from: { readonly inboundId: string | null; readonly at: number; readonly contactId: string | null },
): Promise<void> {
  const { inboundId, at } = from;
  const { id, kind, body = null, dueAt, expiresAt = null, discreet, to } = out;
  const { quiet = false, guidance = null } = out;
  if ((kind === 'reply') !== (body === null)) throw new StoreError('bad_outgoing');
  // Whoever is in that person's own conversation ends their turn first.
  if (to !== undefined && out.session !== undefined) await hold(ask, to.hmac);
  const contactId = to ? (await meet(ask, to, to.newContactId, at)).id : from.contactId;
  if (contactId === null) throw new StoreError('no_recipient');
  await ask.run`insert into messages
    (id, contact_id, inbound_id, kind, state, body, due_at, expires_at, attempts, discreet, at, quiet, guidance_id)
    values (${id}, ${contactId}, ${inboundId}, ${kind}, 'pending', ${body}, ${dueAt}, ${expiresAt}, 0, ${discreet}, ${at},
      ${quiet}, ${guidance})`;
  if (out.session === undefined) return;
  const row = { key: smsKey(contactId), contactId, channel: 'sms', data: out.session, at, discreet } as const;
  await putSession(ask, row);
}

export async function handedOver(ask: Ask, id: string): Promise<void> {
  await ask.run`update messages set state = 'handed' where id = ${id} and state = 'pending'`;
}

/** Raises the state, never lowers it. */
export async function report(ask: Ask, id: string, state: Reported, code?: string): Promise<boolean> {
  const changed = await ask.run`update messages set state = ${state}, code = coalesce(${code ?? null}, code),
    lease_until = null where id = ${id} and state = any(${below(state)})`;
  return changed > 0;
}

/** Rows that another process is taking at this moment are passed over, not waited for. */
export async function takeDue(ask: Ask, now: number, leaseUntil: number, limit: number): Promise<Due[]> {
  // A reply whose exchange was purged has nothing left to say.
  await ask.run`update messages set state = 'expired', lease_until = null where id in (
    select id from messages where state in ('pending', 'sending') and due_at <= ${now}
    and (state = 'pending' or lease_until <= ${now})
    and (expires_at <= ${now} or (kind = 'reply' and inbound_id is null)) for update skip locked)`;
  const rows = await ask.rows<Due & { own: Uint8Array | null; exchange: Uint8Array }>`
    with due as (
      select id, attempts from messages where state in ('pending', 'sending') and due_at <= ${now}
      and (state = 'pending' or lease_until <= ${now}) order by due_at, id limit ${limit} for update skip locked
    ), taken as (
      update messages m set state = 'sending', lease_until = ${leaseUntil}, attempts = m.attempts + 1
      from due where m.id = due.id
      returning m.id, m.contact_id, m.inbound_id, m.kind, m.body, m.due_at, due.attempts, m.quiet
    )
    select t.id, t.contact_id as "contactId", c.number_enc as number, t.body as own,
      coalesce(s.data, e.data) as exchange, t.kind, coalesce(o.by, 'none') as "optOut", t.attempts, t.quiet
    from taken t join contacts c on c.id = t.contact_id
    left join opt_outs o on o.number_hmac = c.number_hmac
    left join exchanges e on e.inbound_id = t.inbound_id and t.kind = 'reply'
    left join secret_copies s on s.inbound_id = e.inbound_id
    order by t.due_at, t.id`;
  return rows.map(({ own, exchange, ...row }) => ({ ...row, body: own ?? exchange }));
}

export async function settle(ask: Ask, id: string, outcome: Outcome): Promise<void> {
  if (outcome.is === 'sent') {
    // The provider's report may have come before its answer to our request.
    await ask.run`update messages set state = case when state = any(${below('sent')}) then 'sent' else state end,
      provider_id = ${outcome.providerId}, sent_at = ${outcome.at}, lease_until = null where id = ${id}`;
  } else if (outcome.is === 'held') {
    await ask.run`update messages set state = 'pending', due_at = ${outcome.at}, lease_until = null,
      attempts = attempts - 1 where id = ${id} and state = 'sending'`;
  } else if (outcome.is === 'retry') {
    await ask.run`update messages set state = 'pending', due_at = ${outcome.at}, code = ${outcome.code ?? null},
      lease_until = null where id = ${id} and state = 'sending'`;
  } else {
    await ask.run`update messages set state = 'failed', code = ${outcome.code}, lease_until = null
      where id = ${id} and state = 'sending'`;
    if (!outcome.optedOut) return;
    const person = await ask.one<{ hmac: string }>`select c.number_hmac as hmac from messages m
      join contacts c on c.id = m.contact_id where m.id = ${id}`;
    if (person !== undefined) await optOut(ask, person.hmac, 'provider', outcome.at);
  }
}
