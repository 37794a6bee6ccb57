/** Every dialogue over the real sheets, in every situation, on both channels, in every language. */

import { beforeAll, expect, test } from 'vitest';
import { readContent } from '../../src/knowledge/read.ts';
import { CONTENT } from '../../src/read-knowledge.ts';
import { check } from '../../src/walk/checks.ts';
import { journey } from '../../src/walk/cost/journey.ts';
import { questions } from '../../src/walk/cost/questions.ts';
import { tell } from '../../src/walk/problem.ts';
import { type Survey, survey, unlike } from '../../src/walk/survey.ts';
import { walkWorld } from '../../src/walk/world.ts';
import { knowledge as realKnowledge } from '../support/library.ts';

let all: Survey;

/** Milliseconds. Twenty thousand situations, on a machine that may be busy. */
const LONG = 300_000;

beforeAll(async () => {
  all = survey(walkWorld(await realKnowledge()));
}, LONG);

test('every dialogue is walked, on both channels', () => {
  for (const { channel, visits } of all.walks) {
    const walked = new Set([...visits.values()].map((v) => v.flow.id));
    expect([...walked].sort(), channel).toEqual(Object.keys(all.world.flows).sort());
    expect(visits.size).toBeGreaterThan(walked.size);
  }
});

test(
  'nothing is wrong at any situation',
  () => {
    const found = all.walks.flatMap((walk) => check(walk).map(tell));
    expect(found, `\n\n${found.join('\n\n')}\n\n`).toEqual([]);
  },
  LONG,
);

test('every language leads to the same situations', () => {
  expect(unlike(all)).toEqual([]);
});

test('a person sends two texts to a fact and three to a whole sheet, one more where the question was not clear', async () => {
  const asked = questions(await readContent(CONTENT));
  const journeys = asked.map((q) => journey(all.world, q));
  const long = journeys.filter(({ sheet, facts, parts, whole, words, lang }) => {
    // The numbers to call take the place of the sheet's first lines: they cost one more text.
    const numbers = all.world.knowledge.danger(words, lang) === undefined ? 0 : 1;
    const first = (facts.short ?? Number.POSITIVE_INFINITY) + numbers;
    const toFacts = Math.max(...parts.map((part) => facts[part] ?? Number.POSITIVE_INFINITY));
    // What the season or a territory adds is told with the rest of the sheet.
    const { seasons = [], elsewhere } = all.world.knowledge.sheet(sheet, lang) ?? {};
    const aside = seasons.length > 0 || elsewhere ? 1 : 0;
    return !(first <= 2 + numbers && toFacts <= first + 1 && whole && whole.texts <= first + 2 + aside);
  });
  expect(long).toEqual([]);
});
