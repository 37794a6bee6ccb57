/** First contact in a language that is not served: recognised in a few words, told once, within two texts. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { firstLanguageOf } from '../../flows/first.ts';
import { firsts, unreviewedFirsts } from '../../flows/texts/first/index.ts';
import { texts } from '../../flows/texts/index.ts';
import type { World } from '../../src/conversation/world.ts';
import { fold } from '../../src/text/gsm7.ts';
import { longestSentence } from '../../src/text/readability.ts';
import { segments } from '../../src/text/segments.ts';
import { makeWorld, person } from '../conversation/person.ts';

interface Row {
  readonly text: string;
  readonly lang: string;
  readonly held?: boolean;
}

const lines = <T>(file: string) =>
  readFileSync(new URL(`../eval/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((row) => JSON.parse(row) as T);
const rows = lines<Row>('languages.jsonl');
const heard = (text: string) => firstLanguageOf(text, texts);
const served = (lang: string | undefined) => lang === undefined || lang in texts;
const share = (all: readonly unknown[], wrong: readonly unknown[]) => 1 - wrong.length / all.length;

describe('recognised', () => {
  test('in three to ten words, those held back from the lists included', () => {
    expect(rows.length).toBeGreaterThanOrEqual(200);
    const foreign = rows.filter(({ lang }) => !served(lang));
    for (const group of [foreign, foreign.filter(({ held }) => held)]) {
      const wrong = group.filter(({ text, lang }) => heard(text) !== lang);
      expect(share(group, wrong), JSON.stringify(wrong)).toBeGreaterThanOrEqual(0.97);
    }
  });

  test('never in French or English: abbreviations, names, neighbourhoods', () => {
    const ours = [
      ...rows.filter(({ lang }) => served(lang)).map(({ text }) => text),
      ...lines<Row>('danger.jsonl').flatMap(({ text, lang }) => (served(lang) ? [text] : [])),
      ...lines<{ q: string }>('questions.jsonl').map(({ q }) => q),
    ];
    const taken = ours.filter((text) => heard(text) !== undefined);
    expect(taken.length / ours.length, JSON.stringify(taken)).toBeLessThanOrEqual(0.005);
  });

  test.each([
    '',
    '?',
    '75011',
    '👍',
    'oui',
    'ok',
    'caf',
    'salam',
    'Fatoumata Diallo',
    'São Paulo',
    'مجھے مدد چاہیے آپ ٹھیک',
    'Прывітанне, як справы ў вас, мы',
    '你好',
  ])('nothing in "%s"', (text) => {
    expect(heard(text)).toBeUndefined();
  });

  test('Ukrainian and Russian, Arabic and Persian by the letters that the other lacks', () => {
    expect(heard('їжа')).toBe('uk');
    expect(heard('мы')).toBe('ru');
    expect(heard('گچپژ')).toBe('fa');
    expect(heard('ساعدني في باريس')).toBe('ar');
  });
});

describe.each(Object.entries(firsts))('%s', (lang, first) => {
  const written = first.written('Relais').map(({ text }) => text);
  const choice = Object.values(texts).map(({ name }, i) => `${i + 1} ${name.text}`);

  test('takes two texts at most, the choice included', () => {
    expect(segments(fold([...written, ...choice].join('\n'))).count).toBeLessThanOrEqual(2);
  });

  test('names who speaks, the emergencies, a place, and lets itself be shown', () => {
    const all = written.join('\n');
    for (const told of ['Relais', '17', '15', '112', 'mairie', 'France Services', 'Je parle '])
      expect(all).toContain(told);
  });

  test('is simple, and short aloud', () => {
    const aloud = first.spoken?.('Relais').text;
    for (const said of [...written, ...(aloud === undefined ? [] : [aloud])])
      expect(longestSentence(said), said).toBeLessThanOrEqual(12);
    if (aloud !== undefined) {
      for (const told of ['17', '15', 'France Services']) expect(aloud).toContain(told);
      expect(first.press?.('7')).toContain('7');
    }
  });

  test('is counted until somebody has read it again', () => {
    expect(unreviewedFirsts().includes(lang)).toBe(first.reviewed === '');
  });
});

describe('by text', () => {
  let world: World;
  const HOLA = 'hola, necesito ayuda por favor';
  const TOLD = 'Relais: servicio automatico.';
  beforeAll(async () => {
    world = await makeWorld();
  });

  test('once, and it is no miss', () => {
    const ana = person(world, 'sms');
    const said = ana.says(HOLA);
    expect(said.words).toContain(TOLD);
    expect(said.session.misses).toBe(0);
    expect(said.words).not.toContain('réponse automatique');
    const again = ana.says('no entiendo nada, gracias');
    expect(again.words).not.toContain(TOLD);
    expect(again.words).toContain(texts.fr?.language.help.text as string);
  });

  test.each([
    ['1', 'fr'],
    ['English', 'en'],
  ])('the languages served are offered with it: %s', (choice, lang) => {
    const ana = person(world, 'sms');
    ana.says(HOLA);
    expect(ana.says(choice).session.lang).toBe(lang);
  });

  test('a danger comes first, in its language; the word of welcome is still to come', () => {
    const ana = person(world, 'sms');
    const danger = ana.says('mi marido me pega');
    expect(danger.discreet).toBe(true);
    expect(danger.words).toContain('17');
    expect(danger.words).not.toContain(TOLD);
    expect(ana.says(HOLA).words).toContain(TOLD);
  });

  test('nothing that already means something: a key, a command', () => {
    const ana = person(world, 'sms');
    ana.says('bonjour');
    expect(ana.says('1').session.first).toBe(false);
    expect(ana.says('menu').session.first).toBe(false);
    expect(ana.says('ARRET').session.first).toBe(false);
  });

  test('later, in place of a miss', () => {
    const ana = person(world, 'sms');
    ana.says('bonjour');
    expect(ana.says('не розумію французьку мову').words).toContain('Je parle ukrainien');
  });

  test('somebody of a longer name leaves the choice in sight', () => {
    const long = { ...world, operator: { name: 'Association des quartiers du Nord-Est' } };
    expect(person(long, 'sms').says('мені потрібна допомога').words).toContain('2 English');
  });
});
