/** Calls over real HTTP: turn by turn, whoever calls, and whatever fails. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOUR, MINUTE, phoneNumbers, type Rig, startReal, startRig, turn } from './harness.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());

const phone = phoneNumbers('+336399821');
let calls = 0;
const sid = () => {
  calls += 1;
  return `CA${String(calls).padStart(32, '0')}`;
};

describe('a turn', () => {
  test('that was had already gets the answer it had, whatever is said now, and changes nothing', async () => {
    const call = sid();
    const from = phone();
    const say = (t: number, more = {}) => rig.post(`/twilio/voice?t=${t}`, turn(call, from, more));
    const first = await rig.post('/twilio/voice', turn(call, from));
    expect(first.body).toContain('/twilio/voice?t=1');
    const second = await say(1, { SpeechResult: 'passeport', Confidence: '0.9' });
    expect(second.body).toContain('86 euros');
    const third = await say(2, { Digits: '1' });
    expect(third.body).toContain('La démarche');
    const before = rig.counts();
    expect((await rig.post('/twilio/voice', turn(call, from))).body).toBe(first.body);
    expect((await say(1, { Digits: '9' })).body).toBe(second.body);
    expect((await say(1)).body).toBe(second.body);
    expect((await say(2, { Digits: '2' })).body).toBe(third.body);
    expect(rig.counts()).toEqual(before);
    expect((await say(3, { Digits: '1' })).body).toContain('/twilio/voice?t=4');
  });

  test('twice at the same moment is one', async () => {
    const call = sid();
    const from = phone();
    await rig.post('/twilio/voice', turn(call, from));
    const before = rig.counts();
    const form = turn(call, from, { Digits: '1' });
    const [one, two] = await Promise.all([
      rig.post('/twilio/voice?t=1', form),
      rig.post('/twilio/voice?t=1', form),
    ]);
    expect(two?.body).toBe(one?.body);
    expect(rig.counts().exchanges).toBe((before.exchanges ?? 0) + 1);
  });

  test.each(['x', '-1', '1e3', '', '12345678', '1;2'])('numbered "%s" is a call that begins', async (t) => {
    const answer = await rig.post(
      `/twilio/voice?t=${encodeURIComponent(t)}`,
      turn(sid(), phone(), { Digits: '1' }),
    );
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('service automatique');
  });

  test.each([
    ['no CallSid', { CallSid: '' }],
    ['a CallSid without end', { CallSid: 'C'.repeat(65) }],
  ])('with %s is refused', async (_, fields) => {
    const before = rig.counts();
    const answer = await rig.post('/twilio/voice', { ...turn(sid(), phone()), ...fields });
    expect(answer.status).toBe(400);
    expect(rig.counts()).toEqual(before);
  });
});

describe('the keys * and # are the same everywhere', () => {
  test('* leads back, # says it again, 0 helps, 9 is the menu, 8 slows down', async () => {
    const call = await rig.provider.call(phone());
    call.heard();
    await call.speak('passeport');
    const short = call.heard().join(' ');
    await call.press('1');
    const steps = call.heard().join(' ');
    expect(steps).not.toBe(short);
    await call.press('#');
    expect(call.heard().join(' ')).toBe(steps);
    await call.press('*');
    expect(call.heard().join(' ')).toBe(short);
    await call.press('8');
    expect(call.heard().join(' ')).toContain('moins vite');
    await call.press('0');
    expect(call.heard().join(' ')).toContain('prix, papiers, lieu');
    await call.press('9');
    expect(call.heard().join(' ')).toContain('Choisir un thème');
    await call.hangup();
  });

  test('within a number, # ends it and * leads back', async () => {
    const call = await rig.provider.call('+33199002101');
    await call.speak('passeport');
    await call.press('3');
    expect(call.waiting).toMatchObject({ waiting: 'digits', finishOnKey: '#' });
    call.heard();
    await call.press('0639982199#');
    expect(call.heard().join(' ')).toContain('zéro six');
    await call.press('2');
    await call.press('06*#');
    expect(call.heard().join(' ')).toContain('86 euros');
    await call.hangup();
  });
});

describe('whoever calls', () => {
  test.each(['anonymous', '+266696687', 'Restricted', ''])(
    'a hidden number ("%s") is served and leaves no contact',
    async (from) => {
      const before = rig.counts();
      const call = sid();
      expect((await rig.post('/twilio/voice', turn(call, from))).body).toContain('service automatique');
      const answer = await rig.post('/twilio/voice?t=1', turn(call, from, { SpeechResult: 'passeport' }));
      expect(answer.body).toContain('86 euros');
      const after = rig.counts();
      expect(after.contacts).toBe(before.contacts);
      expect(after.exchanges).toBe((before.exchanges ?? 0) + 2);
    },
  );

  test('two hidden callers share nothing', async () => {
    const one = sid();
    await rig.post('/twilio/voice', turn(one, 'anonymous'));
    await rig.post('/twilio/voice?t=1', turn(one, 'anonymous', { SpeechResult: 'passeport' }));
    const other = await rig.post('/twilio/voice', turn(sid(), 'anonymous'));
    expect(other.body).not.toContain('coupés');
    expect(other.body).toContain('Dites votre question');
  });

  test('a landline is asked for a mobile before anything is sent', async () => {
    const call = await rig.provider.call('+33199002102');
    await call.speak('passeport');
    await call.press('3');
    expect(call.heard().join(' ')).toContain('dix chiffres du mobile');
    await call.press('0639982198#');
    await call.press('1');
    await call.hangup();
    expect((await rig.service.outbox.tick()).sent).toBe(1);
    expect(rig.provider.thread('+33639982198').at(-1)?.body).toContain('86 euros');
    expect(rig.provider.thread('+33199002102')).toEqual([]);
  });

  test('in a call that we place, the person is the one called', async () => {
    const person = phone();
    const form = { ...turn(sid(), '+33199000000'), To: person, Direction: 'outbound-api' };
    const before = rig.counts();
    await rig.post('/twilio/voice', form);
    await rig.provider.text(person, 'menu');
    expect(rig.counts().contacts).toBe((before.contacts ?? 0) + 1);
  });

  test('a call that was cut is offered again to the same number, within the hour', async () => {
    const from = phone();
    const one = await rig.provider.call(from);
    await one.speak('passeport');
    await one.hangup();
    rig.clock.now += 30 * MINUTE;
    const two = await rig.provider.call(from);
    expect(two.heard().join(' ')).toContain('coupés');
    await two.press('1');
    expect(two.heard().join(' ')).toContain('86 euros');
    await two.hangup();
    rig.clock.now += HOUR + 1;
    const three = await rig.provider.call(from);
    expect(three.heard().join(' ')).not.toContain('coupés');
    await three.hangup();
  });
});

describe('a message after the beep', () => {
  test('is kept by its id, once', async () => {
    const before = rig.counts();
    const call = await rig.provider.call(phone());
    await call.speak('passeport');
    await call.speak('avis');
    await call.press('2');
    await call.silence();
    expect(call.waiting).toMatchObject({ waiting: 'recording', maxLength: 60, finishOnKey: '#' });
    await call.record({ seconds: 6 });
    expect(call.heard().join(' ')).toContain('Merci');
    await call.hangup();
    const after = rig.counts();
    expect(after.recordings).toBe((before.recordings ?? 0) + 1);
    expect(after.feedback).toBe((before.feedback ?? 0) + 1);
  });

  test('nothing said leads on; hanging up within it keeps what was said', async () => {
    const from = phone();
    const silent = await rig.provider.call(from);
    await silent.speak('passeport');
    await silent.speak('avis');
    await silent.press('2');
    await silent.silence();
    await silent.silence();
    expect(silent.state).toBe('waiting');
    const before = rig.counts();
    await silent.silence();
    await silent.record({ seconds: 3, end: 'hangup' });
    expect(rig.counts().recordings).toBe((before.recordings ?? 0) + 1);
  });
});

describe('requests that are none', () => {
  const big = `Body=${'a'.repeat(70_000)}`;

  test.each([
    '/twilio/sms',
    '/twilio/voice',
    '/twilio/voice?t=1',
    '/twilio/sms/status',
    '/twilio/voice/dial?t=1',
  ])('too large for %s: 413, and nothing breaks', async (path) => {
    const before = rig.counts();
    expect((await rig.post(path, `CallSid=CA1&MessageSid=SM1&From=%2B33639982001&${big}`)).status).toBe(413);
    expect(rig.counts()).toEqual(before);
    expect((await rig.post('/twilio/voice', turn(sid(), phone()))).status).toBe(200);
  });

  test.each([
    '/twilio',
    '/twilio/',
    '/twilio/fax',
    '/twilio/sms/',
    '/twilio/sms/x',
    '/nowhere',
    '/../etc/passwd',
    '/%00',
  ])('%s: 404', async (path) => {
    const answer = await rig.post(path, {});
    expect(answer.status).toBe(404);
    expect(answer.body).toBe('{"error":"not_found"}');
  });

  test('another kind of body is refused', async () => {
    for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=x']) {
      for (const path of ['/twilio/sms', '/twilio/voice']) {
        const answer = await rig.post(path, '{', { 'content-type': type });
        expect([400, 415]).toContain(answer.status);
        expect(answer.type).toContain('application/json');
      }
    }
  });

  test('GET is not a webhook', async () => {
    const { port } = rig.service.app.server.address() as { port: number };
    expect((await fetch(`http://127.0.0.1:${port}/twilio/sms`)).status).toBe(404);
  });
});

test('with a name as sender, a text that a call asked for asks nothing', async () => {
  const named = await startReal({ SMS_SENDER: 'MGRELAIS' });
  try {
    const from = phone();
    const call = await named.provider.call(from);
    await call.speak('passeport');
    await call.press('3');
    await call.press('1');
    await call.hangup();
    expect((await named.service.outbox.tick()).sent).toBe(1);
    const [sent] = named.provider.thread(from);
    expect(sent?.from).toBe('MGRELAIS');
    expect(sent?.body).toContain('86 euros');
    expect(sent?.body).toContain('appelez le +33199000000');
    expect(sent?.body).not.toMatch(/^\d /m);
    expect(named.rows("SELECT 1 FROM sessions WHERE channel = 'sms'")).toEqual([]);
  } finally {
    await named.stop();
  }
});

// The last one: nothing works on this rig afterwards.
test('a fault is told to who listens, with the numbers for a danger, and the call ends', async () => {
  const call = await rig.provider.call(phone());
  call.heard();
  await breakTheStore(rig);
  await call.press('1');
  const said = call.heard().join(' ');
  expect(said).toContain('Un problème technique');
  expect(said).toMatch(/17 ou le 15/);
  expect(call.reason).toBe('hangup');
  expect(rig.provider.alerts()).toEqual([]);
  const text = await rig.post('/twilio/sms', { MessageSid: 'SM1', From: phone(), Body: 'passeport' });
  expect(text.status).toBe(200);
  expect(text.body).toContain('<Message>Un problème technique.');
  expect(text.body).toContain('En danger : 17 ou 15.');
  // A report is the provider's to bring again.
  expect((await rig.post('/twilio/sms', { From: phone(), Body: 'passeport' })).status).toBe(400);
});

/** The database goes away under the service. */
async function breakTheStore(rig: Rig): Promise<void> {
  const { default: Database } = await import('better-sqlite3');
  const [{ file } = { file: '' }] = rig.rows<{ file: string }>('PRAGMA database_list');
  const other = new Database(file);
  other.exec('DROP TABLE exchanges');
  other.close();
}
