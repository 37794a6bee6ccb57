import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { NEEDS } from '../../flows/places.ts';
import { makeCompile } from '../../src/knowledge/places/compile.ts';
import { makePlaces } from '../../src/knowledge/places/index.ts';
import { loadSample } from '../../src/knowledge/places/sample.ts';
import { geography as realGeography } from '../support/library.ts';

const CONTENT = fileURLToPath(new URL('../../flows/content', import.meta.url));
/** Numbers that the regulator keeps for works of fiction. */
const FICTION = /^\+33(1990|2619|3530|4657|5364|63998)/;

it('the sample is plainly fictitious, and covers every need', async () => {
  const sample = await loadSample(CONTENT);
  for (const place of sample) {
    expect(place.example).toBe(true);
    expect(place.name.text).toMatch(/Exemple/);
    expect(place.dial).toMatch(FICTION);
    expect(`+33${place.phone?.replaceAll(' ', '').slice(1)}`).toBe(place.dial);
  }
  expect(NEEDS.filter((need) => !sample.some(({ needs }) => needs.includes(need)))).toEqual([]);
  const compile = makeCompile();
  const unread = sample.filter(
    ({ hours, zone }) =>
      hours && compile(hours, { zone, department: '75' }).at(Date.UTC(2026, 2, 3, 10)).is === 'unknown',
  );
  expect(unread).toEqual([]);
});

it('the sample is near where it says it is', async () => {
  const sample = await loadSample(CONTENT);
  const places = await makePlaces({ geography: await realGeography(), rows: sample });
  for (const { postal, needs, id } of sample) {
    const where = places.spot(`p:${postal}`);
    const [need] = needs;
    if (!where || !need) continue;
    const found = places.near({ where, need, at: Date.UTC(2026, 2, 3, 10), skip: 0, take: 5 });
    expect(found.find(({ place }) => place.id === id)?.metres).toBeLessThan(8_000);
  }
});
