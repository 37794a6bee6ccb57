import { cp, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { answer, SILENT } from '../../src/knowledge/danger/answer.ts';
import { loadDanger, readDanger } from '../../src/knowledge/danger/load.ts';
import { type Example, measure } from '../../src/knowledge/danger/measure.ts';
import { fold } from '../../src/text/gsm7.ts';
import { segments } from '../../src/text/segments.ts';

const content = join(import.meta.dirname, '../../flows/content');
const data = await readDanger(content, ['fr', 'en']);
const read = await loadDanger(content, ['fr', 'en']);
const load = async (file: string) =>
  (await readFile(join(import.meta.dirname, '../eval', file), 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Example);
const examples = await load('danger.jsonl');
const second = await load('danger-2.jsonl');
const third = await load('danger-3.jsonl');

/** A set of texts, then its least recall, its least share of right first numbers, its most false alarms. */
const FLOORS = [
  ['second set', second, 0.95, 0.9, 0.07],
  ['second set, held out', second.filter(({ held }) => held), 0.93, 0.87, 0.11],
  ['third set', third, 0.85, 0.78, 0.1],
] as const;

/** Every answer that the data can give. */
const answers = Object.entries(data.languages)
  .filter(([, language]) => language['answer-in'] === undefined)
  .flatMap(([lang]) =>
    [...data.situations, { id: SILENT, kind: 'violence', first: '114' }].map(({ id, kind, first }) => ({
      lang,
      id,
      first,
      danger: answer(data, lang, id, kind),
    })),
  );

describe('what is read as a danger', () => {
  for (const [name, some] of [
    ['all texts', examples],
    ['held-out texts', examples.filter(({ held }) => held)],
  ] as const) {
    it(`finds the dangers and leaves the others alone: ${name}`, () => {
      const found = measure(read, some);
      expect(found.found / found.dangers, found.misses.join('\n')).toBeGreaterThanOrEqual(0.98);
      expect(found.number / found.dangers, found.misses.join('\n')).toBeGreaterThanOrEqual(0.98);
      expect(found.alarms / found.others, found.misses.join('\n')).toBeLessThanOrEqual(0.02);
    });
  }

  test.each([
    'qui lit mes messages',
    'faux numéro désolé',
    'st denis',
    'oki merci bcp',
    'blabla truc machin',
  ])('what people say to a service is no danger: %s', (text) => expect(read(text, 'fr')).toBeUndefined());
  test.each(['envoyer', 'recommencer', 'garder', 'modifier', 'abandonner'])(
    'one word of ours is no danger: %s',
    (word) => expect(read(word, 'fr')).toBeUndefined(),
  );
  test.each([
    ['suicide', '3114'],
    ['viol', '17'],
    ['incendie', '18'],
    ['sos', '112'],
  ])('one word that is a cry is answered: %s', (word, number) => {
    expect(read(word, 'fr')?.numbers[0]).toBe(number);
  });

  // What was reached on texts of other voices, held-out ones included: these only ever go up.
  for (const [name, some, recall, number, alarms] of FLOORS) {
    it(`does not read worse than it did: ${name}`, () => {
      const found = measure(read, some);
      expect(found.found / found.dangers, found.misses.join('\n')).toBeGreaterThanOrEqual(recall);
      expect(found.number / found.dangers, found.misses.join('\n')).toBeGreaterThanOrEqual(number);
      expect(found.alarms / found.others, found.misses.join('\n')).toBeLessThanOrEqual(alarms);
    });
  }

  it('gives the right first number wherever it finds the right kind', () => {
    for (const { text, danger, number } of examples) {
      const found = read(text, 'fr');
      if (danger !== null && found?.kind === danger) expect(found.numbers[0], text).toBe(number);
    }
  });

  it('never throws', () => {
    const words = examples.flatMap(({ text }) => text.split(' '));
    const mixed = fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary' })), {
      maxLength: 40,
    });
    fc.assert(fc.property(mixed, fc.string(), (some, lang) => void read(some.join(' '), lang)));
  });

  it('reads through greetings, capitals, lost accents, spaces and punctuation', () => {
    const noises: ((text: string) => string)[] = [
      (text) => `bonjour ${text} svp`,
      (text) => text.toUpperCase(),
      (text) => text.normalize('NFD').replace(/(?<=\p{sc=Latin})\p{M}/gu, ''),
      (text) => `  ${text.replaceAll(' ', '   ')}\n`,
      (text) => text.replaceAll(' ', ', '),
      (text) => `${text.replace(/[.?!]+$/, '')} !!!`,
      (text) => text.replaceAll("'", '’'),
    ];
    for (const { text } of examples) {
      const kind = read(text, 'fr')?.kind;
      for (const noise of noises) expect(read(noise(text), 'fr')?.kind, noise(text)).toBe(kind);
    }
  });

  it('never offers a call to somebody who cannot speak', () => {
    for (const text of ['je peux pas parler il est là', 'je suis sourd ya le feu', "can't talk he is here"]) {
      expect(read(text, 'fr')?.numbers, text).toEqual(['114']);
      expect(
        read(text, 'fr')
          ?.lines.map((line) => line.text)
          .join(' '),
      ).not.toMatch(/appelez le|call \d/i);
    }
  });

  it('gives a child the number for children', () => {
    for (const text of ["j'ai 12 ans mon oncle me viole", 'j ai 9 ans il me frape', 'mon pere me tape']) {
      expect(read(text, 'fr')?.numbers[0], text).toBe('119');
    }
  });
});

