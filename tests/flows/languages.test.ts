import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Line, line, THEMES } from '../../flows/flow.ts';
import { makeFlows } from '../../flows/index.ts';
import type { Input } from '../../flows/input.ts';
import type { Knowledge } from '../../flows/knowledge.ts';
import { type Texts, texts } from '../../flows/texts/index.ts';
import { compose, fitsSms } from '../../src/channels/sms/compose.ts';
import { fitsVoice, offered, told as spokenLines } from '../../src/channels/voice/compose.ts';
import type { Session } from '../../src/conversation/session.ts';
import { type Turned, turn } from '../../src/conversation/turn.ts';
import type { Moment, World } from '../../src/conversation/world.ts';
import { callerOf, TERRITORIES } from '../../src/phone.ts';
import { readKnowledge } from '../../src/read-knowledge.ts';
import { longestSentence, type ReadableLang, readability } from '../../src/text/readability.ts';
import { MORNING } from '../support/service.ts';

const root = new URL('../../', import.meta.url);
const sources = (folder: string) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({
      name: `${folder}/${name}`,
      text: readFileSync(new URL(`${folder}/${name}`, root), 'utf8'),
    }));

const isLine = (value: unknown): value is Line =>
  typeof value === 'object' && value !== null && typeof (value as Line).text === 'string';

