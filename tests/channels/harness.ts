/** The service over real HTTP, with its rows in view: in a simulator, or with a provider's credentials. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import Fastify from 'fastify';
import type { DestinationStream } from 'pino';
import { texts } from '../../flows/texts/index.ts';
import { readConfig } from '../../src/config.ts';
import { freePort } from '../../src/free-port.ts';
import { makeLog } from '../../src/log.ts';
import { FICTIVE } from '../../src/simulate.ts';
import { makeProvider, type Provider, type ProviderOptions } from '../../src/simulator/provider.ts';
import { encodeForm, signedWebhook } from '../../src/simulator/sign.ts';
import { overHttp } from '../../src/simulator/transport.ts';
import { type Running, start } from '../../src/start.ts';
import { library } from '../support/library.ts';
import { countingIds, MORNING, startTest } from '../support/service.ts';

export { MORNING };
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** One phone a test: what one leaves behind is nothing to another. */
export function phoneNumbers(prefix = '+336399820'): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `${prefix}${String(last).padStart(2, '0')}`;
  };
}

export type Fields = Readonly<Record<string, string>>;

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

export interface Rig {
  readonly service: Running;
  readonly provider: Provider;
  readonly clock: { now: number };
  /** The rows of each table, as another connection sees them. */
  counts(): Readonly<Record<string, number>>;
  rows<T>(sql: string, ...values: unknown[]): T[];
  /** A request as it is given, unsigned unless its headers say otherwise. */
  post(path: string, form: Fields | string, headers?: Fields): Promise<Answer>;
  stop(): Promise<void>;
}

/** A simulator with its database in a file. */
export async function startRig(env: Fields = {}): Promise<Rig> {
  const dir = mkdtempSync(join(tmpdir(), 'relais-channels-'));
  const file = join(dir, 'relais.db');
  const service = await startTest({ DATABASE_URL: file, ...env });
  return rigOf(service, service.provider, service.clock, dir, file);
}

export const ACCOUNT = `AC${'0123456789abcdef'.repeat(2)}`;
export const TOKEN = 'a-token-of-sixteen-or-more';
export const PUBLIC_URL = 'https://relais.example';

export interface RealRig extends Rig {
  /** The provider's API. */
  readonly apiUrl: string;
  /** A webhook signed as the provider signs it, over the public address. */
  signed(path: string, form: Fields): Promise<Answer>;
}

/** The service with a provider's credentials; the provider is the simulator's, at an address of its own. */
export async function startReal(
  env: Fields = {},
  options: Partial<ProviderOptions> = {},
  to?: DestinationStream,
): Promise<RealRig> {
  const dir = mkdtempSync(join(tmpdir(), 'relais-real-'));
  const file = join(dir, 'relais.db');
  const clock = { now: MORNING };
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  let ids = 0;
  const provider = makeProvider({
    accountSid: ACCOUNT,
    authToken: TOKEN,
    publicUrl: PUBLIC_URL,
    numbers: FICTIVE,
    post: overHttp(origin),
    clock: () => clock.now,
    ids: () => {
      ids += 1;
      return ids.toString(16).padStart(32, '0');
    },
    ...options,
  });
  const api = Fastify();
  await api.register(provider.routes);
  const apiUrl = await api.listen({ port: 0, host: '127.0.0.1' });
  const config = readConfig(
    {
      PORT: String(port),
      HOST: '127.0.0.1',
      DATABASE_URL: file,
      DATA_KEY: Buffer.alloc(32, 7).toString('base64'),
      LOG_LEVEL: 'silent',
      PUBLIC_URL,
      TWILIO_ACCOUNT_SID: ACCOUNT,
      TWILIO_AUTH_TOKEN: TOKEN,
      TWILIO_API_URL: apiUrl,
      SMS_SENDER: FICTIVE.sms,
      VOICE_NUMBER: FICTIVE.voice,
      ...env,
    },
    Object.keys(texts),
  );
  const clockwork = { clock: () => clock.now, ids: countingIds() };
  const service = await start(config, makeLog(config.logLevel, to), clockwork, library());
  const rig = rigOf(service, provider, clock, dir, file);
  return {
    ...rig,
    apiUrl,
    signed: (path, form) => {
      const { headers, payload } = signedWebhook(TOKEN, `${PUBLIC_URL}${path}`, form);
      return rig.post(path, payload, headers);
    },
    stop: async () => {
      await rig.stop();
      await api.close();
    },
  };
}

const TABLES = ['contacts', 'opt_outs', 'sessions', 'exchanges', 'messages', 'feedback', 'recordings'];

function rigOf(service: Running, provider: Provider, clock: { now: number }, dir: string, file: string): Rig {
  const beside = new Database(file, { readonly: true });
  return {
    service,
    provider,
    clock,
    counts: () =>
      Object.fromEntries(
        TABLES.map((table) => [table, Number(beside.prepare(`SELECT count(*) FROM ${table}`).pluck().get())]),
      ),
    rows: <T>(sql: string, ...values: unknown[]) => beside.prepare(sql).all(...values) as T[],
    post: async (path, form, headers = {}) => {
      const { port } = service.app.server.address() as { port: number };
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8', ...headers },
        body: typeof form === 'string' ? form : encodeForm(form),
      });
      return {
        status: answer.status,
        type: answer.headers.get('content-type') ?? '',
        body: await answer.text(),
      };
    },
    stop: async () => {
      await provider.settled();
      beside.close();
      await service.stop();
      rmSync(dir, { recursive: true });
    },
  };
}

let inbound = 0;

/** The form of a text, as small as the service reads it. */
export function text(from: string, body: string, more: Fields = {}): Fields {
  inbound += 1;
  return {
    MessageSid: `SMf${String(inbound).padStart(31, '0')}`,
    From: from,
    To: FICTIVE.sms,
    Body: body,
    ...more,
  };
}

/** The form of a call's turn. */
export function turn(sid: string, from: string, more: Fields = {}): Fields {
  return { CallSid: sid, From: from, To: FICTIVE.voice, Direction: 'inbound', ...more };
}

/** The words of a `<Message>`; undefined when nothing is said. */
export function messageOf({ body }: Pick<Answer, 'body'>): string | undefined {
  const inner = /<Message[^>]*>([\s\S]*)<\/Message>/.exec(body)?.[1];
  return inner
    ?.replace(/&apos;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
