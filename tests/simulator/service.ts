/** A dummy service: it answers each path as a test says, checks every signature, and keeps what it was sent. */
import formbody from '@fastify/formbody';
import Fastify, { type FastifyInstance } from 'fastify';
import twilio from 'twilio';
import { countingIds } from '../../src/simulator/ids.ts';
import { makeProvider, type Provider, type ProviderOptions } from '../../src/simulator/provider.ts';
import { intoApp } from '../../src/simulator/transport.ts';

export const ACCOUNT = `AC${'0'.repeat(32)}`;
export const TOKEN = 'a-token-for-tests';
export const PUBLIC_URL = 'https://relais.example';
export const NUMBERS = { sms: '+33939000001', voice: '+33939000002' };
export const MOBILE = '+33639980101';
export const LANDLINE = '+33199000101';

export type Fields = Record<string, string>;
/** TwiML, or a whole answer. */
export type Reply = string | { status?: number; type?: string; body?: string };
export type Script = Record<string, Reply | ((fields: Fields, query: Fields) => Reply | Promise<Reply>)>;

export interface Seen {
  readonly path: string;
  readonly fields: Fields;
  readonly signed: boolean;
  readonly token: string;
}

export interface Dummy {
  readonly app: FastifyInstance;
  readonly provider: Provider;
  readonly seen: Seen[];
  readonly account: string;
  /** What a client of the provider's API sends. */
  readonly authorization: { readonly authorization: string };
  /** What arrived at a path, oldest first. */
  at(path: string): Fields[];
}

/** A dummy service and a provider that speaks to it without a network. */
export async function dummy(
  script: Script,
  options: Partial<ProviderOptions> = {},
  more?: (app: FastifyInstance, provider: Provider) => Promise<void>,
): Promise<Dummy> {
  // A client that goes away may leave a connection open that never asks anything.
  const app = Fastify({ forceCloseConnections: true });
  const seen: Seen[] = [];
  await app.register(formbody);
  app.post('/twilio/*', async (request, reply) => {
    const path = new URL(request.url, PUBLIC_URL).pathname;
    const fields = request.body as Fields;
    const signature = String(request.headers['x-twilio-signature']);
    const signed = twilio.validateRequest(TOKEN, signature, `${PUBLIC_URL}${request.url}`, fields);
    seen.push({ path, fields, signed, token: String(request.headers['i-twilio-idempotency-token']) });
    const planned = script[path];
    const answer = typeof planned === 'function' ? await planned(fields, request.query as Fields) : planned;
    if (answer === undefined) return reply.code(204).send();
    if (typeof answer === 'string') return reply.type('text/xml').send(answer);
    return reply
      .code(answer.status ?? 200)
      .type(answer.type ?? 'text/xml')
      .send(answer.body ?? '');
  });
  let now = Date.UTC(2026, 2, 2, 9);
  const provider = makeProvider({
    accountSid: ACCOUNT,
    authToken: TOKEN,
    publicUrl: PUBLIC_URL,
    numbers: NUMBERS,
    post: intoApp(() => app),
    clock: () => {
      now += 1000;
      return now;
    },
    ids: countingIds(),
    ...options,
  });
  await app.register(provider.routes);
  await more?.(app, provider);
  await app.ready();
  return {
    app,
    provider,
    seen,
    account: ACCOUNT,
    authorization: { authorization: `Basic ${Buffer.from(`${ACCOUNT}:${TOKEN}`).toString('base64')}` },
    at: (path) => seen.filter((one) => one.path === path).map((one) => one.fields),
  };
}

/** A whole document around some verbs. */
export function twiml(verbs: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><Response>${verbs}</Response>`;
}
