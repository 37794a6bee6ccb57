/** The environment: read once, and every problem told at once by the name of its variable. */
import { describe, expect, test } from 'vitest';
import { type Config, readConfig } from '../src/config.ts';
import { parseKeys } from '../src/data-key.ts';
import { RelaisError } from '../src/errors.ts';
import { TERRITORIES } from '../src/phone.ts';

const LANGUAGES = ['fr', 'en'];
const KEY = Buffer.alloc(32, 7).toString('base64');
const HEX = Buffer.alloc(32, 9).toString('hex');
type Env = Readonly<Record<string, string | undefined>>;

const REAL: Env = {
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'sixteen-or-more-letters',
  DATA_KEY: KEY,
  PUBLIC_URL: 'https://relais.example',
  SMS_SENDER: '+33939000001',
};

function read(env: Env): Config {
  return readConfig(env, LANGUAGES);
}

/** The names of the variables that are complained of, in their order; empty when none is. */
function problems(env: Env): string[] {
  try {
    read(env);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(RelaisError);
    const { code, message } = error as RelaisError;
    expect(code).toBe('bad_config');
    const told = message.split('\n').slice(1);
    for (const line of told) expect(line).toMatch(/^ {2}[A-Z_]+: .+$/);
    return told.map((line) => line.trim().split(':')[0] ?? '');
  }
}

