/** The file of a consultation: all that may be wrong is told at once, and no keyword takes what people send for something else. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeFlows } from '../../flows/index.ts';
import { normalize } from '../../flows/normalize.ts';
import { texts } from '../../flows/texts/index.ts';
import { readConsultation } from '../../src/consultations/file.ts';
import { refusal } from '../../src/consultations/keyword.ts';
import { fileDeps } from '../../src/consultations/languages.ts';
import type { World } from '../../src/conversation/world.ts';
import { run } from '../cli/run.ts';
import { exampleDraft } from '../support/consultation.ts';
import { knowledge as realKnowledge } from '../support/library.ts';
import { startTest } from '../support/service.ts';

const dir = mkdtempSync(join(tmpdir(), 'relais-file-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const BROKEN = `slug: Le Square
title: Le square
organiser: Ville de Creil
who: habitants
opens: 2026-02-01
closes: 2026-01-01
keyword: sq
couleur: bleu
questions:
  - { type: choice, text: Où ? }
  - { type: yesno, text: Oui ?, options: [Oui, Non] }
  - { type: drole, text: Non ? }
`;
const WRONG = `slug: square
title: Le square
organiser: Ville de Creil
who: habitants
opens: 2026-02-01
closes: 2026-01-01
keyword: square
languages: [fr, en, xx]
questions:
  - { type: choice, text: Où ? }
  - { type: yesno, text: Oui ?, options: [Oui, Non] }
  - { type: choices, text: Quoi ?, options: [Jouer, jouer], most: 5 }
  - { type: open, text: Une phrase bien trop longue pour une personne qui la lirait sur un petit écran ? }
  - { id: q1, type: scale, text: Note ?, low: мало, high: haut }
`;

test('each problem is on its line, all of them at once', () => {
  const problems = (text: string) =>
    readConsultation('f.yaml', text, fileDeps(texts)).problems.map(
      ({ line, problem }) => `${line} ${problem}`,
    );
  const shape = problems(BROKEN).join('\n');
  for (const part of ['1 slug', '7 keyword', '8 unknown key couleur', '12 questions.2.type'])
    expect(shape).toContain(part);
  const sense = problems(WRONG).join('\n');
  for (const part of [
    '6 closes: it closes before it opens',
    'languages.2: xx is not spoken here',
    '2 title: nothing in en',
    '10 questions.0: options is missing',
    '11 questions.1.options: not of a question of type yesno',
    '12 questions.2.options: two options are alike',
    '12 questions.2.most: more than there are options',
    '13 questions.3.text: a sentence of more than 12 words',
    '14 questions.4.id: two questions have this id',
    '14 questions.4.low: letters that no text of the usual price can hold',
  ])
    expect(sense).toContain(part);
});

test('a whole one is read as it is meant: days of Paris, six types and words by language', () => {
  const draft = exampleDraft();
  expect(new Date(draft.opens).toISOString()).toBe('2026-01-09T23:00:00.000Z');
  expect(new Date(draft.closes).toISOString()).toBe('2026-01-31T23:00:00.000Z');
  expect(draft.questions.map(({ type, most }) => [type, most])).toEqual([
    ['yesno', 1],
    ['choice', 1],
    ['choices', 2],
    ['scale', 1],
    ['ranking', 1],
    ['budget', 10],
    ['open', 1],
  ]);
});

let world: World;
beforeAll(async () => {
  const knowledge = await realKnowledge();
  world = {
    ...{ flows: makeFlows(knowledge), knowledge, texts, defaultLang: 'fr', operator: { name: 'Relais' } },
    fits: { sms: () => true, voice: () => true },
  };
}, 60_000);

test.each([
  ['menu', 'a command'],
  ['arrêt', 'a command'],
  ['aide', 'a command'],
  ['12345', 'a number'],
  ['quatre', 'a number'],
  ['Creil', 'a commune'],
  ['saint denis', 'a commune'],
  ['apl', 'the search answers it'],
  ['carte identité', 'the search answers it'],
  ['oui', 'a word that answers other questions'],
  ['passer', 'a word that votes are made with'],
  ['témoigner', 'a word that opens another dialogue'],
  ['suicide', 'read as a danger'],
  ['english', 'a word that answers other questions'],
])('%s cannot be a keyword: %s', (keyword, why) => {
  expect(refusal(world, normalize(keyword), [])).toBe(why);
});

test('a word of nobody can be one, once', () => {
  expect(refusal(world, 'square', [])).toBeUndefined();
  expect(refusal(world, 'square', [{ slug: 'other', keyword: 'square' }])).toBe(
    'the keyword of other, which is open',
  );
});

test('the command says what is wrong and ends with 1; open, only title and dates may change', async () => {
  const file = join(dir, 'broken.yaml');
  writeFileSync(file, WRONG);
  const env = { DATABASE_URL: join(dir, 'relais.db') };
  const told = await run('consultation', ['check', file], '', env);
  expect([told.code, told.out]).toEqual([1, '']);
  expect(told.err.split('\n').length).toBeGreaterThan(9);
  expect((await run('consultation', ['dance'], '', env)).code).toBe(2);

  const service = await startTest();
  const draft = exampleDraft();
  expect(await service.desk.open(draft)).toBe('opened');
  expect(await service.desk.open(draft)).toBe('unchanged');
  expect(
    await service.desk.open({ ...draft, title: { fr: 'Le parc', en: 'The park' }, closes: draft.closes + 1 }),
  ).toBe('amended');
  expect(await service.desk.open({ ...draft, keyword: 'parc', questions: draft.questions.slice(1) })).toEqual(
    {
      changed: ['questions', 'keyword'],
    },
  );
  service.clock.now = draft.closes + 3_600_000;
  expect(await service.closing.tick()).toBe(1);
  expect((await service.desk.result(draft.slug))?.status).toBe('closed');
  await expect(service.desk.open(draft)).rejects.toMatchObject({ code: 'consultation_closed' });
  await service.stop();
}, 60_000);
