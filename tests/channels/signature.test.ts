/** With a provider's credentials nothing is read before its signature was: exactly over the address and every field as sent. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sign } from '../../src/simulator/sign.ts';
import {
  messageOf,
  PUBLIC_URL,
  phoneNumbers,
  type RealRig,
  startReal,
  TOKEN,
  text,
  turn,
} from './harness.ts';

let rig: RealRig;
beforeAll(async () => {
  rig = await startReal();
});
afterAll(() => rig.stop());

const phone = phoneNumbers('+336399822');

/** Fields in their order; a name may come twice. */
function encode(fields: readonly (readonly [string, string])[]): string {
  return new URLSearchParams([...fields] as [string, string][]).toString();
}

describe('right', () => {
  test.each([
    ['accents', 'Où est passée ma carte d’identité ? ça coûte combien à Nîmes'],
    ['pictograms', '👍🏽 passeport 🧑‍🧑‍🧒'],
    ['a plus, an ampersand, an equals sign', 'a+b=c&d % 100%25 ; #'],
    ['spaces at both ends', '  passeport  '],
    ['lines', 'passeport\r\nvite\n'],
    ['another script', 'جواز السفر'],
    ['no words', ''],
  ])('over %s', async (_, body) => {
    const answer = await rig.signed('/twilio/sms', text(phone(), body));
    expect(answer.status).toBe(200);
    expect(messageOf(answer)).toBeTruthy();
  });

  test('over fields that nobody reads, in any order', async () => {
    const form = { Zeta: 'z', ...text(phone(), 'passeport'), Alpha: '', 'With space': 'a b', é: 'è' };
    expect((await rig.signed('/twilio/sms', form)).status).toBe(200);
  });

  test('over a field that comes twice', async () => {
    const form = text(phone(), 'passeport');
    const fields = [
      ...Object.entries(form),
      ['MediaUrl', 'b'],
      ['MediaUrl', 'a'],
      ['MediaUrl', 'a'],
    ] as const;
    const signature = sign(TOKEN, `${PUBLIC_URL}/twilio/sms`, {
      ...form,
      MediaUrl: ['b', 'a', 'a'],
    } as unknown as Record<string, string>);
    const answer = await rig.post('/twilio/sms', encode(fields), {
      'x-twilio-signature': signature,
    });
    expect(answer.status).toBe(200);
  });

  test('over a query as it was received', async () => {
    const call = 'CA00000000000000000000000000000001';
    expect((await rig.signed('/twilio/voice', turn(call, phone()))).status).toBe(200);
    const answer = await rig.signed('/twilio/voice?t=1&x=%20a+b', turn(call, phone(), { Digits: '1' }));
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('Quel thème');
  });

  test('all of a provider’s own conversation, through its real client', async () => {
    const from = phone();
    expect((await rig.provider.text(from, 'passeport')).map((m) => m.body).join()).toContain('86 euros');
    const call = await rig.provider.call(from);
    await call.speak('passeport');
    await call.press('3');
    await call.press('1');
    await call.hangup();
    expect((await rig.service.outbox.tick()).sent).toBe(1);
    await rig.provider.settled();
    expect(rig.provider.alerts()).toEqual([]);
    expect(rig.rows('SELECT state FROM messages ORDER BY rowid DESC LIMIT 1')).toEqual([
      { state: 'delivered' },
    ]);
  });
});

describe('wrong', () => {
  const PATHS = [
    '/twilio/sms',
    '/twilio/sms/status?m=1',
    '/twilio/voice',
    '/twilio/voice?t=1',
    '/twilio/voice/dial?t=1',
    '/twilio/voice/status',
    '/twilio/voice/recording',
  ];
  const form = () => ({ ...text('+33639982299', 'passeport'), ...turn('CA9', '+33639982299') });

  async function refused(path: string, fields: Record<string, string>, headers: Record<string, string>) {
    const before = rig.counts();
    const answer = await rig.post(path, fields, headers);
    expect(answer).toMatchObject({ status: 403, body: '{"error":"bad_signature"}' });
    expect(rig.counts()).toEqual(before);
  }

  test.each(PATHS)('missing, at %s', (path) => refused(path, form(), {}));

  test.each(PATHS)('made up, at %s', async (path) => {
    for (const signature of ['', 'x', 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=', 'é'.repeat(28).replace(/é/g, '=')])
      await refused(path, form(), { 'x-twilio-signature': signature });
  });

  test.each(PATHS)('of another key, at %s', (path) => {
    const fields = form();
    return refused(path, fields, {
      'x-twilio-signature': sign('another-token-altogether', `${PUBLIC_URL}${path}`, fields),
    });
  });

  test.each([
    ['of another address', (f: Record<string, string>) => sign(TOKEN, `${PUBLIC_URL}/twilio/voice`, f)],
    ['of another host', (f: Record<string, string>) => sign(TOKEN, 'https://other.example/twilio/sms', f)],
    ['of http', (f: Record<string, string>) => sign(TOKEN, 'http://relais.example/twilio/sms', f)],
    ['of another query', (f: Record<string, string>) => sign(TOKEN, `${PUBLIC_URL}/twilio/sms?t=1`, f)],
    [
      'of other words',
      (f: Record<string, string>) => sign(TOKEN, `${PUBLIC_URL}/twilio/sms`, { ...f, Body: 'menu' }),
    ],
    [
      'of trimmed words',
      (f: Record<string, string>) =>
        sign(TOKEN, `${PUBLIC_URL}/twilio/sms`, { ...f, Body: f.Body?.trim() ?? '' }),
    ],
    [
      'of one field less',
      ({ To: _, ...f }: Record<string, string>) => sign(TOKEN, `${PUBLIC_URL}/twilio/sms`, f),
    ],
    [
      'of one field more',
      (f: Record<string, string>) => sign(TOKEN, `${PUBLIC_URL}/twilio/sms`, { ...f, X: '1' }),
    ],
  ])('%s', async (_, make) => {
    const fields = text('+33639982299', 'passeport ');
    await refused('/twilio/sms', fields, { 'x-twilio-signature': make({ ...fields }) });
  });

  test('a host that the request itself names is not believed', async () => {
    const fields = text('+33639982299', 'passeport');
    await refused('/twilio/sms', fields, {
      'x-forwarded-host': 'other.example',
      'x-forwarded-proto': 'https',
      'x-twilio-signature': sign(TOKEN, 'https://other.example/twilio/sms', fields),
    });
  });
});

test('a messaging service sends by its own id', async () => {
  const service = `MG${'0'.repeat(32)}`;
  const by = await startReal({ SMS_SENDER: service }, { messagingServiceSid: service });
  try {
    const from = phone();
    const call = await by.provider.call(from);
    await call.speak('passeport');
    await call.press('3');
    await call.press('1');
    await call.hangup();
    expect((await by.service.outbox.tick()).sent).toBe(1);
    // It hears: the answer is asked for, and goes on there.
    expect(by.provider.thread(from).at(-1)?.body).toContain('1 Démarche');
    expect((await by.provider.text(from, '2'))[0]?.body).toContain('Papiers');
  } finally {
    await by.stop();
  }
});
