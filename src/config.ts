/** The only reader of the environment. Every problem is told at once, by the name of its variable. */
import { z } from 'zod';
import { RelaisError } from './errors.ts';
import { TERRITORIES, type Territories } from './phone.ts';
import { QUIET, type Quiet, readQuiet } from './quiet.ts';

/** Voices of the provider by language: `fr=fr-FR:Polly.Lea-Neural`. */
const VOICES = 'fr=fr-FR:Polly.Lea-Neural,en=en-GB:Polly.Amy-Neural';
const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1']);

const port = z.coerce.number().int().min(0).max(65535);
/** Euros. */
const price = z.coerce.number().min(0).max(10);
const url = z.url({ protocol: /^https?$/ }).transform((u) => u.replace(/\/+$/, ''));

/** An empty variable is one that was not set. */
const schema = z.object({
  HOST: z.string().default('localhost'),
  PORT: port.default(3000),
  PUBLIC_URL: url.optional(),
  DATABASE_URL: z.string().default('data/relais.db'),
  DATA_KEY: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-f]{32}$/, 'AC and 32 hexadecimal digits')
    .optional(),
  TWILIO_AUTH_TOKEN: z.string().min(16).optional(),
  TWILIO_API_URL: url.optional(),
  SMS_SENDER: z.string().min(1).optional(),
  VOICE_NUMBER: z
    .string()
    .regex(/^\+\d{8,15}$/, 'a number as +33123456789')
    .optional(),
  OPERATOR_NAME: z.string().min(2).max(40).default('Relais'),
  OPERATOR_CONTACT: z.string().max(60).optional(),
  OPERATOR_PRICE: z.string().max(60).optional(),
  DEFAULT_LANG: z.string().default('fr'),
  VOICES: z.string().default(VOICES),
  TERRITORIES: z.string().optional(),
  QUIET_HOURS: z.string().optional(),
  GUIDANCE_PER_PERSON: z.coerce.number().int().min(1).max(100).default(4),
  ABROAD_PER_DAY: z.coerce.number().int().min(0).max(100_000).default(50),
  BUDGET_EUROS: z.coerce.number().positive().optional(),
  PRICE_SEGMENT_OUT: price.default(0.08),
  PRICE_SEGMENT_IN: price.default(0.007),
  PRICE_CALL_MINUTE: price.default(0.01),
  METRICS_TOKEN: z.string().min(16).optional(),
  GUIDANCE_PER_AUTHOR: z.coerce.number().int().min(1).max(100_000).default(300),
});

/** A synthetic voice; or where the recordings of a language that has none lie, without a trailing slash. */
type Spoken = { readonly language: string; readonly voice: string } | { readonly audio: string };

/** The names of all that is read. */
export const VARIABLES: readonly string[] = Object.keys(schema.shape);

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Without a trailing slash; absent in a simulator that was not told: its own address then. */
  readonly publicUrl?: string;
  readonly databaseUrl: string;
  /** Absent in a simulator: made beside its database. */
  readonly dataKey?: string;
  readonly logLevel: string;
  /** Absent: the service is a simulator. */
  readonly twilio?: {
    readonly accountSid: string;
    readonly authToken: string;
    readonly apiUrl?: string;
    readonly sender: string;
  };
  readonly voiceNumber?: string;
  readonly operator: { readonly name: string; readonly contact?: string; readonly price?: string };
  readonly defaultLang: string;
  readonly voices: Readonly<Record<string, Spoken>>;
  readonly territories: Territories;
  /** When what is not urgent waits, by the clock of who would get it. */
  readonly quiet: Quiet;
  /** Texts from each country that is not texted, which are answered in a day. */
  readonly abroadPerDay: number;
  /** Euros for one unit of what the provider bills, and euros a month that may be spent. */
  readonly money: {
    readonly monthly?: number;
    readonly prices: {
      readonly segments_in: number;
      readonly segments_out: number;
      readonly call_seconds: number;
    };
  };
  /** Who may read the metrics from outside. */
  readonly metricsToken?: string;
  /** In 24 hours: texts that nobody asked for, to one person; guidances of one author. */
  readonly caps: { readonly perPerson: number; readonly perAuthor: number };
}

