/** How old the places of a list are: of several, the oldest is told, and only what is older than a year. */
import { expect, test } from 'vitest';
import { makeFlows } from '../../flows/index.ts';
import { makePlaces } from '../../src/knowledge/places/index.ts';
import { loadSample } from '../../src/knowledge/places/sample.ts';
import { CONTENT } from '../../src/read-knowledge.ts';
import { geography } from '../support/library.ts';
import { makeWorld, person } from './person.ts';

/** A list of the two places nearest to Paris 18e, by text and by call, dated so. */
async function lists(...dates: readonly (number | undefined)[]) {
  const sample = (await loadSample(CONTENT)).filter(({ needs }) => needs.includes('papers'));
  const rows = sample.map(({ updatedAt: _, ...row }, i) => {
    const date = dates[i % dates.length];
    return { ...row, ...(date === undefined ? {} : { updatedAt: date }) };
  });
  const world = await makeWorld();
  const knowledge = { ...world.knowledge, places: await makePlaces({ geography: await geography(), rows }) };
  const awa = person({ ...world, knowledge, flows: makeFlows(knowledge) }, 'sms');
  awa.says('aide pres de chez moi 75018');
  return awa.says('1').words;
}

test('the oldest of the two is told', async () => {
  const [older, newer] = [Date.UTC(2022, 5, 1), Date.UTC(2024, 7, 1)];
  expect(await lists(older, newer)).toContain('Données : juin 2022.');
  expect(await lists(newer, older)).toContain('Données : juin 2022.');
});

test('what is younger than a year, or has no date, tells none', async () => {
  expect(await lists(Date.UTC(2025, 7, 1), undefined)).not.toContain('Données');
});
