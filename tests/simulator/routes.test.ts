import { afterEach, describe, expect, it } from 'vitest';
import { simulatorRoutes } from '../../src/simulator/routes.ts';
import { overHttp } from '../../src/simulator/transport.ts';
import { type Dummy, dummy, LANDLINE, MOBILE, type Script, twiml } from './service.ts';

/** Everything that an answer of these routes may hold. */
interface Body {
  readonly messages: { body: string }[];
  readonly call: { events: object[] };
  readonly sid: string;
  readonly waiting: { waiting: string };
}

let open: Dummy | undefined;
afterEach(async () => {
  await open?.app.close();
  open = undefined;
});

const script: Script = {
  '/twilio/sms': twiml('<Message>Oui</Message>'),
  '/twilio/voice': twiml('<Gather action="/twilio/next" numDigits="1"><Say>Bonjour</Say></Gather>'),
  '/twilio/next': twiml('<Record action="/twilio/after"/>'),
};

/** The page's routes over a real network: the provider reaches the service by HTTP too. */
async function listening() {
  let origin = '';
  const made = await dummy(
    script,
    { post: (url, form, headers) => overHttp(origin)(url, form, headers) },
    async (app, provider) => {
      await app.register(simulatorRoutes, { provider });
    },
  );
  open = made;
  origin = await made.app.listen({ port: 0, host: '127.0.0.1' });
  const ask = async (path: string, body?: object | Uint8Array<ArrayBuffer>) => {
    const audio = body instanceof Uint8Array;
    const answer = await fetch(`${origin}${path}`, {
      ...(body ? { method: 'POST', body: audio ? body : JSON.stringify(body) } : {}),
      headers: body ? { 'content-type': audio ? 'audio/wav' : 'application/json' } : {},
    });
    return { status: answer.status, body: (await answer.json().catch(() => undefined)) as Body };
  };
  return { ...made, origin, ask };
}

describe('the page over HTTP', () => {
  it('texts, and lists what is on the phone', async () => {
    const { ask, seen } = await listening();
    expect(await ask('/simulator/texts', { from: MOBILE, body: 'é & +' })).toEqual({
      status: 200,
      body: { delivered: 1 },
    });
    expect(seen[0]).toMatchObject({ signed: true, fields: { Body: 'é & +' } });
    const phone = await ask(`/simulator/phones/${encodeURIComponent(MOBILE)}`);
    expect(phone.body.messages.map((one) => one.body)).toEqual(['é & +', 'Oui']);
    expect((await ask('/simulator/texts', { from: LANDLINE, body: 'a' })).status).toBe(409);
    expect((await ask('/simulator/texts', { from: MOBILE, body: 'a'.repeat(1601) })).status).toBe(400);
  });

  it('calls, presses, records and hangs up', async () => {
    const { ask, at, provider } = await listening();
    const { body: call } = await ask('/simulator/calls', { from: LANDLINE });
    expect(call).toMatchObject({ state: 'waiting', waiting: { waiting: 'digits' }, phone: LANDLINE });
    const live = await ask(`/simulator/phones/${encodeURIComponent(LANDLINE)}`);
    expect(live.body.call.events).toContainEqual({ said: 'Bonjour', seconds: 7 / 14.5 });
    const act = (name: string, body: object | Uint8Array<ArrayBuffer> = {}) =>
      ask(`/simulator/calls/${call.sid}/${name}`, body);
    expect((await act('press', { keys: 'x' })).status).toBe(409);
    expect((await act('dance')).status).toBe(409);
    expect((await act('press', { keys: '1' })).body.waiting.waiting).toBe('recording');
    const done = await act('record?seconds=2.4', new TextEncoder().encode('RIFF'));
    expect(done.body).toMatchObject({ state: 'ended', reason: 'finished' });
    const sid = at('/twilio/after')[0]?.RecordingSid ?? '';
    expect(Buffer.from(provider.recordings.find(sid)?.audio ?? []).toString()).toBe('RIFF');
    expect((await act('press', { keys: '1' })).status).toBe(409);
    expect((await ask('/simulator/calls/CA0/press', { keys: '1' })).status).toBe(404);
  });

  it('refuses what another site could send, and what is too large', async () => {
    const { origin } = await listening();
    const post = (headers: Record<string, string>, body?: string) =>
      fetch(`${origin}/simulator/calls`, { method: 'POST', headers, ...(body ? { body } : {}) });
    expect((await post({})).status).toBe(415);
    expect((await post({ 'content-type': 'text/plain' }, '{"from":"a"}')).status).toBe(415);
    expect((await post({ 'content-type': 'application/json' }, '{')).status).toBe(400);
    expect((await post({ 'content-type': 'application/json' }, `"${'a'.repeat(20_000)}"`)).status).toBe(413);
  });

  it('serves the page and its parts, and nothing else of the folder', async () => {
    const { origin } = await listening();
    const page = await fetch(`${origin}/`);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    const html = await page.text();
    const parts = [...html.matchAll(/(?:href|src)="(\/[^"]+)"/g)].map((match) => match[1]);
    expect(parts).toHaveLength(2);
    for (const part of [...parts, '/simulator/page/sample.wav'])
      expect((await fetch(`${origin}${part}`)).status).toBe(200);
    expect((await fetch(`${origin}/simulator/page/tsconfig.json`)).status).toBe(404);
    expect(html).not.toMatch(/https?:\/\//);
  });
});

describe('the stream of events', () => {
  /** Reads a stream until it holds this. */
  async function read(
    origin: string,
    headers: Record<string, string>,
    until: string,
    act?: () => Promise<unknown>,
  ) {
    const stop = new AbortController();
    const answer = await fetch(`${origin}/simulator/events`, { headers, signal: stop.signal });
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const acting = act?.();
    while (!text.includes(until)) text += (await reader?.read())?.value ?? '';
    await acting;
    stop.abort();
    return { type: answer.headers.get('content-type'), text };
  }

  it('tells of texts and calls as they happen, and of what was missed', async () => {
    const { origin, provider } = await listening();
    const first = await read(origin, {}, '"reason":"caller"', async () => {
      await provider.text(MOBILE, 'a');
      const call = await provider.call(LANDLINE);
      await call.hangup();
    });
    expect(first.type).toContain('text/event-stream');
    const names = [...first.text.matchAll(/event: (\w+)/g)].map((match) => match[1]);
    expect(names.slice(0, 3)).toEqual(['message', 'message', 'call']);
    expect(first.text).toContain(`"said":"Bonjour"`);
    const second = await read(origin, { 'last-event-id': '1' }, 'id: 3');
    expect(second.text).not.toContain('id: 1\n');
    expect(second.text).toContain('id: 2\n');
  });

  it('does not keep the service from closing', async () => {
    const { origin, app } = await listening();
    const answer = await fetch(`${origin}/simulator/events`);
    await app.close();
    open = undefined;
    await expect(answer.text()).resolves.toContain('retry');
  });
});
