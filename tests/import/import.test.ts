import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Places, Where } from '../../flows/places.ts';
import { reportPoints } from '../../src/import/report.ts';
import { replaceGeneration } from '../../src/import/write.ts';
import type { Geography } from '../../src/knowledge/geo/index.ts';
import { followPlaces } from '../../src/places/follow.ts';
import { smallGeography } from '../support/small-geography.ts';
import { type Bench, FIXTURES, makeBench, settled } from './harness.ts';

let geography: Geography;
let bench: Bench;
beforeAll(async () => {
  geography = await smallGeography();
});
beforeEach(async () => {
  bench = await makeBench(geography);
});
afterEach(() => bench.close());

const lines = readFileSync(FIXTURES.franceServices, 'utf8').trim().split('\n');
const all = Object.values(FIXTURES);

describe('an import', () => {
  it('twice changes nothing', async () => {
    const first = await bench.points(all);
    expect(first.written).toBe(true);
    const generation = await bench.store.currentGeneration('places');
    const rows = await bench.rows();
    const again = await bench.points([...all].reverse());
    expect(again.plan.changes).toEqual({
      added: 0,
      updated: 0,
      retired: 0,
      unchanged: first.plan.changes.added,
    });
    expect(again.written).toBe(false);
    expect(await bench.store.currentGeneration('places')).toBe(generation);
    expect(await bench.rows()).toEqual(rows);
  });

  it('dates what tells no day of its own, and says how many tell none', async () => {
    const edition = Date.UTC(2024, 7, 1);
    const undatedFile = bench.file('liste.csv', readFileSync(FIXTURES.franceServices));
    const undated = await bench.points([undatedFile]);
    const missing = (await bench.rows()).filter(({ updatedAt }) => updatedAt === undefined).length;
    expect(missing).toBeGreaterThan(0);
    expect(reportPoints(undated, false)).toContain(`Sans date : ${missing} `);
    const dated = await bench.points([undatedFile], { edition });
    expect(reportPoints(dated, false)).not.toContain('Sans date');
    expect((await bench.rows()).every(({ updatedAt }) => updatedAt === edition)).toBe(true);
    // A file that tells its day is believed.
    const named = bench.file('liste-2025-02-03.csv', readFileSync(FIXTURES.franceServices));
    await bench.points([named], { edition });
    expect((await bench.rows()).every(({ updatedAt }) => updatedAt === Date.UTC(2025, 1, 3))).toBe(true);
  });

  it('gives the same places one file after the other, in any order, or all at once', async () => {
    const told = async () => (await bench.rows()).map(({ place: _, ...row }) => JSON.stringify(row)).sort();
    const grouped = async () => {
      const places = new Map<string, string[]>();
      for (const { place, source, key } of await bench.rows()) {
        places.set(place, [...(places.get(place) ?? []), `${source} ${key}`].sort());
      }
      return [...places.values()].map((keys) => keys.join()).sort();
    };
    await bench.points(all);
    const [rows, groups] = [await told(), await grouped()];
    await bench.close();
    bench = await makeBench(geography);
    const together = [FIXTURES.structures, FIXTURES.services];
    for (const files of [
      together,
      ...all.filter((file) => !together.includes(file as never)).map((file) => [file]),
    ].reverse()) {
      await bench.points(files);
    }
    expect(await told()).toEqual(rows);
    expect(await grouped()).toEqual(groups);
  });

  it('updates what a newer file changes, under the same id, and retires what it no longer has', async () => {
    await bench.points([FIXTURES.franceServices, FIXTURES.older]);
    const before = await bench.rows();
    const idOf = (name: string) => before.find((row) => row.name === name)?.place;
    const newer = lines
      .filter((line) => !line.includes('France services Gaillard'))
      .map((line) => line.replace('04 50 56 87 49', '04 50 56 87 50'));
    const done = await bench.points([bench.file('france-services-2024-08.csv', newer.join('\n'))]);
    expect(done.plan.changes).toMatchObject({ added: 0, updated: 1, retired: 1 });
    const after = await bench.rows();
    expect(after.find(({ place }) => place === idOf('France services de Valserhône'))?.phone).toBe(
      '04 50 56 87 50',
    );
    expect(after.some(({ place }) => place === idOf('France services Gaillard'))).toBe(false);
    // The other source is as it was.
    expect(after.filter(({ source }) => source !== 'france-services')).toEqual(
      before.filter(({ source }) => source !== 'france-services'),
    );
  });

  it('keeps a place that one of two sources still tells', async () => {
    await bench.points([FIXTURES.franceServices, FIXTURES.older]);
    const aups = (await bench.rows()).filter(({ name }) => name === 'France services Aups');
    expect(new Set(aups.map(({ place }) => place)).size).toBe(1);
    expect(aups).toHaveLength(2);
    await bench.points([
      bench.file('france-services-2024-08.csv', lines.filter((line) => !line.includes('Aups')).join('\n')),
    ]);
    const left = (await bench.rows()).filter(({ name }) => name === 'France services Aups');
    expect(left).toMatchObject([{ place: aups[0]?.place, source: 'mediation:lieux-mediation' }]);
  });

  it('counts a row of one file that another file tells already as merged', async () => {
    await bench.points([FIXTURES.franceServices]);
    const done = await bench.points([FIXTURES.older]);
    expect(settled(done)).toBe(true);
    const [account] = done.plan.accounts;
    // Aups, Bandol, Rosans, Nice Pasteur, Salernes and La Grave; the library of Vence is not its desk, nor a bus its town.
    expect(account).toMatchObject({ read: 15, merged: 6, kept: 8 });
  });

  it('that says what would change writes nothing', async () => {
    const dry = await bench.points(all, { dryRun: true });
    expect(dry.plan.changes.added).toBeGreaterThan(20);
    expect([dry.written, dry.rejects]).toEqual([false, undefined]);
    expect(await bench.rows()).toEqual([]);
    const done = await bench.points(all);
    expect(done.plan.changes).toEqual(dry.plan.changes);
    expect(existsSync(done.rejects ?? '')).toBe(true);
    expect(await bench.store.sweepGenerations(9)).toBe(false);
  });

  it('does not empty a source by a file that is a part of it, unless asked to', async () => {
    const many = Array.from({ length: 60 }, (_, at) =>
      (lines[1] as string).replace(/^1,/, `${at + 1},`).replace('Valserhône', `Valserhône ${at}`),
    );
    const file = (rows: readonly string[]) => bench.file('a.csv', [lines[0], ...rows].join('\n'));
    await bench.points([file(many)]);
    await expect(bench.points([file(many.slice(0, 20))])).rejects.toThrow(/--retirer/);
    expect(await bench.rows()).toHaveLength(60);
    await bench.points([file(many.slice(0, 20))], { retire: true });
    expect(await bench.rows()).toHaveLength(20);
  });

  it('keeps the files of two regions apart', async () => {
    const rows = JSON.parse(readFileSync(FIXTURES.older, 'utf8')) as { id: string }[];
    const file = (name: string, from: number, to: number) =>
      bench.file(name, JSON.stringify(rows.slice(from, to)));
    await bench.points([file('lieux-nord-2023-05.json', 0, 3)]);
    await bench.points([file('lieux-sud-2023-05.json', 3, 6)]);
    expect(await bench.rows()).toHaveLength(6);
    const newer = await bench.points([file('lieux-nord-2024-01.json', 0, 2)]);
    expect(newer.plan.changes).toMatchObject({ added: 0, retired: 1 });
  });
});

