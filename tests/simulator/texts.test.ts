import { describe, expect, it } from 'vitest';
import { dummy, LANDLINE, MOBILE, NUMBERS, type Script, twiml } from './service.ts';

const echo: Script = {
  '/twilio/sms': (fields) => twiml(`<Message>Vous avez dit ${fields.Body}</Message>`),
};

describe('a text', () => {
  it('is sent as the provider sends it, signed, and answered on the phone', async () => {
    const { provider, seen } = await dummy(echo);
    const answers = await provider.text(MOBILE, '  é et 1 ');
    expect(answers.map((answer) => [answer.from, answer.to, answer.body, answer.status])).toEqual([
      [NUMBERS.sms, MOBILE, 'Vous avez dit   é et 1', 'delivered'],
    ]);
    expect(seen).toHaveLength(1);
    expect(seen[0]?.signed).toBe(true);
    const sid = seen[0]?.fields.MessageSid;
    expect(sid).toMatch(/^SM[0-9a-f]{32}$/);
    expect(seen[0]?.fields).toMatchObject({
      SmsSid: sid,
      SmsMessageSid: sid,
      From: MOBILE,
      To: NUMBERS.sms,
      Body: '  é et 1 ',
      NumMedia: '0',
      NumSegments: '1',
      FromCountry: 'FR',
      FromCity: '',
      ApiVersion: '2010-04-01',
    });
    expect(provider.thread(MOBILE).map((message) => message.direction)).toEqual([
      'inbound',
      'outbound-reply',
    ]);
  });

  it('may have several answers, pictures, no answer, or one that leads elsewhere', async () => {
    const { provider, at } = await dummy({
      '/twilio/sms': (fields) =>
        twiml(
          fields.Body === 'deux'
            ? '<Message>Un\nligne</Message><Message><Body>Deux</Body><Media>https://a.example/b.jpg</Media></Message>'
            : fields.Body === 'ailleurs'
              ? '<Message>Avant</Message><Redirect>/twilio/other</Redirect><Message>Jamais</Message>'
              : '',
        ),
      '/twilio/other': twiml('<Message>Ailleurs</Message>'),
    });
    const bodies = async (text: string) => (await provider.text(MOBILE, text)).map((one) => one.body);
    expect(await bodies('deux')).toEqual(['Un\nligne', 'Deux']);
    expect(provider.thread(MOBILE).at(-1)?.media).toEqual(['https://a.example/b.jpg']);
    expect(await bodies('rien')).toEqual([]);
    expect(await bodies('ailleurs')).toEqual(['Avant', 'Ailleurs']);
    await provider.text(MOBILE, 'image', { media: ['https://a.example/c.jpg'] });
    expect(at('/twilio/sms').at(-1)).toMatchObject({ NumMedia: '1', MediaUrl0: 'https://a.example/c.jpg' });
    expect(provider.alerts()).toEqual([]);
  });

  it('tells of an answer where it asks to, in any order', async () => {
    const script = {
      '/twilio/sms': twiml('<Message action="/twilio/sms/status?x=1">Oui</Message>'),
    };
    const { provider, at, seen } = await dummy(script);
    const statuses = () => at('/twilio/sms/status').map((fields) => fields.MessageStatus);
    await provider.text(MOBILE, 'a');
    expect(statuses()).toEqual(['sent', 'delivered']);
    provider.callbacks.order('reversed');
    await provider.text(MOBILE, 'b');
    expect(statuses().slice(2)).toEqual(['delivered', 'sent']);
    provider.callbacks.order('held');
    await provider.text(MOBILE, 'c');
    expect(statuses()).toHaveLength(4);
    await provider.callbacks.release(true);
    expect(statuses().slice(4)).toEqual(['delivered', 'sent']);
    expect(seen.every((one) => one.signed)).toBe(true);
  });

  it('comes from a mobile', async () => {
    const { provider } = await dummy(echo);
    await expect(provider.text(LANDLINE, 'a')).rejects.toThrow('cannot send a text');
    await expect(provider.text('anonymous', 'a')).rejects.toThrow('cannot send a text');
  });

  it.each([
    ['an unknown verb', twiml('<Say>Non</Say>'), 12200],
    ['nothing to say', twiml('<Message/>'), 14103],
    ['a text that is too long', twiml(`<Message>${'a'.repeat(1601)}</Message>`), 21617],
    ['broken XML', '<Response>', 12100],
    ['another type', { type: 'application/json', body: '{}' }, 12300],
    ['an error', { status: 503 }, 11200],
  ] as const)('gets no answer from %s', async (_name, answer, code) => {
    const { provider } = await dummy({ '/twilio/sms': answer });
    expect(await provider.text(MOBILE, 'a')).toEqual([]);
    expect(provider.alerts().map((alert) => alert.code)).toEqual([code]);
  });

  it('is answered by plain words too, as the provider does', async () => {
    const { provider } = await dummy({ '/twilio/sms': { type: 'text/plain', body: 'OK' } });
    expect((await provider.text(MOBILE, 'a'))[0]?.body).toBe('OK');
  });

  it('is kept as long as a phone keeps it', async () => {
    const { provider } = await dummy(echo, { keep: 3 });
    for (const body of ['a', 'b', 'c']) await provider.text(MOBILE, body);
    expect(provider.thread(MOBILE).map((message) => message.body)).toEqual([
      'Vous avez dit b',
      'c',
      'Vous avez dit c',
    ]);
  });
});

