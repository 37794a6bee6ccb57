/** Whatever happens, a log holds ids, codes and counts: nobody's number, words, digits or speech. */
import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { makeLog } from '../../src/log.ts';
import { startReal, text, turn } from './harness.ts';

function capture() {
  const lines: string[] = [];
  const to = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  return { lines, to };
}

const FROM = '+33639982301';
const OTHER = '+33639982302';
/** As they were sent: any of them in a log is a leak. */
const PRIVATE = [
  FROM,
  OTHER,
  '639982301',
  '639982302',
  'zanzibar',
  'mon mari me frappe',
  'frappe',
  'Marie-Antoinette',
  '4071829',
  'passeport pour ma fille',
  '86 euros',
  'RE5ec3e7',
];

test('a varied conversation at the most talkative level', async () => {
  const { lines, to } = capture();
  const rig = await startReal({ LOG_LEVEL: 'trace' }, {}, to);
  const say = (body: string, more = {}) => rig.signed('/twilio/sms', text(FROM, body, more));
  const call = 'CA00000000000000000000000000005ec3';
  const at = (t: number, more = {}) => rig.signed(`/twilio/voice?t=${t}`, turn(call, FROM, more));
  try {
    for (const body of [
      'passeport pour ma fille zanzibar',
      'mon mari me frappe',
      '4071829',
      'Marie-Antoinette',
      '',
    ])
      await say(body);
    await say('STOP', { OptOutType: 'STOP' });
    await say('START', { OptOutType: 'START' });
    await rig.signed('/twilio/voice', turn(call, FROM));
    await at(1, { SpeechResult: 'passeport pour ma fille zanzibar', Confidence: '0.9' });
    await at(2, { Digits: '3' });
    await at(3, { Digits: '2' });
    await at(4, { Digits: OTHER.replace('+33', '0') });
    await at(5, { Digits: '1' });
    await at(6, { RecordingSid: 'RE5ec3e7', RecordingDuration: '4' });
    // What goes wrong is what gets logged.
    rig.provider.faults.api({ status: 500, code: 20500, text: `could not text ${OTHER}` }, 1);
    await rig.service.outbox.tick();
    rig.clock.now += 3_600_000;
    rig.provider.faults.api({ status: 400, code: 21211, text: `Invalid 'To' Phone Number: ${OTHER}` }, 1);
    await rig.service.outbox.tick();
    const form = text(FROM, 'Marie-Antoinette');
    await rig.post('/twilio/sms', form);
    await rig.post('/twilio/sms', form, { 'x-twilio-signature': 'Marie-Antoinette' });
    await rig.post(`/twilio/sms?zanzibar=${encodeURIComponent(FROM)}`, form);
    await rig.post(`/nowhere/${encodeURIComponent(FROM)}/zanzibar`, form);
    await rig.post('/twilio/sms', `Body=${'zanzibar'.repeat(10_000)}`);
    await rig.post('/twilio/sms', 'zanzibar', { 'content-type': 'application/json' });
    await rig.signed('/twilio/sms', { From: FROM, Body: 'zanzibar' });
    // And the store goes away.
    const [{ file } = { file: '' }] = rig.rows<{ file: string }>('PRAGMA database_list');
    const { default: Database } = await import('better-sqlite3');
    const other = new Database(file);
    other.exec('DROP TABLE sessions');
    other.close();
    expect((await say('zanzibar passeport')).status).toBe(200);
    expect((await at(7, { SpeechResult: 'zanzibar' })).body).toContain('Un problème technique');
  } finally {
    await rig.stop();
  }
  const logged = lines.join('');
  expect(logged).toContain('text put off');
  expect(logged).toContain('a text was not answered');
  expect(logged).toContain('a call turn failed');
  for (const word of PRIVATE) expect(logged.toLowerCase(), word).not.toContain(word.toLowerCase());
});

test('an error that quotes what it was about, over several lines', () => {
  const { lines, to } = capture();
  const log = makeLog('trace', to);
  const quoting = new Error(`Unexpected token in "zanzibar\n${FROM}\nat zanzibar, 12 rue\n"`);
  const wrapped = Object.assign(new Error('outer zanzibar', { cause: quoting }), {
    code: 'E_CODE',
    config: { data: 'zanzibar' },
    request: { body: 'zanzibar' },
    value: 'zanzibar',
  });
  log.error({ err: quoting }, 'one');
  log.error({ err: wrapped }, 'two');
  log.error(
    {
      message: { from: FROM, to: OTHER, body: 'zanzibar', text: 'zanzibar', number: OTHER },
      messageId: 'm-1',
    },
    'three',
  );
  log.info(
    { req: { method: 'POST', url: `/x/zanzibar?From=${FROM}`, body: 'zanzibar', headers: { a: FROM } } },
    'four',
  );
  const logged = lines.join('');
  for (const word of ['zanzibar', FROM, OTHER]) expect(logged).not.toContain(word);
  for (const word of ['E_CODE', 'm-1', 'logs.test', 'POST']) expect(logged).toContain(word);
  expect(lines).toHaveLength(4);
});