/** Reads and checks. Throws `bad_config` whose detail names every problem, one a line. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  languages: readonly string[],
): Config {
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = schema.safeParse(set);
  const problems = read.success ? [] : read.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`);
  // Each variable by itself, so that a wrong one does not hide what the others miss.
  const known = <K extends keyof z.infer<typeof schema>>(key: K): z.infer<typeof schema>[K] | undefined => {
    const one = schema.shape[key].safeParse(set[key]);
    return one.success ? (one.data as z.infer<typeof schema>[K]) : undefined;
  };
  const credentials = ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN'] as const;
  const real = credentials.some((k) => set[k] !== undefined);
  if (real) {
    for (const key of [...credentials, 'DATA_KEY', 'PUBLIC_URL', 'SMS_SENDER'] as const) {
      if (set[key] === undefined) problems.push(`${key}: needed with the provider's credentials`);
    }
    if (set.PUBLIC_URL?.startsWith('http:') && set.TWILIO_API_URL === undefined) {
      problems.push('PUBLIC_URL: the provider calls https addresses');
    }
  } else if (!LOOPBACK.has(known('HOST') ?? 'localhost')) {
    problems.push(
      'HOST: a simulator listens on loopback alone; set the credentials of a provider for another address',
    );
  }
  if (set.DATA_KEY !== undefined && !isKey(set.DATA_KEY)) {
    problems.push('DATA_KEY: 32 bytes in base64 or hexadecimal; several, the current one first, with commas');
  }
  const lang = known('DEFAULT_LANG');
  if (lang !== undefined && !languages.includes(lang)) {
    problems.push(`DEFAULT_LANG: one of ${languages.join(', ')}`);
  }
  const voices = readVoices(known('VOICES') ?? VOICES, problems);
  const territories = readTerritories(known('TERRITORIES'), problems);
  const said = known('QUIET_HOURS');
  const quiet = said === undefined ? QUIET : readQuiet(said);
  if (quiet === undefined) problems.push('QUIET_HOURS: like 21:00-08:00,sun, or none');
  if (!read.success || problems.length > 0) {
    throw new RelaisError('bad_config', { detail: `\n${problems.map((p) => `  ${p}`).join('\n')}` });
  }
  const c = read.data;
  return {
    host: c.HOST,
    port: c.PORT,
    ...(c.PUBLIC_URL === undefined ? {} : { publicUrl: c.PUBLIC_URL }),
    databaseUrl: c.DATABASE_URL,
    ...(c.DATA_KEY === undefined ? {} : { dataKey: c.DATA_KEY }),
    logLevel: c.LOG_LEVEL,
    ...(c.TWILIO_ACCOUNT_SID === undefined || c.TWILIO_AUTH_TOKEN === undefined || c.SMS_SENDER === undefined
      ? {}
      : {
          twilio: {
            accountSid: c.TWILIO_ACCOUNT_SID,
            authToken: c.TWILIO_AUTH_TOKEN,
            ...(c.TWILIO_API_URL === undefined ? {} : { apiUrl: c.TWILIO_API_URL }),
            sender: c.SMS_SENDER,
          },
        }),
    ...(c.VOICE_NUMBER === undefined ? {} : { voiceNumber: c.VOICE_NUMBER }),
    operator: {
      name: c.OPERATOR_NAME,
      ...(c.OPERATOR_CONTACT === undefined ? {} : { contact: c.OPERATOR_CONTACT }),
      ...(c.OPERATOR_PRICE === undefined ? {} : { price: c.OPERATOR_PRICE }),
    },
    defaultLang: c.DEFAULT_LANG,
    voices,
    territories,
    quiet: quiet ?? QUIET,
    abroadPerDay: c.ABROAD_PER_DAY,
    money: {
      ...(c.BUDGET_EUROS === undefined ? {} : { monthly: c.BUDGET_EUROS }),
      prices: {
        segments_out: c.PRICE_SEGMENT_OUT,
        segments_in: c.PRICE_SEGMENT_IN,
        call_seconds: c.PRICE_CALL_MINUTE / 60,
      },
    },
    ...(c.METRICS_TOKEN === undefined ? {} : { metricsToken: c.METRICS_TOKEN }),
    caps: { perPerson: c.GUIDANCE_PER_PERSON, perAuthor: c.GUIDANCE_PER_AUTHOR },
  };
}

function isKey(text: string): boolean {
  return text
    .split(',')
    .every((key) => /^[0-9a-f]{64}$/i.test(key.trim()) || /^[A-Za-z0-9+/_-]{43}=?$/.test(key.trim()));
}

/** `fr=fr-FR:Polly.Lea-Neural,en=…,ti=audio:https://…` */
function readVoices(text: string, problems: string[]): Config['voices'] {
  const voices: Record<string, Spoken> = {};
  for (const part of text.split(',')) {
    const [, recorded, audio] = /^\s*([a-z]{2,3})=audio:(https:\/\/\S+?)\/*\s*$/.exec(part) ?? [];
    if (recorded !== undefined && audio !== undefined) {
      voices[recorded] = { audio };
      continue;
    }
    const [, lang, language, voice] = /^\s*([a-z]{2,3})=([A-Za-z-]+):([\w.-]+)\s*$/.exec(part) ?? [];
    if (lang === undefined || language === undefined || voice === undefined) {
      problems.push(`VOICES: "${part.trim()}" is not like fr=fr-FR:Polly.Lea-Neural`);
    } else voices[lang] = { language, voice };
  }
  if (voices.fr === undefined || 'audio' in voices.fr) problems.push('VOICES: a voice for fr is needed');
  return voices;
}

/** `FR,RE,GF:one-way:single`: the territories that are texted, and how texts behave there. */
function readTerritories(text: string | undefined, problems: string[]): Territories {
  if (text === undefined) return TERRITORIES;
  const territories: Record<string, { answers: boolean; joined: boolean }> = {};
  for (const part of text.split(',')) {
    const [code = '', ...limits] = part.trim().split(':');
    if (!/^[A-Z]{2}$/.test(code) || limits.some((l) => !['one-way', 'single'].includes(l))) {
      problems.push(`TERRITORIES: "${part.trim()}" is not like FR or GF:one-way:single`);
    } else territories[code] = { answers: !limits.includes('one-way'), joined: !limits.includes('single') };
  }
  return territories;
}
