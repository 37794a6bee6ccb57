/** Texts over real HTTP: one answer each, whatever the network and the provider do in between. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callerOf, TERRITORIES } from '../../src/phone.ts';
import { segments } from '../../src/text/segments.ts';
import { DAY, HOUR, MINUTE, messageOf, phoneNumbers, type Rig, startRig, text } from './harness.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig({ VOICE_NUMBER: '+33199000000' });
});
afterAll(() => rig.stop());

const phone = phoneNumbers();
const EMPTY = '<?xml version="1.0" encoding="UTF-8"?><Response/>';

/** What changes when a text is answered. */
function more(before: Rig['counts'] extends () => infer T ? T : never, by: Record<string, number>) {
  return Object.fromEntries(Object.entries(before).map(([table, n]) => [table, n + (by[table] ?? 0)]));
}

describe('many at once', () => {
  test('eight texts of one number at the same moment are all answered, one after the other', async () => {
    const from = phone();
    const before = rig.counts();
    const bodies = ['passeport', 'papiers', 'lieu', 'prix', 'menu', 'je veux le rsa', 'démarche', 'merci'];
    const forms = bodies.map((body) => text(from, body));
    const answers = await Promise.all(forms.map((form) => rig.post('/twilio/sms', form)));
    for (const answer of answers) {
      expect(answer.status).toBe(200);
      expect(messageOf(answer)).toBeTruthy();
    }
    expect(rig.counts()).toEqual(more(before, { contacts: 1, sessions: 1, exchanges: 8, messages: 8 }));
    // In the order in which they were written, each was answered from where the one before it had led: the same conversation
    // said one text after the other gives the same answers.
    const committed = rig.rows<{ inbound_id: string }>(
      'SELECT inbound_id FROM exchanges ORDER BY rowid DESC LIMIT 8',
    );
    const slowly = phone();
    for (const { inbound_id: id } of committed.reverse()) {
      const n = forms.findIndex((form) => form.MessageSid === id);
      const alone = await rig.post('/twilio/sms', text(slowly, bodies[n] ?? ''));
      expect(messageOf(answers[n] as { body: string }), bodies[n]).toBe(messageOf(alone));
    }
  });

  test('the same text twice at the same moment, and again later, has one answer and changes things once', async () => {
    const form = text(phone(), 'passeport');
    const before = rig.counts();
    const [one, two] = await Promise.all([rig.post('/twilio/sms', form), rig.post('/twilio/sms', form)]);
    expect(messageOf(one)).toContain('86 euros');
    expect(two?.body).toBe(one?.body);
    const after = rig.counts();
    expect(after).toEqual(more(before, { contacts: 1, sessions: 1, exchanges: 1, messages: 1 }));
    rig.clock.now += 2 * HOUR;
    expect((await rig.post('/twilio/sms', form)).body).toBe(one.body);
    expect(rig.counts()).toEqual(after);
    // Not even the words of the second one count.
    expect((await rig.post('/twilio/sms', { ...form, Body: 'menu' })).body).toBe(one.body);
    expect(messageOf(await rig.post('/twilio/sms', text(form.From ?? '', 'papiers')))).toContain('Papiers');
  });

  test('a doubled request of the provider is read by the phone as it is sent, and counts once', async () => {
    const from = phone();
    rig.provider.faults.webhook('twice', 1, '/twilio/sms');
    const before = rig.counts();
    await rig.provider.text(from, 'passeport');
    expect(rig.counts()).toEqual(more(before, { contacts: 1, sessions: 1, exchanges: 1, messages: 1 }));
  });
});

