/** Every dialogue over the real sheets, in every situation, on both channels, in every language. */
import { beforeAll, expect, test } from 'vitest';
import { texts } from '../../flows/texts/index.ts';
import { TERRITORIES } from '../../src/phone.ts';
import { readKnowledge } from '../../src/start.ts';
import { check } from '../../src/walk/checks.ts';
import { tell } from '../../src/walk/problem.ts';
import { type Survey, survey, unlike } from '../../src/walk/survey.ts';
import { walkWorld } from '../../src/walk/world.ts';

let all: Survey;

beforeAll(async () => {
  all = survey(walkWorld(await readKnowledge(Object.keys(texts), TERRITORIES)));
});

test('every dialogue is walked, on both channels', () => {
  for (const { channel, visits } of all.walks) {
    const walked = new Set([...visits.values()].map((v) => v.flow.id));
    expect([...walked].sort(), channel).toEqual(Object.keys(all.world.flows).sort());
    expect(visits.size).toBeGreaterThan(walked.size);
  }
});

test('nothing is wrong at any situation', () => {
  const found = all.walks.flatMap((walk) => check(walk).map(tell));
  expect(found, `\n\n${found.join('\n\n')}\n\n`).toEqual([]);
});

test('every language leads to the same situations', () => {
  expect(unlike(all)).toEqual([]);
});
