/** What the outbox asks of the database: which texts are due, and how a try ended. Inside the caller's transaction. */
import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Contact, Due, Outcome } from '../store.ts';
import type { Orm } from './connection.ts';
import { secretCopies } from './consultation-tables.ts';
import { below } from './outgoing.ts';
import type { People } from './people.ts';
import { contacts, exchanges, messages, optOuts } from './schema.ts';

export interface OutboxRows {
  takeDue(now: number, leaseUntil: number, limit: number): Due[];
  settle(id: string, outcome: Outcome): void;
}

const slot = sql.placeholder;

/** Prepares the statements once. */
export function makeOutboxRows(orm: Orm, people: People): OutboxRows {
  // Written out, not bound: the partial index on due_at is used only if SQLite can read these words.
  const waiting = sql`${messages.state} in ('pending', 'sending')`;
  const free = sql`(${messages.state} = 'pending' or ${messages.leaseUntil} <= ${slot('now')})`;
  const expire = orm
    .update(messages)
    .set({ state: 'expired', leaseUntil: null })
    // A reply whose exchange was purged has nothing left to say.
    .where(
      and(
        waiting,
        lte(messages.dueAt, slot('now')),
        free,
        sql`(${messages.expiresAt} <= ${slot('now')} or (${messages.kind} = 'reply' and ${messages.inboundId} is null))`,
      ),
    )
    .prepare();
  const due = orm
    .select({
      id: messages.id,
      contactId: messages.contactId,
      number: contacts.numberEnc,
      own: messages.body,
      exchange: sql<Uint8Array>`coalesce(${secretCopies.data}, ${exchanges.data})`,
      kind: messages.kind,
      optOut: sql<Contact['optOut']>`coalesce(${optOuts.by}, 'none')`,
      attempts: messages.attempts,
      quiet: messages.quiet,
    })
    .from(messages)
    .innerJoin(contacts, eq(contacts.id, messages.contactId))
    .leftJoin(optOuts, eq(optOuts.numberHmac, contacts.numberHmac))
    .leftJoin(exchanges, and(eq(exchanges.inboundId, messages.inboundId), eq(messages.kind, 'reply')))
    .leftJoin(secretCopies, eq(secretCopies.inboundId, exchanges.inboundId))
    .where(and(waiting, lte(messages.dueAt, slot('now')), free))
    .orderBy(asc(messages.dueAt), asc(messages.id))
    .limit(slot('limit'))
    .prepare();
  const take = orm
    .update(messages)
    .set({
      state: 'sending',
      leaseUntil: sql`${slot('leaseUntil')}`,
      attempts: sql`${messages.attempts} + 1`,
    })
    .where(eq(messages.id, slot('id')))
    .prepare();

  const sent = orm
    .update(messages)
    .set({
      // The provider's report may have come before its answer to our request.
      state: sql`case when ${inArray(messages.state, below('sent'))} then 'sent' else ${messages.state} end`,
      providerId: sql`${slot('providerId')}`,
      sentAt: sql`${slot('at')}`,
      leaseUntil: null,
    })
    .where(eq(messages.id, slot('id')))
    .prepare();
  const stillSending = and(eq(messages.id, slot('id')), eq(messages.state, 'sending'));
  const retry = orm
    .update(messages)
    .set({ state: 'pending', dueAt: sql`${slot('at')}`, code: sql`${slot('code')}`, leaseUntil: null })
    .where(stillSending)
    .prepare();
  const held = orm
    .update(messages)
    .set({
      state: 'pending',
      dueAt: sql`${slot('at')}`,
      leaseUntil: null,
      attempts: sql`${messages.attempts} - 1`,
    })
    .where(stillSending)
    .prepare();
  const failed = orm
    .update(messages)
    .set({ state: 'failed', code: sql`${slot('code')}`, leaseUntil: null })
    .where(stillSending)
    .prepare();
  const hmacOf = orm
    .select({ hmac: contacts.numberHmac })
    .from(messages)
    .innerJoin(contacts, eq(contacts.id, messages.contactId))
    .where(eq(messages.id, slot('id')))
    .prepare();

  return {
    takeDue(now, leaseUntil, limit) {
      expire.run({ now });
      const rows = due.all({ now, limit });
      for (const { id } of rows) take.run({ id, leaseUntil });
      // The check of the table and the expiry above leave no row without words.
      return rows.map(({ own, exchange, ...row }) => ({ ...row, body: (own ?? exchange) as Uint8Array }));
    },
    settle(id, outcome) {
      if (outcome.is === 'sent') sent.run({ id, providerId: outcome.providerId, at: outcome.at });
      else if (outcome.is === 'held') held.run({ id, at: outcome.at });
      else if (outcome.is === 'retry') retry.run({ id, at: outcome.at, code: outcome.code ?? null });
      else {
        failed.run({ id, code: outcome.code });
        const person = outcome.optedOut ? hmacOf.get({ id }) : undefined;
        if (person !== undefined) people.optOut(person.hmac, 'provider', outcome.at);
      }
    },
  };
}