describe('a response that did not arrive', () => {
  /** The connection is gone before the answer is written. */
  function cutNext(): void {
    rig.service.app.server.prependOnceListener('request', (request) => {
      request.once('end', () => request.socket.destroy());
    });
  }

  test('goes out by the API a minute later, once, and a repeated webhook then has nothing to say', async () => {
    const from = phone();
    const form = text(from, 'passeport');
    cutNext();
    await expect(rig.post('/twilio/sms', form)).rejects.toThrow();
    rig.clock.now += MINUTE - 1;
    expect((await rig.service.outbox.tick()).sent).toBe(0);
    rig.clock.now += 1;
    expect(await rig.service.outbox.tick()).toEqual({ sent: 1, held: 0, retry: 0, failed: 0 });
    const [got, ...others] = rig.provider.thread(from).filter((m) => m.direction !== 'inbound');
    expect(others).toEqual([]);
    expect(got?.body).toContain('86 euros');
    expect(got?.direction).toBe('outbound-api');
    const before = rig.counts();
    expect((await rig.post('/twilio/sms', form)).body).toBe(EMPTY);
    expect(rig.counts()).toEqual(before);
    rig.clock.now += DAY;
    expect((await rig.service.outbox.tick()).sent).toBe(0);
  });

  test('a webhook that comes again within the minute carries it, and the API does not', async () => {
    const from = phone();
    const form = text(from, 'passeport');
    cutNext();
    await expect(rig.post('/twilio/sms', form)).rejects.toThrow();
    expect(messageOf(await rig.post('/twilio/sms', form))).toContain('86 euros');
    rig.clock.now += HOUR;
    expect((await rig.service.outbox.tick()).sent).toBe(0);
    expect(rig.provider.thread(from)).toEqual([]);
  });

  test('an answer that was lost on its way is given again to the same text', async () => {
    const from = phone();
    const sid = 'SM0123456789abcdef0123456789abcdef';
    rig.provider.faults.webhook('lost', 1, '/twilio/sms');
    expect(await rig.provider.text(from, 'passeport', { sid })).toEqual([]);
    const before = rig.counts();
    const [again] = await rig.provider.text(from, 'passeport', { sid });
    expect(again?.body).toContain('86 euros');
    expect(rig.counts()).toEqual(before);
  });

  test('nothing is answered or kept while the service cannot be reached', async () => {
    const from = phone();
    const before = rig.counts();
    rig.provider.faults.webhook('unreachable', 2, '/twilio/sms');
    expect(await rig.provider.text(from, 'passeport')).toEqual([]);
    expect(rig.counts()).toEqual(before);
  });
});

describe('who is answered', () => {
  test.each([
    'RELAIS',
    'INFOCAF',
    '36105',
    '3200',
    '',
    'anonymous',
    '+33',
    '0612345678',
    '+3361234567890123',
  ])('never "%s": a machine would answer back', async (from) => {
    const before = rig.counts();
    const answer = await rig.post('/twilio/sms', text(from, 'passeport'));
    expect(answer).toMatchObject({ status: 200, body: EMPTY });
    expect(answer.type).toBe('text/xml; charset=utf-8');
    expect(rig.counts()).toEqual(before);
  });

  test('a landline that can text, and a number from abroad', async () => {
    for (const from of ['+33199002001', '+4915112345678'])
      expect(messageOf(await rig.post('/twilio/sms', text(from, 'passeport')))).toContain('86 euros');
  });

  test.each([
    ['a picture', { Body: '', NumMedia: '1', MediaUrl0: 'https://example.org/a.jpg' }, 'images'],
    ['a picture with words', { Body: 'passeport', NumMedia: '1' }, '86 euros'],
    ['nothing', { Body: '' }, 'vide'],
    ['only spaces', { Body: ' \n\t ' }, 'vide'],
    ['nothing, and a count that is none', { Body: '', NumMedia: 'beaucoup' }, 'vide'],
  ])('%s has an answer', async (_, fields, said) => {
    const answer = await rig.post('/twilio/sms', text(phone(), '', fields));
    expect(messageOf(answer)).toContain(said);
  });

  test.each([
    ['no sender', { From: undefined }],
    ['no id', { MessageSid: undefined }],
    ['an empty id', { MessageSid: '' }],
    ['an id without end', { MessageSid: 'S'.repeat(65) }],
  ])('a form with %s is refused and changes nothing', async (_, fields) => {
    const before = rig.counts();
    const form = { ...text(phone(), 'passeport'), ...fields };
    const kept = Object.fromEntries(Object.entries(form).filter(([, value]) => value !== undefined));
    expect((await rig.post('/twilio/sms', kept as Record<string, string>)).status).toBe(400);
    expect(rig.counts()).toEqual(before);
  });
});