/** What a template may be handed: names, then lines, numbers, lists, a day. */
const SAMPLES: readonly unknown[] = [
  ...['Relais', line('Relais'), 2, ['Relais'], [line('Relais')]],
  new Date(Date.UTC(2026, 1, 28)),
  {
    texts: 2,
    calls: 1,
    recordings: 1,
    feedback: 1,
    testimonies: 1,
    guidances: 1,
    enrolments: 1,
    callbacks: 1,
    reminders: 1,
    premises: 1,
    queued: 1,
  },
];
/** A template that was handed something else than it takes. */
const HOLE = /undefined|null|NaN|\[object|""/;

/** Everything that a language says, by its path; templates are filled in. */
function walk(value: unknown, path: string): (readonly [path: string, said: Line | string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (isLine(value)) return [[path, value]];
  if (typeof value === 'function') {
    for (const sample of SAMPLES) {
      try {
        const said = walk(value(...Array(6).fill(sample)), `${path}()`);
        if (said.length > 0 && !HOLE.test(JSON.stringify(said))) return said;
      } catch {
        // Made for the next kind of sample.
      }
    }
    throw new Error(`${path}: no sample fits`);
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => walk(inner, `${path}.${key}`));
}

/** The paths of a language's keys; lists of words may differ in length. */
function keysOf(value: unknown, path = ''): string[] {
  if (typeof value === 'function') return [`${path}()`];
  if (isLine(value) || typeof value !== 'object' || value === null) return [path];
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return [`${path}[]`];
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}.${key}`));
}

/** Two on a line of an old phone would be too many; one must fit with its number. */
const LABEL = 26;
/** How easy all that is said must be, by the formula of its language. */
const READABLE: Readonly<Record<string, { formula: ReadableLang; least: number }>> = {
  fr: { formula: 'fr', least: 80 },
  en: { formula: 'en', least: 70 },
};
/** What the provider takes for itself: nobody is told to send one. */
const RESERVED = /\b(?:STOP|STOPALL|UNSUBSCRIBE|CANCEL|END|QUIT|REVOKE|OPTOUT|START|YES|UNSTOP|HELP|INFO)\b/;

describe.each(Object.entries(texts))('%s', (lang, t) => {
  const said = walk(t, lang);

  it('is registered under its own code, in its own name', () => {
    expect(t.lang).toBe(lang);
    expect(t.name.text).not.toBe('');
  });

  it('has every key of the reference', () => {
    expect(keysOf(t)).toEqual(keysOf(texts.fr));
  });

  it('says something everywhere', () => {
    for (const [path, what] of said) {
      const forms = typeof what === 'string' ? [what] : [what.text, what.spoken ?? what.text];
      for (const form of forms) {
        expect(form.trim(), path).not.toBe('');
      }
    }
  });

  it('has a word for every command, number and part', () => {
    const { globals, parts, numbers, polite, yes, no, next, thanks } = t.words;
    const lists = { ...globals, ...parts, ...numbers, polite, yes, no, next, thanks };
    for (const [name, list] of Object.entries(lists)) expect(list, name).not.toEqual([]);
  });

  it('has short labels', () => {
    for (const [path, what] of said) {
      // What does not end as a sentence does is an answer to choose.
      if (typeof what === 'string' || path.includes('()') || /[.:?!]$/.test(what.text)) continue;
      expect(what.text.length, `${path}: ${what.text}`).toBeLessThanOrEqual(LABEL);
    }
  });

  it('is read and heard without effort', () => {
    const forms = said.flatMap(([, what]) =>
      typeof what === 'string' ? [] : [what.text, what.spoken ?? what.text],
    );
    for (const form of forms) expect(longestSentence(form), form).toBeLessThanOrEqual(12);
    // A language without a formula is judged by its readers.
    const all = READABLE[lang] && readability([...new Set(forms)].join('\n'), READABLE[lang].formula);
    if (all) expect(all.score).toBeGreaterThanOrEqual(READABLE[lang]?.least ?? 0);
  });

  it("tells nobody to send one of the provider's own words", () => {
    for (const [path, what] of said) {
      if (typeof what !== 'string') expect(`${what.text} ${what.spoken ?? ''}`, path).not.toMatch(RESERVED);
    }
  });
});

it('names no reserved word in capitals in any file of texts', () => {
  for (const { name, text } of sources('flows/texts')) {
    text.split('\n').forEach((row, i) => {
      // Comments are read by us alone.
      if (!/^\s*(?:\/\/|\/?\*)/.test(row)) expect(row, `${name}:${i + 1}`).not.toMatch(RESERVED);
    });
  }
});

describe('a third language needs only its files', () => {
  const MARK = '§';

  /** French seen from far away: the first letter of all that is said is a mark, every word to be understood begins with zz. */
  function far(value: unknown): unknown {
    if (typeof value === 'string') return MARK + value.slice(1);
    if (isLine(value)) {
      return {
        ...value,
        text: far(value.text),
        ...(value.spoken === undefined ? {} : { spoken: far(value.spoken) }),
      };
    }
    if (typeof value === 'function') return (...args: unknown[]) => far(value(...args));
    if (Array.isArray(value)) {
      return value.map((item) => (typeof item === 'string' ? `zz${item}` : far(item)));
    }
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, far(inner)]));
  }
  const zz = { ...(far(texts.fr) as Texts), lang: 'zz' };

  let world: World;
  /** What the library and the registered languages' own names say: not the language's to translate. */
  let foreign: ReadonlySet<string>;

  beforeAll(async () => {
    const knowledge = await readKnowledge([...Object.keys(texts), 'zz'], TERRITORIES);
    world = {
      flows: makeFlows(knowledge),
      knowledge,
      texts: { ...texts, zz },
      defaultLang: 'fr',
      operator: { name: 'Relais', contact: '01 99 00 00 00' },
      fits: { sms: fitsSms, voice: fitsVoice },
    };
    foreign = new Set([
      ...Object.values(texts).map((t) => t.name.text),
      ...contentOf(knowledge).flatMap((l) => [l.text, l.spoken ?? l.text]),
    ]);
  });

  function contentOf(knowledge: Knowledge): Line[] {
    const sheets = THEMES.flatMap((theme) => knowledge.sheets(theme)).map((id) => knowledge.sheet(id, 'zz'));
    const bodies = [...sheets.map((s) => s?.body ?? ''), ...THEMES.map((theme) => knowledge.bodyOf(theme))];
    return [
      ...sheets.flatMap((s) => (s ? [s.title, ...Object.values(s.parts).flat()] : [])),
      ...bodies.flatMap((id) => knowledge.body(id, 'zz')?.hours ?? []),
    ];
  }

  /** A conversation from the moment that the language was chosen. */
  function talk(channel: Moment['channel']) {
    const moment = { now: MORNING, channel, caller: callerOf('+33639980001', TERRITORIES) };
    let session: Session | undefined;
    return (input: string | Input): Turned => {
      moment.now += 60_000;
      const heard: Input =
        typeof input !== 'string'
          ? input
          : channel === 'sms'
            ? { kind: 'text', text: input }
            : { kind: 'speech', text: input, confidence: 1 };
      const turned = turn(world, { session }, heard, moment);
      session = turned.session;
      return turned;
    };
  }

  /** Every line and label told is the language's own, or the library's. */
  function expectOwn({ told }: Turned): void {
    expect(told.lang).toBe('zz');
    const { before, lines, options } = told.shown;
    const all = [...before, ...(told.alone ? [] : [...lines, ...options.map((o) => o.option.label)])];
    expect(all.length).toBeGreaterThan(0);
    for (const { text, spoken } of all) {
      for (const form of [text, spoken ?? text]) if (!foreign.has(form)) expect(form).toContain(MARK);
    }
    if (told.shown.next ?? told.shown.more) expect(compose(told.shown, zz)).toMatch(/\n\d §[^\n]*$/);
    for (const key of told.alone ? [] : offered(told.shown, zz)) expect(key).toContain(MARK);
  }

  it('is offered by the language menu, chosen, and spoken from then on', () => {
    const say = talk('sms');
    const menu = say('langue').told.shown;
    const at = menu.options.findIndex((o) => o.option.label.text === zz.name.text);
    expect(at).toBeGreaterThan(-1);
    expectOwn(say(String(at + 1)));
    const acts = ['zzaide', 'rsa', 'zzdemarche', 'zzencore', 'zzretour', 'zztout', 'zzcontact', 'zzmerci'];
    for (const act of [...acts, 'zzquelqu un', 'zzmenu', 'zzun', 'zzdeux', '1', 'xkcd', 'xkcd', 'xkcd']) {
      expectOwn(say(act));
    }
    for (const act of ['75011', '17', '06 39 98 00 01', 'zzarret', 'zzrecevoir', 'zzlangue', '8'])
      expectOwn(say(act));
    expectOwn(say({ kind: 'wordless', what: 'picture' }));
  });

  it('is spoken by telephone too', () => {
    const say = talk('voice');
    say({ kind: 'call' });
    const menu = say('langue').told.shown;
    const at = menu.options.findIndex((o) => o.option.label.text === zz.name.text);
    const keys = (digits: string): Input => ({ kind: 'digits', digits });
    expectOwn(say(keys(String(at + 1))));
    const acts = [
      keys('0'),
      keys('8'),
      'rsa',
      'zzcombien',
      keys('3'),
      keys('1'),
      keys('9'),
      keys('1'),
      keys('1'),
    ];
    for (const act of [...acts, 'xkcd', 'zzarret', { kind: 'silence' } as const]) {
      const turned = say(act);
      expectOwn(turned);
      expect(spokenLines(turned.told.shown, zz).join(' ')).toContain(MARK);
    }
  });

  it('understands the commands of every language, its own included', () => {
    for (const word of ['zzmenu', 'menu', 'zzquelqu un', 'someone', "quelqu'un"]) {
      expect(talk('sms')(word).session.misses, word).toBe(0);
    }
  });

  it('is asked for by its code nowhere', () => {
    const asks = /\blang(?:uage)?\s*[!=]==?\s*['"`]|['"`]\s*[!=]==?\s*[\w.?]*\blang(?:uage)?\b/;
    for (const { name, text } of [...sources('flows'), ...sources('src')]) {
      text.split('\n').forEach((row, i) => {
        expect(row, `${name}:${i + 1}`).not.toMatch(asks);
      });
    }
  });
});
