/** Every way of writing, over the communes of France: how many are found, and how rarely a wrong one is taken for sure. */

import { beforeAll, expect, it } from 'vitest';
import type { Commune, Geography } from '../../../src/knowledge/geo/index.ts';
import { readPackages } from '../../../src/knowledge/geo/packages.ts';
import { geography as realGeography } from '../../support/library.ts';
import { dice } from '../hours/reference.ts';

let geography: Geography;
let communes: Commune[];
beforeAll(async () => {
  geography = await realGeography();
  communes = (await readPackages()).communes.filter(({ city }) => city === undefined);
});

const plain = (name: string) =>
  name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[-']/g, ' ');

/** One letter lost, added, changed, or swapped with its neighbour; never the first. */
function slip(text: string, next: () => number): string {
  const at = 1 + Math.floor(next() * (text.length - 1));
  const letter = String.fromCharCode(97 + Math.floor(next() * 26));
  const [before, after] = [text.slice(0, at), text.slice(at)];
  const kinds = [
    before + after.slice(1),
    before + letter + after,
    before + letter + after.slice(1),
    before.slice(0, -1) + after.slice(0, 1) + before.slice(-1) + after.slice(1),
  ];
  return kinds[Math.floor(next() * kinds.length)] as string;
}

/** Shares by people: offered among the four, and wrong though sure. */
function measure(all: readonly Commune[], write: (name: string, commune: Commune) => string) {
  let [people, offered, wrong] = [0, 0, 0];
  for (const commune of all) {
    const found = geography.where(write(commune.name, commune));
    const at = found.findIndex(({ id }) => id === `c:${commune.insee}`);
    people += commune.population;
    if (at >= 0) offered += commune.population;
    if (at !== 0 && found[0]?.sure) wrong += commune.population;
  }
  const share = (part: number) => (100 * part) / people;
  return { offered: share(offered), wrong: share(wrong) };
}

const next = dice(5);
it.each([
  ['without accents or hyphens', (name: string) => plain(name), 99.5, 0.3],
  ['with "st"', (name: string) => plain(name).replace(/\bsaint(e?)\b/g, 'st$1'), 99.5, 0.3],
  ['in a sentence', (name: string) => `bonjour je suis a cote de ${plain(name)} merci`, 99.5, 0.3],
  ['with the department', (name: string, { department }: Commune) => `${name} ${department}`, 99.9, 0.1],
  ['with one slip', (name: string) => slip(plain(name), next), 95, 2],
] as const)('towns written %s', (what, write, offered, wrong) => {
  const towns = communes.filter(({ population }) => population >= 2000);
  const some = what === 'with one slip' ? towns.filter((_, at) => at % 4 === 0) : towns;
  const found = measure(some, write);
  console.info(
    `${what}: ${found.offered.toFixed(1)} % offered, ${found.wrong.toFixed(2)} % wrong and sure, by people`,
  );
  expect(found.offered).toBeGreaterThan(offered);
  expect(found.wrong).toBeLessThan(wrong);
});