test('a simulator takes what is unsigned, and still refuses what is signed wrongly', async () => {
  const before = rig.counts();
  const wrong = await rig.post('/twilio/sms', text(phone(), 'passeport'), { 'x-twilio-signature': 'x' });
  expect(wrong.status).toBe(403);
  expect(rig.counts()).toEqual(before);
  expect((await rig.post('/twilio/sms', text(phone(), 'passeport'))).status).toBe(200);
});

describe('who has had enough', () => {
  test('STOP of the provider: silence, until its START, whose text is read', async () => {
    const from = phone();
    await rig.post('/twilio/sms', text(from, 'passeport'));
    expect((await rig.post('/twilio/sms', text(from, 'STOP', { OptOutType: 'STOP' }))).body).toBe(EMPTY);
    expect((await rig.post('/twilio/sms', text(from, 'passeport'))).body).toBe(EMPTY);
    expect((await rig.post('/twilio/sms', text(from, 'recevoir'))).body).toBe(EMPTY);
    const sent = rig.counts().messages;
    const back = await rig.post('/twilio/sms', text(from, 'START', { OptOutType: 'START' }));
    expect(messageOf(back)).toBeTruthy();
    expect(rig.counts().messages).toBe((sent ?? 0) + 1);
    expect(messageOf(await rig.post('/twilio/sms', text(from, 'passeport')))).toContain('86 euros');
    expect(rig.rows('SELECT 1 FROM opt_outs WHERE by = ?', 'provider')).toEqual([]);
  });

  test('HELP of the provider: silence, and nothing is lifted', async () => {
    const from = phone();
    expect((await rig.post('/twilio/sms', text(from, 'HELP', { OptOutType: 'HELP' }))).body).toBe(EMPTY);
    expect(messageOf(await rig.post('/twilio/sms', text(from, 'passeport')))).toContain('86 euros');
  });

  test('the real words, from a phone: one answer each, the provider’s own', async () => {
    const from = phone();
    const bodies = async (body: string) => (await rig.provider.text(from, body)).map((m) => m.body);
    expect(await bodies('STOP')).toEqual([expect.stringContaining('unsubscribed')]);
    expect(rig.provider.stopped(from)).toBe(true);
    expect(await bodies('passeport')).toEqual([]);
    expect(await bodies('START')).toEqual([expect.stringContaining('re-subscribed'), expect.any(String)]);
    expect(await bodies('HELP')).toEqual([expect.stringContaining('STOP')]);
  });

  test('ARRET is ours: confirmed once, then questions are still answered', async () => {
    const from = phone();
    const said = messageOf(await rig.post('/twilio/sms', text(from, 'ARRET')));
    expect(said).toContain('RECEVOIR');
    expect(rig.rows('SELECT 1 FROM opt_outs WHERE by = ?', 'ours')).toHaveLength(1);
    expect(messageOf(await rig.post('/twilio/sms', text(from, 'passeport')))).toContain('86 euros');
    await rig.post('/twilio/sms', text(from, 'RECEVOIR'));
    expect(rig.rows('SELECT 1 FROM opt_outs WHERE by = ?', 'ours')).toEqual([]);
  });

  test('after ARRET a text that the same person asks for in a call is still sent', async () => {
    const from = phone();
    await rig.post('/twilio/sms', text(from, 'ARRET'));
    const call = await rig.provider.call(from);
    await call.speak('passeport');
    await call.press('3');
    await call.press('1');
    await call.hangup();
    const before = rig.provider.thread(from).length;
    expect((await rig.service.outbox.tick()).sent).toBe(1);
    expect(rig.provider.thread(from).at(before)?.body).toContain('86 euros');
    await rig.post('/twilio/sms', text(from, 'RECEVOIR'));
  });

  test('after the provider’s STOP it is refused', async () => {
    const from = phone();
    await rig.provider.text(from, 'STOP');
    const call = await rig.provider.call(from);
    expect(call.heard().join(' ')).toContain('service automatique');
    await call.speak('passeport');
    await call.press('3');
    await call.press('1');
    await call.hangup();
    expect(await rig.service.outbox.tick()).toMatchObject({ sent: 0, failed: 1 });
  });
});

