/** The provider as a process of ours sees it: webhooks that it signs, and an API that notes what it is asked to send. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signedWebhook } from '../../src/simulator/sign.ts';

const ACCOUNT = `AC${'0'.repeat(31)}1`;
const TOKEN = 'a token of the tests, no secret';
export const SENDER = '+33639980000';
export const VOICE = '+33199000000';

export interface Sent {
  readonly to: string;
  readonly body: string;
}

export interface Carrier {
  /** What a process of the service needs to know, beside its database. */
  env(url: string): Record<string, string>;
  /** One webhook, signed for the public address and delivered to this one. Rejects when nobody answers. */
  post(
    publicUrl: string,
    path: string,
    form: Record<string, string>,
    via?: string,
  ): Promise<{ status: number; body: string }>;
  /** Texts sent through the API, by our own id of each. */
  readonly sent: ReadonlyMap<string, readonly Sent[]>;
  stop(): Promise<void>;
}

export async function startCarrier(): Promise<Carrier> {
  const sent = new Map<string, Sent[]>();
  let count = 0;
  const api: Server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const form = new URLSearchParams(body);
    if (request.method !== 'POST' || !request.url?.endsWith('/Messages.json'))
      return response
        .writeHead(404, { 'content-type': 'application/json' })
        .end('{"code":20404,"status":404}');
    const id = new URL(form.get('StatusCallback') ?? 'http://none/').searchParams.get('m') ?? '';
    sent.set(id, [...(sent.get(id) ?? []), { to: form.get('To') ?? '', body: form.get('Body') ?? '' }]);
    count += 1;
    const sid = `SM${String(count).padStart(32, 'f')}`;
    response.writeHead(201, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ sid, status: 'queued', account_sid: ACCOUNT }));
  });
  await new Promise<void>((done) => api.listen(0, '127.0.0.1', done));
  const apiUrl = `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
  return {
    sent,
    env: (url) => ({
      PUBLIC_URL: url,
      DATA_KEY: Buffer.alloc(32, 7).toString('base64'),
      TWILIO_ACCOUNT_SID: ACCOUNT,
      TWILIO_AUTH_TOKEN: TOKEN,
      TWILIO_API_URL: apiUrl,
      ...{ SMS_SENDER: SENDER, VOICE_NUMBER: VOICE },
    }),
    async post(publicUrl, path, form, via = publicUrl) {
      const { headers, payload } = signedWebhook(TOKEN, `${publicUrl}${path}`, form);
      const answer = await fetch(`${via}${path}`, { method: 'POST', headers, body: payload });
      return { status: answer.status, body: await answer.text() };
    },
    stop: () =>
      new Promise((done) => {
        api.closeAllConnections();
        api.close(() => done());
      }),
  };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What the person reads or hears: without addresses, which hold ids, and codes, which are drawn. */
export function wordsOf(twiml: string): string {
  return twiml
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] as string)
    .trim();
}
