import twilio from 'twilio';
import { describe, expect, it } from 'vitest';
import {
  ACCOUNT,
  type Dummy,
  dummy,
  LANDLINE,
  MOBILE,
  NUMBERS,
  PUBLIC_URL,
  type Script,
  TOKEN,
  twiml,
} from './service.ts';

interface Asked {
  readonly method: string;
  readonly uri: string;
  readonly username?: string;
  readonly password?: string;
  readonly data?: object;
  readonly params?: object;
}

/** The real client, its requests led into the provider. */
function clientOf({ app }: Dummy, token = TOKEN) {
  const httpClient = {
    request: async (options: Asked) => {
      const credentials = Buffer.from(`${options.username}:${options.password}`).toString('base64');
      const { pathname } = new URL(options.uri);
      const form = new URLSearchParams();
      for (const [name, value] of Object.entries(options.data ?? {}))
        for (const one of Array.isArray(value) ? value : [value]) form.append(name, String(one));
      const answer = await app.inject({
        method: options.method.toUpperCase() as 'GET' | 'POST' | 'DELETE',
        url: pathname,
        query: Object.fromEntries(Object.entries(options.params ?? {}).map(([k, v]) => [k, String(v)])),
        headers: {
          authorization: `Basic ${credentials}`,
          ...(options.data ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
        },
        ...(options.data ? { payload: form.toString() } : {}),
      });
      return {
        statusCode: answer.statusCode,
        body: answer.body === '' ? '' : answer.json(),
        headers: answer.headers,
      };
    },
  };
  return twilio(ACCOUNT, token, {
    httpClient: httpClient as unknown as InstanceType<typeof twilio.RequestClient>,
  });
}

async function service(script: Script = {}) {
  const made = await dummy(script);
  return { ...made, client: clientOf(made) };
}

const statuses = (made: Dummy) => made.at('/twilio/sms/status').map((fields) => fields.MessageStatus);
const callback = `${PUBLIC_URL}/twilio/sms/status`;
const text = { from: NUMBERS.sms, to: MOBILE, body: 'Bonjour', statusCallback: callback };

describe('messages that the service sends', () => {
  it('reach the phone, and their callbacks the service', async () => {
    const made = await service();
    const { client, provider } = made;
    const sent = await client.messages.create(text);
    expect(sent).toMatchObject({ status: 'queued', direction: 'outbound-api', numSegments: '1' });
    await provider.settled();
    expect(statuses(made)).toEqual(['queued', 'sent', 'delivered']);
    expect(made.seen.every((one) => one.signed)).toBe(true);
    expect(provider.thread(MOBILE).map((message) => message.body)).toEqual(['Bonjour']);
    expect((await client.messages(sent.sid).fetch()).status).toBe('delivered');
    expect((await client.messages.list({ to: MOBILE })).map((one) => one.sid)).toEqual([sent.sid]);
    await expect(client.messages('SM00000000000000000000000000000000').fetch()).rejects.toMatchObject({
      status: 404,
      code: 20404,
    });
  });

  it.each([
    ['a bad number', { to: '+33' }, 21211],
    ['a short number', { to: '3919' }, 21211],
    ['no words', { body: '' }, 21602],
    ['somebody else as sender', { from: '+33612345678' }, 21606],
    ['too long a text', { body: 'a'.repeat(1601) }, 21617],
    ['a callback that is no address', { statusCallback: '/twilio/sms/status' }, 21609],
  ])('are refused for %s', async (_name, change, code) => {
    const { client, provider } = await service();
    await expect(client.messages.create({ ...text, ...change })).rejects.toMatchObject({ code, status: 400 });
    expect(provider.thread(MOBILE)).toEqual([]);
  });

  it('are refused after STOP, and without the right token', async () => {
    const made = await service();
    await made.provider.text(MOBILE, 'STOP');
    await expect(made.client.messages.create(text)).rejects.toMatchObject({ code: 21610 });
    await expect(clientOf(made, 'wrong').messages.create(text)).rejects.toMatchObject({
      status: 401,
      code: 20003,
    });
  });

  it('may carry a name as sender', async () => {
    const { client, provider } = await service();
    await client.messages.create({ ...text, from: 'RELAIS' });
    expect(provider.thread(MOBILE)[0]?.from).toBe('RELAIS');
  });

  it('do not reach a landline, at once or later', async () => {
    const made = await service();
    await made.client.messages.create({ ...text, to: LANDLINE });
    await made.provider.settled();
    expect(made.at('/twilio/sms/status').at(-1)).toMatchObject({
      MessageStatus: 'undelivered',
      ErrorCode: '30006',
    });
    made.provider.faults.delivery(LANDLINE, [{ status: 'failed', code: 21614 }]);
    await expect(made.client.messages.create({ ...text, to: LANDLINE })).rejects.toMatchObject({
      code: 21614,
    });
  });

  it('fail as scripted', async () => {
    const made = await service();
    made.provider.faults.delivery(MOBILE, [{ status: 'sent' }, { status: 'undelivered', code: 30003 }]);
    await made.client.messages.create(text);
    await made.provider.settled();
    expect(statuses(made)).toEqual(['queued', 'sent', 'undelivered']);
    made.provider.faults.tooFast(2);
    await expect(made.client.messages.create(text)).rejects.toMatchObject({ status: 429, code: 20429 });
    await expect(made.client.messages.create(text)).rejects.toMatchObject({ status: 429 });
    // Sent, though the service is told otherwise.
    made.provider.faults.api({ status: 500, code: 20500, text: 'Internal Server Error', after: true });
    await expect(made.client.messages.create(text)).rejects.toMatchObject({ status: 500 });
    expect(made.provider.thread(MOBILE)).toHaveLength(2);
  });
});

describe('calls that the service makes', () => {
  const call = { from: NUMBERS.voice, to: LANDLINE, url: `${PUBLIC_URL}/twilio/voice` };
  const script = { '/twilio/voice': twiml('<Gather numDigits="1"><Say>Bonjour</Say></Gather>') };

  it('ring until somebody answers', async () => {
    const { client, provider, at } = await service(script);
    const made = await client.calls.create({
      ...call,
      statusCallback: `${PUBLIC_URL}/twilio/voice/status`,
      statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
    });
    expect(made.status).toBe('queued');
    const rings = provider.ringing(LANDLINE);
    expect([rings?.sid, rings?.state]).toEqual([made.sid, 'ringing']);
    await rings?.answer('human');
    expect(rings?.heard()).toEqual(['Bonjour']);
    expect(at('/twilio/voice')[0]).toMatchObject({
      Direction: 'outbound-api',
      To: LANDLINE,
      CallStatus: 'in-progress',
      AnsweredBy: 'human',
    });
    await rings?.hangup();
    expect(at('/twilio/voice/status').map((fields) => fields.CallStatus)).toEqual([
      'initiated',
      'ringing',
      'in-progress',
      'completed',
    ]);
    expect((await client.calls(made.sid).fetch()).status).toBe('completed');
    await expect(client.calls(made.sid).update({ status: 'completed' })).rejects.toMatchObject({
      code: 21220,
    });
  });

  it.each(['busy', 'no-answer', 'failed'] as const)('may find: %s', async (how) => {
    const { client, provider, at } = await service(script);
    await client.calls.create({ ...call, statusCallback: `${PUBLIC_URL}/twilio/voice/status` });
    await provider.ringing(LANDLINE)?.decline(how);
    expect(at('/twilio/voice')).toEqual([]);
    expect(at('/twilio/voice/status')).toMatchObject([{ CallStatus: how }]);
  });

  it('find a phone engaged that is already in a call', async () => {
    const { client, provider } = await service(script);
    const first = await provider.call(LANDLINE);
    const made = await client.calls.create(call);
    await provider.settled();
    expect((await client.calls(made.sid).fetch()).status).toBe('busy');
    expect(first.state).toBe('waiting');
  });

  it('may be placed from within the callback of a refused call', async () => {
    let client: ReturnType<typeof clientOf> | undefined;
    const made = await service({
      '/twilio/voice': (fields) =>
        twiml(fields.Direction === 'inbound' ? '<Reject reason="busy"/>' : '<Say>Nous voici</Say>'),
      '/twilio/voice/status': async () => {
        await client?.calls.create(call);
        return { status: 204 };
      },
    });
    client = made.client;
    await made.provider.call(LANDLINE);
    await made.provider.settled();
    const back = made.provider.ringing(LANDLINE);
    await back?.answer();
    expect(back?.heard()).toEqual(['Nous voici']);
  });

  it('are changed and ended under way', async () => {
    const { client, provider } = await service({
      ...script,
      '/twilio/other': twiml('<Say>Autre chose</Say><Gather/>'),
    });
    const live = await provider.call(MOBILE);
    live.heard();
    await client.calls(live.sid).update({ url: `${PUBLIC_URL}/twilio/other` });
    await provider.settled();
    expect(live.heard()).toEqual(['Autre chose']);
    await client.calls(live.sid).update({ twiml: twiml('<Say>Encore</Say><Gather/>') });
    await provider.settled();
    expect(live.heard()).toEqual(['Encore']);
    await client.calls(live.sid).update({ status: 'completed' });
    await provider.settled();
    expect([live.state, live.reason]).toEqual(['ended', 'hangup']);
  });

  it('are refused to bad numbers and from others', async () => {
    const { client } = await service();
    await expect(client.calls.create({ ...call, to: '15' })).rejects.toMatchObject({ code: 21211 });
    await expect(client.calls.create({ ...call, from: '+33612345678' })).rejects.toMatchObject({
      code: 21210,
    });
  });
});

describe('recordings', () => {
  it('are fetched with the account only, and deleted', async () => {
    const { app, provider, client, at } = await service({
      '/twilio/voice': twiml('<Record action="/twilio/after"/>'),
    });
    const call = await provider.call(MOBILE);
    const audio = new TextEncoder().encode('RIFF of some sort');
    await call.record({ seconds: 3, sound: { audio, contentType: 'audio/wav' } });
    const { RecordingUrl: url = '', RecordingSid: sid = '' } = at('/twilio/after')[0] ?? {};
    const path = new URL(url).pathname;
    const authorization = `Basic ${Buffer.from(`${ACCOUNT}:${TOKEN}`).toString('base64')}`;
    expect((await app.inject({ url: `${path}.wav` })).statusCode).toBe(401);
    for (const form of ['', '.wav', '.mp3']) {
      const sound = await app.inject({ url: `${path}${form}`, headers: { authorization } });
      expect([sound.statusCode, sound.body]).toEqual([200, 'RIFF of some sort']);
    }
    expect(await client.recordings(sid).fetch()).toMatchObject({ duration: '3', callSid: call.sid });
    expect(await client.recordings(sid).remove()).toBe(true);
    await expect(client.recordings(sid).fetch()).rejects.toMatchObject({ status: 404 });
    expect((await app.inject({ url: `${path}.wav`, headers: { authorization } })).statusCode).toBe(404);
  });
});