describe('reports', () => {
  const orders = [
    ['queued', 'sent', 'delivered'],
    ['delivered', 'sent', 'queued'],
    ['sent', 'delivered', 'sent'],
    ['delivered', 'delivered', 'queued'],
    ['failed', 'delivered', 'sent'],
    ['read', 'undelivered', 'sent'],
  ];

  test.each(orders)('%s, %s, %s end as delivered', async (...order) => {
    const from = phone();
    const answer = await rig.post('/twilio/sms', text(from, 'passeport'));
    const address = /action="([^"]+)"/.exec(answer.body)?.[1] ?? '';
    const { pathname, search } = new URL(address);
    for (const MessageStatus of order) {
      const told = await rig.post(`${pathname}${search}`, { MessageSid: 'SM1', MessageStatus });
      expect(told).toMatchObject({ status: 204, body: '' });
    }
    const id = new URLSearchParams(search).get('m');
    expect(rig.rows('SELECT state FROM messages WHERE id = ?', id)).toEqual([{ state: 'delivered' }]);
  });

  test('the provider’s own, reversed', async () => {
    const from = phone();
    rig.provider.callbacks.order('reversed');
    await rig.provider.text(from, 'passeport');
    rig.provider.callbacks.order('in order');
    expect(rig.rows<{ state: string }>('SELECT state FROM messages ORDER BY rowid DESC LIMIT 1')).toEqual([
      { state: 'delivered' },
    ]);
  });

  test.each([
    ['a text that we never sent', '?m=nobody', { MessageStatus: 'delivered' }],
    ['no text', '', { MessageStatus: 'delivered' }],
    ['a state of tomorrow', '?m=nobody', { MessageStatus: 'pondering' }],
    ['no state', '?m=nobody', {}],
    ['a name that every object has', '?m=nobody', { MessageStatus: 'constructor' }],
  ])('of %s change nothing', async (_, query, form) => {
    const before = rig.counts();
    const answer = await rig.post(`/twilio/sms/status${query}`, form as Record<string, string>);
    expect(answer.status).toBe(204);
    expect(rig.counts()).toEqual(before);
  });
});

describe('where texts are neither joined nor answered', () => {
  const GUIANA = '+594694201234';

  test('each is one segment', async () => {
    expect(callerOf(GUIANA, TERRITORIES)).toMatchObject({ joined: false, canAnswer: false, mobile: true });
    for (const body of [
      'passeport',
      '1',
      '1',
      '1',
      'carte identité perdue',
      'tout',
      'xkcd',
      'aide',
      'menu',
    ]) {
      const said = messageOf(await rig.post('/twilio/sms', text(GUIANA, body))) ?? '';
      expect(said).not.toBe('');
      expect(segments(said).count, said).toBe(1);
    }
  });

  test('one that a call asked for asks nothing, and says where to go on', async () => {
    const from = '+594694201235';
    const texting = () => rig.rows("SELECT 1 FROM sessions WHERE channel = 'sms'").length;
    const before = texting();
    const call = await rig.provider.call(from);
    await call.speak('passeport');
    await call.press('3');
    await call.press('1');
    await call.hangup();
    await rig.service.outbox.tick();
    const [sent, ...others] = rig.provider.thread(from);
    expect(others).toEqual([]);
    expect(sent?.body).toContain('86 euros');
    expect(sent?.body).toContain('appelez le +33199000000');
    expect(sent?.body).not.toMatch(/^\d /m);
    expect(sent?.segments).toBe(1);
    // An answer would have nowhere to go on.
    expect(texting()).toBe(before);
  });
});
