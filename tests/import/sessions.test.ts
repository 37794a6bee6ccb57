import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Where } from '../../flows/places.ts';
import { importSessions, type StoredWorkshop } from '../../src/import/import-sessions.ts';
import { ImportError } from '../../src/import/reasons.ts';
import { NO_REJECTS } from '../../src/import/rejects.ts';
import type { Geography } from '../../src/knowledge/geo/index.ts';
import { makeWorkshops } from '../../src/knowledge/places/workshops.ts';
import { followPlaces } from '../../src/places/follow.ts';
import { smallGeography } from '../support/small-geography.ts';
import { type Bench, makeBench } from './harness.ts';

const HEADER = 'theme;lieu;adresse;code_postal;commune;date;debut;fin;jours;jusquau;places;niveau;telephone';
const ONE =
  'Ordinateur;Exemple Médiathèque;1 rue du Pont;83630;Aups;2026-03-05;14:00;16h30;;;8;débutant;01 99 00 00 01';
const BUS = 'Bus des démarches;Place du Marché;;83690;Salernes;26/03/2026;9h;12h;jeudi;16/04/2026;;;';

let geography: Geography;
let bench: Bench;
let made = 0;
beforeAll(async () => {
  geography = await smallGeography();
});
beforeEach(async () => {
  bench = await makeBench(geography);
});
afterEach(() => bench.close());

const run = (lines: readonly string[], dryRun = false, name = 'ateliers-2026-03.csv') =>
  importSessions(
    bench.file(name, [HEADER, ...lines].join('\n')),
    { dryRun },
    {
      ...{ store: bench.store, geography, rejects: NO_REJECTS, now: 0, clock: () => 0 },
      ...{ ids: () => `id ${made++}`, pause: async () => {}, progress: () => {} },
    },
  );

async function stored(): Promise<StoredWorkshop[]> {
  const generation = await bench.store.currentGeneration('workshops');
  if (generation === 0) return [];
  return (await bench.store.readGeneration(generation, 0, 1_000)).rows.map((row) => JSON.parse(row));
}

describe('a file of sessions', () => {
  it('gives a date, or each week of a series, by the clock of the place', async () => {
    const done = await run([ONE, BUS]);
    expect(done).toMatchObject({ read: 2, taken: 2, sessions: 5, added: 5, written: true });
    const [one, ...bus] = (await stored()).sort((a, b) => a.start - b.start);
    expect(one).toMatchObject({
      ...{ theme: 'Ordinateur', place: 'Exemple Médiathèque', commune: 'Aups', seats: 8, level: 'débutant' },
      ...{ start: Date.UTC(2026, 2, 5, 13), end: Date.UTC(2026, 2, 5, 15, 30), phone: '01 99 00 00 01' },
    });
    // The clocks go forward on 29 March.
    expect(bus.map(({ start }) => new Date(start).toISOString().slice(5, 16))).toEqual([
      '03-26T08:00',
      '04-02T07:00',
      '04-09T07:00',
      '04-16T07:00',
    ]);
    expect(bus.every(({ seats }) => seats === undefined)).toBe(true);
  });

  it('twice changes nothing; a newer one updates under the same id and retires; another file stays', async () => {
    await run([ONE, BUS]);
    await run([ONE], false, 'autre.csv');
    const before = await stored();
    expect(await run([ONE, BUS])).toMatchObject({ unchanged: 5, added: 0, retired: 0, written: false });
    expect(await run([ONE.replace(';8;', ';12;')], true)).toMatchObject({
      updated: 1,
      retired: 4,
      written: false,
    });
    expect(await stored()).toEqual(before);
    await run([ONE.replace(';8;', ';12;')], false, 'ateliers-2026-04.csv');
    const after = await stored();
    expect(after.map(({ source, seats }) => `${source} ${seats}`).sort()).toEqual([
      'sessions:ateliers 12',
      'sessions:autre 8',
    ]);
    const idOf = (rows: StoredWorkshop[]) =>
      rows.find((row) => row.source === 'sessions:ateliers' && row.seats)?.id;
    expect(idOf(after)).toBe(idOf(before));
  });

  it.each([
    ['theme', ONE.replace('Ordinateur', ''), 'name'],
    ['place', ONE.replace('83630;Aups', '99999;Nulle part'), 'position'],
    ['day', ONE.replace('2026-03-05', 'jeudi'), 'date'],
    ['time', ONE.replace('14:00', 'matin'), 'date'],
    ['end before its beginning', ONE.replace('16h30', '13h00'), 'date'],
    ['weekday', BUS.replace('jeudi', 'jeudredi'), 'date'],
    ['end of its series', BUS.replace('16/04/2026', ''), 'date'],
    ['series of a year at most', BUS.replace('16/04/2026', '16/04/2029'), 'date'],
  ])('refuses a line without a right %s', async (_, line, reason) => {
    const done = await run([ONE, line]);
    expect([done.read, done.taken, [...done.rejected]]).toEqual([2, 1, [[reason, 1]]]);
  });

  it('is refused when it is something else', async () => {
    const file = bench.file('a.csv', 'a;b\n1;2\n');
    const deps = { ids: () => '', pause: async () => {}, progress: () => {} };
    const refused = importSessions(
      file,
      { dryRun: false },
      {
        ...{ store: bench.store, geography, rejects: NO_REJECTS, now: 0, clock: () => 0, ...deps },
      },
    );
    await expect(refused).rejects.toBeInstanceOf(ImportError);
  });
});

it('a running service takes them up', async () => {
  const log = { info() {}, warn() {}, error() {} };
  const follow = await followPlaces({ store: bench.store, geography, sample: [], clock: () => 0, log });
  const where = follow.places.spot('c:83007') as Where;
  const near = () => follow.workshops.sessionsNear({ where, from: 0, skip: 0, take: 9 });
  expect(near()).toEqual([]);
  await run([ONE, BUS]);
  expect(await follow.rounds.tick()).toBe(true);
  expect(near()).toHaveLength(5);
  expect(follow.workshops.session(near()[0]?.workshop.id ?? '')?.theme).toBe('Ordinateur');
  expect(await follow.rounds.tick()).toBe(false);
});

describe('sessions near', () => {
  it('come by date, then by distance, until they are over', async () => {
    await run([ONE, BUS, ONE.replace('83630;Aups', '06000;Nice')]);
    const workshops = makeWorkshops(await stored());
    const where = { ...geography.at('c:83007'), sure: true } as Where;
    const themes = (from: number, more: { until?: number; skip?: number } = {}) =>
      workshops
        .sessionsNear({ where, from, skip: 0, take: 3, ...more })
        .map(({ workshop }) => workshop.theme);
    const start = Date.UTC(2026, 2, 5, 13);
    // Nice is too far.
    expect(themes(start - 1)).toEqual(['Ordinateur', 'Bus des démarches', 'Bus des démarches']);
    expect(themes(start + 3_600_000)).toHaveLength(3);
    expect(themes(Date.UTC(2026, 2, 5, 16), { until: Date.UTC(2026, 2, 27) })).toEqual(['Bus des démarches']);
    expect(themes(start, { skip: 3 })).toHaveLength(2);
    expect(themes(Date.UTC(2027, 0, 1))).toEqual([]);
    const [first] = workshops.sessionsNear({ where, from: start, skip: 0, take: 1 });
    expect(workshops.session(first?.workshop.id ?? '')).toEqual(first?.workshop);
    expect(workshops.session('gone')).toBeUndefined();
  });
});
