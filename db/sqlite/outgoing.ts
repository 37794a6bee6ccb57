/** Rows of the outbox as exchanges write them, and the states that reports move them through. */
import { and, eq, inArray, sql } from 'drizzle-orm';
import { StoreError } from '../errors.ts';
import { type Outgoing, type Reported, STATES, type State } from '../store.ts';
import type { Orm } from './connection.ts';
import type { People } from './people.ts';
import { messages } from './schema.ts';
import { type Sessions, smsKey } from './sessions.ts';

export interface Outgoings {
  /** Writes a text to send, its recipient if new, and the session that an answer to it goes on in. */
  add(
    out: Outgoing,
    from: { readonly inboundId: string | null; readonly at: number; readonly contactId: string | null },
  ): void;
  handedOver(id: string): void;
  /** Raises the state, never lowers it. */
  report(id: string, state: Reported, code?: string): boolean;
}

const slot = sql.placeholder;

/** The states that a report of `state` may follow. */
export function below(state: State): State[] {
  return STATES.slice(0, STATES.indexOf(state));
}

/** Prepares the statements once. */
export function makeOutgoings(orm: Orm, people: People, sessions: Sessions): Outgoings {
  const add = orm
    .insert(messages)
    .values({
      id: slot('id'),
      contactId: slot('contactId'),
      inboundId: slot('inboundId'),
      kind: slot('kind'),
      state: 'pending',
      body: slot('body'),
      dueAt: slot('dueAt'),
      expiresAt: slot('expiresAt'),
      attempts: 0,
      discreet: slot('discreet'),
      at: slot('at'),
      quiet: slot('quiet'),
      guidanceId: slot('guidanceId'),
    })
    .prepare();
  const handedOver = orm
    .update(messages)
    .set({ state: 'handed' })
    .where(and(eq(messages.id, slot('id')), eq(messages.state, 'pending')))
    .prepare();
  const raise = (state: State) =>
    orm
      .update(messages)
      .set({ state, code: sql`coalesce(${slot('code')}, ${messages.code})`, leaseUntil: null })
      .where(and(eq(messages.id, slot('id')), inArray(messages.state, below(state))))
      .prepare();
  const raises = {
    handed: raise('handed'),
    sent: raise('sent'),
    failed: raise('failed'),
    delivered: raise('delivered'),
  };

  function recipient(out: Outgoing, at: number, asker: string | null): string {
    if (out.to !== undefined) return people.meet(out.to, out.to.newContactId, at).id;
    if (asker === null) throw new StoreError('no_recipient');
    return asker;
  }

  return {
    add(out, { inboundId, at, contactId: asker }) {
      if ((out.kind === 'reply') !== (out.body === undefined)) throw new StoreError('bad_outgoing');
      const contactId = recipient(out, at, asker);
      const { id, kind, body = null, dueAt, expiresAt = null, discreet } = out;
      const { quiet = false, guidance: guidanceId = null } = out;
      add.run({ id, contactId, inboundId, kind, body, dueAt, expiresAt, discreet, at, quiet, guidanceId });
      if (out.session === undefined) return;
      sessions.put({ key: smsKey(contactId), contactId, channel: 'sms', data: out.session, at, discreet });
    },
    handedOver: (id) => void handedOver.run({ id }),
    report: (id, state, code) => raises[state].run({ id, code: code ?? null }).changes > 0,
  };
}