describe('a running service', () => {
  const log = { info() {}, warn() {}, error() {} };
  const nearOf = (places: Places, spot = 'c:01033') =>
    places.near({ where: places.spot(spot) as Where, need: 'papers', at: 0, skip: 0, take: 1 });

  it('takes up what is imported beside it, and nothing that is only staged', async () => {
    const other = await openStore(join(bench.dir, 'relais.db'));
    const sample = [{ ...(await samplePlace()) }];
    const follow = await followPlaces({ store: other, geography, sample, clock: () => 0, log });
    expect(nearOf(follow.places)).toMatchObject([{ place: { example: true } }]);
    expect(await follow.rounds.tick()).toBe(false);

    const staged = await bench.store.stageGeneration('places', 0);
    await bench.store.writeGeneration(staged, ['not even a row']);
    expect(await follow.rounds.tick()).toBe(false);

    await bench.points([FIXTURES.franceServices]);
    expect(nearOf(follow.places)).toMatchObject([{ place: { example: true } }]);
    expect(await follow.rounds.tick()).toBe(true);
    expect(nearOf(follow.places)).toMatchObject([
      { place: { name: { text: 'France services de Valserhône' } } },
    ]);
    expect(await follow.rounds.tick()).toBe(false);

    // A generation that does not read is left aside: what serves goes on.
    const base = await bench.store.currentGeneration('places');
    const deps = { store: bench.store, now: 0, clock: () => 0, pause: async () => {} };
    await replaceGeneration('places', base, ['{'], deps);
    await expect(follow.rounds.tick()).rejects.toThrow();
    expect(nearOf(follow.places)).toHaveLength(1);
    await other.close();
  });

  it('starts with what was imported before, exact communes included', async () => {
    await bench.points([FIXTURES.franceServices]);
    const commune = {
      insee: '01033',
      name: 'VALSERHONE',
      postal: '01200',
      place: 'BELLEGARDE',
      lat: 46.2,
      lon: 5.9,
    };
    const deps = { store: bench.store, now: 0, clock: () => 0, pause: async () => {} };
    await replaceGeneration('communes', 0, [JSON.stringify(commune)], deps);
    const follow = await followPlaces({ store: bench.store, geography, sample: [], clock: () => 0, log });
    expect(follow.places.spot('c:01033')).toMatchObject({ lat: 46.2, lon: 5.9 });
    expect(nearOf(follow.places)).toHaveLength(1);
  });

  async function samplePlace() {
    return {
      ...{
        id: '00000000-0000-7000-8000-000000000001',
        name: { text: 'Exemple' },
        address: '',
        postal: '01200',
      },
      ...{ commune: 'Valserhône', lat: 46.11, lon: 5.83, zone: 'Europe/Paris', needs: ['papers' as const] },
      ...{ source: 'exemple', example: true },
    };
  }
});