describe('nothing set', () => {
  test('is a simulator on this machine', () => {
    expect(read({})).toMatchObject({
      host: 'localhost',
      port: 3000,
      databaseUrl: 'data/relais.db',
      logLevel: 'info',
      operator: { name: 'Relais' },
      defaultLang: 'fr',
      territories: TERRITORIES,
      voices: {
        fr: { language: 'fr-FR', voice: 'Polly.Lea-Neural' },
        en: { language: 'en-GB', voice: 'Polly.Amy-Neural' },
      },
    });
    for (const name of ['twilio', 'publicUrl', 'dataKey', 'voiceNumber'])
      expect(read({})).not.toHaveProperty(name);
  });

  test('an empty variable is one that was not set', () => {
    const names = [
      ...Object.keys(REAL),
      'HOST',
      'PORT',
      'LOG_LEVEL',
      'VOICES',
      'TERRITORIES',
      'TWILIO_API_URL',
    ];
    expect(read(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(read({}));
    expect(read(Object.fromEntries(names.map((name) => [name, undefined])))).toEqual(read({}));
  });

  test('what is none of ours is not looked at', () => {
    expect(read({ PATH: '/bin', constructor: 'x', TWILIO_EDGE: 'dublin' })).toEqual(read({}));
  });
});

describe('problems', () => {
  test('are all told at once, whatever else is wrong', () => {
    const env = {
      HOST: '0.0.0.0',
      PORT: 'door',
      PUBLIC_URL: 'relais',
      LOG_LEVEL: 'loud',
      DATA_KEY: 'short',
      DEFAULT_LANG: 'xx',
      VOICE_NUMBER: '0123456789',
      OPERATOR_NAME: 'R',
      OPERATOR_CONTACT: 'x'.repeat(61),
      VOICES: 'de=de-DE:Polly.Vicki',
      TERRITORIES: 'France',
    };
    expect(problems(env).sort()).toEqual(Object.keys(env).sort());
  });

  test('quote no secret', () => {
    const secret = 'hunter2';
    try {
      read({ ...REAL, TWILIO_AUTH_TOKEN: secret, DATA_KEY: secret, TWILIO_ACCOUNT_SID: secret });
      expect.unreachable();
    } catch (error) {
      expect(String(error)).not.toContain(secret);
    }
  });

  test.each([
    ['PORT', ['-1', '65536', '3000.5', 'NaN', 'Infinity'], ['0', '1', '65535', '08080']],
    [
      'PUBLIC_URL',
      ['relais.example', 'ftp://relais.example', 'https://', 'javascript:alert(1)'],
      ['https://relais.example', 'http://localhost:3000', 'https://relais.example/sous/chemin'],
    ],
    ['LOG_LEVEL', ['INFO', 'verbose'], ['fatal', 'trace', 'silent']],
    ['VOICE_NUMBER', ['33123456789', '+33 1', '3919', '+'], ['+33123456789', '+590590123456']],
    ['OPERATOR_NAME', ['R', 'R'.repeat(41)], ['Re', 'R'.repeat(40)]],
    ['DEFAULT_LANG', ['FR', 'de', 'constructor'], LANGUAGES],
  ])('%s', (name, wrong, right) => {
    for (const value of wrong) expect(problems({ [name]: value }), value).toEqual([name]);
    for (const value of right) expect(problems({ [name]: value }), value).toEqual([]);
  });
});

describe('a provider', () => {
  test('is known by its credentials', () => {
    expect(read(REAL).twilio).toEqual({
      accountSid: REAL.TWILIO_ACCOUNT_SID,
      authToken: REAL.TWILIO_AUTH_TOKEN,
      sender: '+33939000001',
    });
    expect(read({ ...REAL, TWILIO_API_URL: 'http://localhost:4000/' }).twilio?.apiUrl).toBe(
      'http://localhost:4000',
    );
  });

  test.each(Object.keys(REAL))('is refused without %s, by name', (name) => {
    expect(problems({ ...REAL, [name]: undefined })).toEqual([name]);
  });

  test('half of it names all that is missing', () => {
    expect(problems({ TWILIO_AUTH_TOKEN: REAL.TWILIO_AUTH_TOKEN })).toEqual([
      'TWILIO_ACCOUNT_SID',
      'DATA_KEY',
      'PUBLIC_URL',
      'SMS_SENDER',
    ]);
  });

  test.each([
    ['TWILIO_ACCOUNT_SID', ['AC', `SK${'0'.repeat(32)}`, `AC${'0'.repeat(31)}`, `AC${'G'.repeat(32)}`]],
    ['TWILIO_AUTH_TOKEN', ['short']],
    ['TWILIO_API_URL', ['api.twilio.com', 'file:///tmp']],
  ])('%s is checked', (name, wrong) => {
    for (const value of wrong) expect(problems({ ...REAL, [name]: value }), value).toEqual([name]);
  });

  test('calls https, but where its API is elsewhere too', () => {
    const plain = { ...REAL, PUBLIC_URL: 'http://relais.example' };
    expect(problems(plain)).toEqual(['PUBLIC_URL']);
    expect(problems({ ...plain, TWILIO_API_URL: 'http://localhost:4000' })).toEqual([]);
  });

  test('signs an address without a slash at its end', () => {
    expect(read({ ...REAL, PUBLIC_URL: 'https://relais.example//' }).publicUrl).toBe(
      'https://relais.example',
    );
  });
});

describe('HOST', () => {
  test.each(['localhost', '127.0.0.1', '::1'])('%s is where a simulator may listen', (host) => {
    expect(read({ HOST: host }).host).toBe(host);
  });

  test.each(['0.0.0.0', '::', '192.168.1.2', 'relais.example', '127.0.0.1.example.org'])(
    '%s needs a provider: everybody could speak for anybody',
    (host) => {
      expect(problems({ HOST: host })).toEqual(['HOST']);
      expect(read({ ...REAL, HOST: host }).host).toBe(host);
    },
  );
});

describe('DATA_KEY', () => {
  const URL_SAFE = Buffer.alloc(32, 0xfb).toString('base64url');
  test.each([
    KEY,
    HEX,
    HEX.toUpperCase(),
    URL_SAFE,
    KEY.replace(/=$/, ''),
    `${KEY},${HEX}`,
    ` ${KEY} , ${HEX} `,
  ])('%s', (key) => {
    expect(read({ DATA_KEY: key }).dataKey).toBe(key);
    // What is let in can be read.
    for (const one of parseKeys(key)) expect(one).toHaveLength(32);
  });

  test.each([
    'x',
    KEY.slice(1),
    `${KEY}${KEY}`,
    HEX.slice(2),
    `${KEY},`,
    `,${KEY}`,
    `${KEY};${HEX}`,
    'é'.repeat(43),
  ])('"%s" is refused', (key) => {
    expect(problems({ DATA_KEY: key })).toEqual(['DATA_KEY']);
  });
});

describe('VOICES', () => {
  test('by language; French is needed', () => {
    expect(read({ VOICES: 'fr=fr-FR:Polly.Remi-Neural, so=en-GB:Google.en-GB-Standard_A' }).voices).toEqual({
      fr: { language: 'fr-FR', voice: 'Polly.Remi-Neural' },
      so: { language: 'en-GB', voice: 'Google.en-GB-Standard_A' },
    });
    expect(problems({ VOICES: 'en=en-GB:Polly.Amy' })).toEqual(['VOICES']);
  });

  test('or where the recordings of a language lie; French needs a voice', () => {
    const recorded = 'ti=audio:https://sounds.example/ti/';
    expect(read({ VOICES: `fr=fr-FR:Polly.Lea, ${recorded}` }).voices.ti).toEqual({
      audio: 'https://sounds.example/ti',
    });
    expect(problems({ VOICES: 'fr=audio:https://sounds.example/fr' })).toEqual(['VOICES']);
    expect(problems({ VOICES: 'fr=fr-FR:Polly.Lea,ti=audio:http://sounds.example/ti' })).toEqual(['VOICES']);
  });

  test.each(['fr', 'fr=fr-FR', 'fr:fr-FR=Polly', 'fr=fr-FR:Polly.Lea,', 'fr=fr-FR:<Say>', 'FR=fr-FR:Polly'])(
    '"%s" is refused',
    (voices) => {
      expect(new Set(problems({ VOICES: voices }))).toEqual(new Set(['VOICES']));
    },
  );
});

describe('TERRITORIES', () => {
  test('by their code, with their limits', () => {
    expect(read({ TERRITORIES: 'FR, GF:one-way:single,RE:single' }).territories).toEqual({
      FR: { answers: true, joined: true },
      GF: { answers: false, joined: false },
      RE: { answers: true, joined: false },
    });
  });

  test.each(['fr', 'FRA', 'FR:slow', 'FR,,RE', 'FR RE', ':single'])('"%s" is refused', (territories) => {
    expect(problems({ TERRITORIES: territories })).toEqual(['TERRITORIES']);
  });
});
