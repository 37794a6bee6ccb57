/** Requests that no provider would send, and those that it would send with anything at all in them. */
import fc from 'fast-check';

export interface Request {
  readonly method: 'POST' | 'GET' | 'PUT';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: Buffer;
}

const PATHS = [
  ...[
    '/twilio/sms',
    '/twilio/sms/status',
    '/twilio/voice',
    '/twilio/voice/status',
    '/twilio/voice/recording',
  ],
  ...['/twilio/voice/dial', '/twilio/nothing', '/g/AAAAAAAA', '/readyz'],
] as const;

/** What people may really type, and what breaks programs that believe they know it. */
const words = fc.oneof(
  fc.constantFrom(
    ...[
      '1',
      '2',
      '0',
      '*',
      '#',
      'menu',
      'retour',
      'aide',
      'effacer',
      'mes donnees',
      'temoigner',
      'signaler',
      'tout',
    ],
    ...[
      'g perdu ma carte didentite',
      'je veux mourir',
      'arret',
      'STOP',
      '75001',
      'saint denis',
      'rsa',
      'oui',
      'non',
    ],
    ...[
      '👍',
      '‮abc',
      '\u0000',
      '%00',
      "'; DROP TABLE contacts; --",
      '<Response><Dial>0899</Dial></Response>',
      '&#x0;',
    ],
    ...[
      'a'.repeat(1600),
      '🧑‍🧑‍🧒'.repeat(100),
      ' '.repeat(1600),
      '1234 5678',
      '12345678901234567890',
      'ﷺ'.repeat(200),
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 160 }),
  fc.string({ maxLength: 40 }),
);

const phone = fc.oneof(
  fc.integer({ min: 0, max: 400 }).map((n) => `+33639985${String(n).padStart(3, '0')}`),
  fc.constantFrom(
    'anonymous',
    '+266696687',
    'CAF',
    '38100',
    '',
    '+',
    '+1',
    '+33',
    '+447400123456',
    '0639980101',
  ),
  words,
);

const sid = (prefix: string) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.uuid().map((id) => `${prefix}${id.replaceAll('-', '')}`) },
    { weight: 1, arbitrary: words },
  );

const sms = fc.record(
  {
    MessageSid: sid('SM'),
    From: phone,
    To: phone,
    Body: words,
    NumMedia: fc.oneof(fc.constantFrom('0', '1'), words),
    OptOutType: fc.constantFrom('STOP', 'START', 'HELP', 'stop', ''),
    MessageStatus: fc.constantFrom('sent', 'delivered', 'failed', 'undelivered', 'read', 'x'),
    ErrorCode: words,
  },
  { requiredKeys: ['MessageSid', 'From', 'Body'] },
);

const voice = fc.record(
  {
    CallSid: fc.oneof(
      fc.integer({ min: 0, max: 50 }).map((n) => `CA${n}`),
      sid('CA'),
    ),
    From: phone,
    To: phone,
    Direction: fc.constantFrom('inbound', 'outbound-api', 'x'),
    Digits: fc.oneof(fc.stringMatching(/^[0-9*#]{0,14}$/), words),
    SpeechResult: words,
    Confidence: fc.oneof(fc.constantFrom('0.9', 'NaN', '-1'), words),
    RecordingSid: words,
    RecordingDuration: words,
    DialCallStatus: fc.constantFrom('completed', 'busy', 'x'),
    CallStatus: fc.constantFrom('completed', 'ringing'),
    CallDuration: words,
  },
  { requiredKeys: ['CallSid', 'From'] },
);

type Fields = Readonly<Record<string, string>>;
const encoded = (fields: fc.Arbitrary<Fields>) =>
  fields.map((f) => Buffer.from(new URLSearchParams(f).toString()));
const form = encoded(
  fc.oneof(sms, voice, fc.dictionary(words, words, { maxKeys: 6 })) as fc.Arbitrary<Fields>,
);

const payload = fc.oneof(
  { weight: 12, arbitrary: form },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 4_000 }).map((bytes) => Buffer.from(bytes)) },
  { weight: 1, arbitrary: fc.json().map((json) => Buffer.from(json)) },
  { weight: 1, arbitrary: form.map((bytes) => bytes.subarray(0, Math.floor(bytes.length / 2))) },
);

const type = fc.oneof(
  { weight: 12, arbitrary: fc.constant('application/x-www-form-urlencoded') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...['application/json', 'text/plain', 'multipart/form-data; boundary=x', 'application/xml', ''],
      ...['application/x-www-form-urlencoded; charset=utf-16', 'APPLICATION/X-WWW-FORM-URLENCODED'],
    ),
  },
);

const query = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 30 }).map((t) => `?t=${t}`) },
  { weight: 1, arbitrary: words.map((w) => `?t=${encodeURIComponent(w)}&m=${encodeURIComponent(w)}`) },
  { weight: 1, arbitrary: fc.uuid().map((id) => `?m=${id}`) },
);

const anything: fc.Arbitrary<Request> = fc
  .record({
    method: fc.oneof(
      { weight: 20, arbitrary: fc.constant('POST' as const) },
      { weight: 1, arbitrary: fc.constantFrom('GET' as const, 'PUT' as const) },
    ),
    path: fc.constantFrom(...PATHS),
    query,
    type,
    payload,
  })
  .map(({ method, path, query: asked, type: of, payload: bytes }) => ({
    method,
    url: `${path}${asked}`,
    headers: of === '' ? {} : { 'content-type': of },
    payload: method === 'GET' ? Buffer.alloc(0) : bytes,
  }));

/** As the provider would send it, with anything at all in its fields. */
function webhook(url: fc.Arbitrary<string>, fields: fc.Arbitrary<unknown>): fc.Arbitrary<Request> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return fc
    .tuple(url, encoded(fields as fc.Arbitrary<Fields>))
    .map(([to, bytes]) => ({ method: 'POST' as const, url: to, headers, payload: bytes }));
}

const turn = fc.integer({ min: 0, max: 30 }).map((t) => (t === 0 ? '/twilio/voice' : `/twilio/voice?t=${t}`));

/** One request; most of them reach a dialogue. */
export const anyRequest: fc.Arbitrary<Request> = fc.oneof(
  { weight: 4, arbitrary: webhook(fc.constant('/twilio/sms'), sms) },
  { weight: 4, arbitrary: webhook(turn, voice) },
  { weight: 2, arbitrary: anything },
);