describe('the words of the provider', () => {
  it('stop everything until START', async () => {
    const { provider, at } = await dummy(echo);
    const stop = await provider.text(MOBILE, ' Stop ');
    expect(stop.map((answer) => answer.body)).toEqual([expect.stringContaining('unsubscribed')]);
    expect(at('/twilio/sms')[0]).toMatchObject({ Body: ' Stop ', OptOutType: 'STOP' });
    expect(provider.stopped(MOBILE)).toBe(true);
    expect(await provider.text(MOBILE, 'bonjour')).toEqual([]);
    expect(provider.alerts().map((alert) => alert.code)).toEqual([21610, 21610]);
    const start = await provider.text(MOBILE, 'START');
    expect(start.map((answer) => answer.body)).toEqual([
      expect.stringContaining('re-subscribed'),
      'Vous avez dit START',
    ]);
    expect(at('/twilio/sms').at(-1)?.OptOutType).toBe('START');
  });

  it('are plain words otherwise', async () => {
    const { provider, at } = await dummy(echo);
    await provider.text(MOBILE, 'yes');
    await provider.text(MOBILE, 'stop maintenant');
    await provider.text(MOBILE, 'HELP');
    expect(at('/twilio/sms').map((fields) => fields.OptOutType)).toEqual([undefined, undefined, 'HELP']);
    const off = await dummy(echo, { keywords: false });
    await off.provider.text(MOBILE, 'STOP');
    expect(off.at('/twilio/sms')[0]?.OptOutType).toBeUndefined();
  });
});

describe('what goes wrong', () => {
  it('is tried again once when there was no connection', async () => {
    const { provider, seen } = await dummy(echo);
    provider.faults.webhook('unreachable');
    expect(await provider.text(MOBILE, 'a')).toHaveLength(1);
    expect(seen).toHaveLength(1);
    provider.faults.webhook('unreachable', 2);
    expect(await provider.text(MOBILE, 'b')).toHaveLength(0);
    expect(provider.alerts().map((alert) => alert.code)).toEqual([11200]);
  });

  it('leaves the phone without an answer when it is lost, unless the address asks for more', async () => {
    const { provider, seen } = await dummy(echo);
    provider.faults.webhook('lost');
    expect(await provider.text(MOBILE, 'a')).toEqual([]);
    expect(seen).toHaveLength(1);
    const again = await dummy(echo, {
      webhooks: { sms: 'https://relais.example/twilio/sms#rc=2&rp=ct,rt,5xx' },
    });
    again.provider.faults.webhook('slow', 2, '/twilio/sms');
    expect(await again.provider.text(MOBILE, 'a')).toHaveLength(1);
    expect(new Set(again.seen.map((one) => one.fields.MessageSid)).size).toBe(1);
    expect(new Set(again.seen.map((one) => one.token)).size).toBe(1);
    expect(again.seen.map((one) => one.signed)).toEqual([true, true, true]);
  });

  it('arrives twice with the same id', async () => {
    const { provider, at } = await dummy(echo);
    provider.faults.webhook('twice');
    expect(await provider.text(MOBILE, 'a')).toHaveLength(2);
    const sids = at('/twilio/sms').map((fields) => fields.MessageSid);
    expect(sids).toHaveLength(2);
    expect(sids[0]).toBe(sids[1]);
    await provider.text(MOBILE, 'a', { sid: sids[0] ?? '' });
    expect(at('/twilio/sms').at(-1)?.MessageSid).toBe(sids[0]);
  });
});