describe('what is answered', () => {
  it('has an answer for every situation in every language', () => {
    for (const { lang, id, danger } of answers)
      expect(danger?.lines.length, `${lang} ${id}`).toBeGreaterThan(1);
  });

  it('fits one segment, two where letters cost more', () => {
    for (const { lang, id, danger } of answers) {
      const text = fold((danger?.lines ?? []).map((line) => line.text).join('\n'));
      const { count, encoding } = segments(text);
      expect(count, `${lang} ${id}: ${text} (${text.length})`).toBeLessThanOrEqual(
        encoding === 'UCS-2' ? 2 : 1,
      );
    }
  });

  it('is said within 20 seconds', () => {
    for (const { lang, id, danger } of answers) {
      const said = (danger?.lines ?? []).map((line) => line.spoken ?? line.text).join(' ');
      expect(said.length / 14.5, `${lang} ${id}: ${said}`).toBeLessThanOrEqual(20);
      if (lang === 'fr' || lang === 'en')
        expect(said.replace(/[Mm]oins de 18|[Uu]nder 18|9am-\d+pm/g, '')).not.toMatch(/\d/);
    }
  });

  it('begins with the number to call first, which answers at any hour unless the hours are said', () => {
    for (const { lang, id, first, danger } of answers) {
      expect(danger?.numbers[0], `${lang} ${id}`).toBe(first);
      const always = data.numbers[first]?.always || data.languages[lang]?.simple !== undefined;
      if (!always) expect(danger?.lines[0]?.text).toMatch(/\d ?(h|am|pm)/);
    }
  });

  it('says only numbers that are known, each as it is dialled', () => {
    for (const { danger } of answers) {
      for (const number of danger?.numbers ?? []) {
        expect(data.numbers[number]).toBeDefined();
        expect(danger?.lines.some((line) => line.text.includes(number))).toBe(true);
      }
    }
  });

  it('says that nobody is called and that nobody reads', () => {
    for (const { lang, danger } of answers.filter(({ lang }) => lang === 'fr' || lang === 'en')) {
      const last = danger?.lines.at(-1)?.text;
      expect(last).toMatch(lang === 'fr' ? /n'appelle pas les secours.*ne lit/ : /not call for help.*reads/);
    }
  });
});

describe('a broken file', () => {
  it('is refused with every problem, its file and its line', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'danger-'));
    for (const name of (await readdir(content)).filter((file) => file.startsWith('danger'))) {
      await cp(join(content, name), join(folder, name));
    }
    const english = await readFile(join(folder, 'danger.en.yaml'), 'utf8');
    await writeFile(
      join(folder, 'danger.en.yaml'),
      english
        .replace("'@fire'", "'@nowhere-at-all'")
        .replace('talk, day and night, free: {3919}', 'talk: {1234}'),
    );
    await writeFile(join(folder, 'danger.es.yaml'), 'sound: loud\nunknown: 1\n');
    const refused = loadDanger(folder, ['fr']).then(
      () => '',
      (error: Error) => error.message,
    );
    const lines = (await refused).split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^danger\.en\.yaml:\d+ rules\.fire\.\d+: no such concept: @nowhere-at-all$/),
        expect.stringMatching(
          /^danger\.en\.yaml:\d+ answers\.violence\.1: a number that danger\.yaml does not know: 1234$/,
        ),
        expect.stringMatching(/^danger\.es\.yaml:1 sound: /),
      ]),
    );
  });
});
