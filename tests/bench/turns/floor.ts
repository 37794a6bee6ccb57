/**
 * What any service must do that keeps the same: form, signature, the number's hash, the same bytes sealed and opened, and the
 * same statements in one durable transaction per request; no dialogue. Without a database: the ceiling.
 */
import formbody from '@fastify/formbody';
import Fastify, { type FastifyInstance } from 'fastify';
import { v7 } from 'uuid';
import type { Client } from '../../../db/sqlite/connection.ts';
import { checkSignature } from '../../../src/channels/twilio/signature.ts';
import type { Vault } from '../../../src/vault.ts';
import { contactIdOf, TEXTS } from './people.ts';
import { PUBLIC_URL, TOKEN } from './serve.ts';
import type { Statement, TracedTurn, Value } from './trace.ts';

/** Bytes that a seal adds. */
const SEAL = 33;

interface Of {
  readonly sid: string;
  readonly hmac: string;
  readonly contact: string;
}

/** `client` absent: the ceiling. */
export async function floorApp(
  turns: readonly TracedTurn[],
  vault: Vault,
  client: Client | undefined,
): Promise<FastifyInstance> {
  const app = Fastify();
  await app.register(formbody);
  app.addHook('preHandler', checkSignature({ publicUrl: PUBLIC_URL, authToken: TOKEN, unsigned: false }));
  const byText = new Map(TEXTS.map((text, at) => [text, prepared(turns[at] as TracedTurn, client)]));

  app.post('/twilio/sms', async (request, reply) => {
    const { MessageSid: sid, From, Body } = request.body as Record<string, string>;
    const turn = byText.get(Body as string);
    if (turn === undefined || sid === undefined || From === undefined) throw new Error('not of the bench');
    const { hmac } = vault.number(From);
    const of = { sid, hmac, contact: contactIdOf(Number(From.slice(-6))) };
    turn.run(of, vault);
    return reply.type('text/xml; charset=utf-8').send(turn.answer);
  });
  return app;
}

function prepared({ statements, answer }: TracedTurn, client: Client | undefined) {
  const steps = statements.map((statement) => ({ statement, query: client?.prepare(statement.sql) }));
  const all = (of: Of, vault: Vault) => {
    for (const { statement, query } of steps) {
      const values = valuesOf(statement, of, vault);
      if (query === undefined) {
        // As often as with a database: what is read is what was written a turn before.
        for (const value of values) if (value instanceof Uint8Array) vault.open(value);
      } else if (query.reader) {
        for (const row of query.all(...values) as Record<string, unknown>[])
          for (const [name, value] of Object.entries(row))
            if (name === 'data' && value instanceof Uint8Array) vault.open(value);
      } else query.run(...values);
    }
  };
  if (client === undefined) return { answer, run: all };
  const together = client.transaction(all);
  return { answer, run: (of: Of, vault: Vault) => together.immediate(of, vault) };
}

function valuesOf({ values }: Statement, of: Of, vault: Vault): unknown[] {
  const now = Date.now();
  const one = (value: Value) => {
    switch (value.is) {
      case 'inbound':
        return of.sid;
      case 'hmac':
        return of.hmac;
      case 'contact':
        return of.contact;
      case 'session':
        return `sms:${of.contact}`;
      case 'new':
        return v7();
      case 'sealed':
        return vault.seal(Buffer.alloc(value.bytes - SEAL, 7));
      case 'instant':
        return now + value.from;
      case 'same':
        return value.value;
    }
  };
  return values.map(one);
}
