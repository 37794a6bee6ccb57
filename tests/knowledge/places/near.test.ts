import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { NEEDS, type Near, type Opening, type Places, type Where } from '../../../flows/places.ts';
import type { Geography } from '../../../src/knowledge/geo/index.ts';
import { makeCompile } from '../../../src/knowledge/places/compile.ts';
import { makePlaces } from '../../../src/knowledge/places/index.ts';
import type { KeptPlace } from '../../../src/knowledge/places/model.ts';
import { metresBetween } from '../../../src/knowledge/places/nearest.ts';
import { costOf, FARTHEST, reachFrom, WINDOW } from '../../../src/knowledge/places/ranking.ts';
import { random } from '../../support/fictitious-places.ts';
import { smallGeography } from '../../support/small-geography.ts';
import { COMMON, RARE } from '../hours/strings.ts';

/** Paris, the 12th district. */
const HERE = { lat: 48.84, lon: 2.39 };
const AT = Date.UTC(2026, 2, 2, 9);
const HOUR = 3_600_000;
/** Hours of these tests say themselves what they are. */
const OPENINGS: Readonly<Record<string, Opening>> = {
  open: { is: 'open', until: AT + HOUR },
  soon: { is: 'closed', opens: AT + HOUR },
  later: { is: 'closed', opens: AT + 30 * HOUR },
  never: { is: 'closed' },
};
const openingOf = (osm: string) => OPENINGS[osm] ?? ({ is: 'unknown' } as const);
const compile = (osm: string) => ({ at: () => openingOf(osm) });

let geography: Geography;
let spot: Where;
beforeAll(async () => {
  geography = await smallGeography();
  spot = { ...(await makePlaces({ geography, rows: [] })).spot('c:75112') } as Where;
});

const id = (at: number) => `00000000-0000-7000-8000-${at.toString(16).padStart(12, '0')}`;

function place(at: number, more: Partial<KeptPlace> = {}): KeptPlace {
  return {
    id: id(at),
    name: { text: `Exemple ${at}` },
    address: '',
    postal: '75012',
    commune: 'Paris 12e',
    lat: spot.lat,
    lon: spot.lon,
    zone: 'Europe/Paris',
    needs: ['papers'],
    source: 'exemple',
    ...more,
  };
}

/** Degrees of latitude for so many metres. */
const north = (metres: number) => spot.lat + metres / 111_195;
const near = (places: Places, more: { skip?: number; take?: number; where?: Where } = {}) =>
  places.near({ where: spot, need: 'papers', at: AT, skip: 0, take: 2, ...more });
const numbers = (found: readonly Near[]) => found.map((one) => Number.parseInt(one.place.id.slice(-12), 16));

describe('what is near', () => {
  it('is open first, if it is within reach', async () => {
    const closed = place(1, { lat: north(1_000), hours: 'later' });
    const open = (metres: number) => place(2, { lat: north(metres), hours: 'open' });
    const order = async (metres: number) =>
      numbers(near(await makePlaces({ geography, compile, rows: [closed, open(metres)] })));
    expect(await order(3_000)).toEqual([2, 1]);
    expect(await order(9_900)).toEqual([2, 1]);
    expect(await order(60_000)).toEqual([1, 2]);
  });

  it('weighs waiting against the way among those that are not open', async () => {
    const rows = [
      place(1, { lat: north(500), hours: 'never' }),
      place(2, { lat: north(2_000), hours: 'later' }),
      place(3, { lat: north(1_000) }),
      place(4, { lat: north(3_000), hours: 'soon' }),
    ];
    const places = await makePlaces({ geography, compile, rows });
    expect(numbers(near(places, { take: 9 }))).toEqual([4, 3, 2, 1]);
  });

  it('never calls open what anything may correct', async () => {
    const rows = [
      place(1, { hours: 'open', comment: 'Fermé en août.' }),
      place(2, { hours: 'open', visits: 'moves' }),
      place(3, { hours: 'open', visits: 'several' }),
      place(4, { hours: 'open', visits: 'appointment' }),
      place(5),
    ];
    const places = await makePlaces({ geography, compile, rows });
    expect(near(places, { take: 9 }).map((one) => one.opening.is)).toEqual(Array(5).fill('unknown'));
    expect(places.place(id(2), spot, AT)?.opening).toEqual({ is: 'unknown' });
  });

  it('is nothing beyond a hundred kilometres, nor on another island', async () => {
    const rows = [
      place(1, { lat: north(101_000), hours: 'open' }),
      place(2, { lat: north(100), zone: 'America/Martinique', hours: 'open' }),
    ];
    expect(near(await makePlaces({ geography, compile, rows }))).toEqual([]);
  });

  it('is told by need, and says which needs no data cover', async () => {
    const places = await makePlaces({ geography, compile, rows: [place(1, { needs: ['food', 'care'] })] });
    expect(near(places)).toEqual([]);
    expect(NEEDS.filter((need) => places.covers(need))).toEqual(['food', 'care']);
    expect(places.near({ where: spot, need: 'care', at: AT, skip: 0, take: 2 })).toHaveLength(1);
  });

  it('asks hours at the moment meant', async () => {
    const rows = [place(1, { hours: 'Mo 09:00-12:00' })];
    const places = await makePlaces({ geography, rows });
    const at = (hour: number) =>
      places.near({ where: spot, need: 'papers', at: AT + hour * HOUR, skip: 0, take: 1 })[0];
    // Monday 2 March 2026, ten o'clock in Paris.
    expect(at(0)?.opening).toEqual({ is: 'open', until: AT + 2 * HOUR });
    expect(at(4)?.opening).toMatchObject({ is: 'closed' });
  });
});

/** What the ranking says of itself, written the slow way. */
function slowly(
  rows: readonly KeptPlace[],
  where: Where,
  skip: number,
  take: number,
  { moment = AT, opening = (row: KeptPlace): Opening => openingOf(row.hours ?? '') } = {},
): number[] {
  const all = rows
    .map((row, at) => ({ at, row, metres: metresBetween(where, row), opening: opening(row) }))
    .filter(({ row, metres }) => row.needs.includes('papers') && metres <= FARTHEST)
    .sort((a, b) => a.metres - b.metres || a.at - b.at);
  const reach = reachFrom(all[0]?.metres ?? 0);
  const open = all.filter((one) => one.opening.is === 'open' && one.metres <= reach);
  const rest = all.filter((one) => !open.includes(one));
  const cost = (one: (typeof all)[number]) => costOf(one.metres, one.opening, moment);
  const sorted: typeof all = [];
  for (let from = 0; from < rest.length; from += WINDOW) {
    sorted.push(
      ...rest
        .slice(from, from + WINDOW)
        .sort((a, b) => cost(a) - cost(b) || a.metres - b.metres || a.at - b.at),
    );
  }
  return [...open, ...sorted]
    .slice(skip, skip + take)
    .map(({ row }) => Number.parseInt(row.id.slice(-12), 16));
}

describe('against brute force', () => {
  it('finds the same places in the same order, over many shards', async () => {
    const next = random(3);
    const hours = ['open', 'soon', 'later', 'never', undefined];
    const rows = Array.from({ length: 20_000 }, (_, at) => {
      const kind = hours[Math.floor(next() * hours.length)];
      return place(at, {
        lat: 43 + next() * 7,
        lon: -1 + next() * 7,
        ...(kind === undefined ? {} : { hours: kind }),
        needs: next() < 0.7 ? ['papers'] : ['food'],
      });
    });
    const places = await makePlaces({ geography, compile, rows });
    for (let turn = 0; turn < 60; turn++) {
      const where = { ...spot, lat: 42.5 + next() * 8, lon: -2 + next() * 9 };
      const skip = [0, 2, 7, 300][turn % 4] as number;
      const take = [2, 1, 5, 4][turn % 4] as number;
      const found = near(places, { where, skip, take });
      expect(numbers(found)).toEqual(slowly(rows, where, skip, take));
      for (const one of found) expect(one.metres).toBeCloseTo(metresBetween(where, one.place), 6);
    }
  });

  const anyRows = fc.array(
    fc.record({
      metres: fc.integer({ min: 0, max: 120_000 }),
      hours: fc.constantFrom('open', 'soon', 'later', 'never', undefined),
    }),
    { maxLength: 40 },
  );

  it('keeps its promises whatever the places', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, async (drawn) => {
        const rows = drawn.map(({ metres, hours }, at) =>
          place(at, { lat: north(metres), ...(hours === undefined ? {} : { hours }) }),
        );
        const places = await makePlaces({ geography, compile, rows });
        const all = near(places, { take: 100 });
        // Everything within reach of anybody is told once.
        expect(new Set(numbers(all)).size).toBe(all.length);
        expect(numbers(all)).toEqual(slowly(rows, spot, 0, 100));
        // Pages put together are the whole.
        const pages = Array.from({ length: 14 }, (_, page) =>
          near(places, { skip: page * 3, take: 3 }),
        ).flat();
        expect(numbers(pages)).toEqual(numbers(all).slice(0, 42));
        // An open one that follows one that is not is out of reach.
        const reach = reachFrom(Math.min(...all.map((one) => one.metres)));
        const first = all.findIndex((one) => one.opening.is !== 'open');
        for (const one of first < 0 ? [] : all.slice(first)) {
          if (one.opening.is === 'open') expect(one.metres).toBeGreaterThan(reach);
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** Hours of every manner: steady, by season, by week, on holidays, with a comment, unreadable. */
const WRITTEN = [
  ...COMMON,
  ...Array(8).fill('Mo-Fr 09:00-12:00,14:00-17:00; PH off'),
  'Mo-Fr 09:00-17:00 "sur rendez-vous"',
  'nous appeler',
  undefined,
];
const PARTS = [
  ['75012', 'Europe/Paris'],
  ['67000', 'Europe/Paris'],
] as const;

describe('at any moment of any week', () => {
  const plain = makeCompile();
  const drawn = (written: readonly (string | undefined)[]) => {
    const next = random(11);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
    return Array.from({ length: 3_000 }, (_, at) => {
      const [hours, [postal, zone]] = [pick(written), pick(PARTS)];
      const lone = next() < 0.2 ? 3 : 0.2;
      return place(at, {
        ...{ lat: HERE.lat + (next() - 0.5) * lone, lon: HERE.lon + (next() - 0.5) * lone, postal, zone },
        ...(hours === undefined ? {} : { hours }),
        ...(next() < 0.1 ? { comment: 'Fermé en août.' } : {}),
        needs: next() < 0.7 ? ['papers'] : ['food'],
      });
    });
  };

  it.each([
    ['our own form reads them all', WRITTEN],
    ['some are for the library alone', [...WRITTEN, ...RARE.slice(0, 6)]],
    ['offices', ['Mo-Fr 09:00-12:00,14:00-17:00; PH off', 'Mo-Sa 09:00-12:00', 'nous appeler']],
  ])('what is near and open is what brute force finds: %s', async (_, written) => {
    const rows = drawn(written);
    const places = await makePlaces({ geography, rows });
    const read = new Map<string, ReturnType<typeof plain>>();
    const openingAt = (moment: number) => (row: KeptPlace) => {
      if (row.hours === undefined || row.comment !== undefined) return { is: 'unknown' } as const;
      const department = row.postal.slice(0, 2);
      const key = `${department} ${row.hours}`;
      const hours = read.get(key) ?? plain(row.hours, { zone: row.zone, department });
      read.set(key, hours);
      return hours.at(moment);
    };
    const minute = 60_000;
    const anyMoment = fc.oneof(
      fc.integer({ min: Date.UTC(2026, 0, 1) / minute, max: Date.UTC(2027, 0, 1) / minute }),
      // Holidays, a custom of Alsace, clocks that change, the edges of a day.
      fc
        .tuple(
          fc.constantFrom(
            Date.UTC(2026, 4, 1),
            Date.UTC(2026, 11, 26),
            Date.UTC(2026, 2, 29),
            Date.UTC(2026, 9, 25),
          ),
          fc.integer({ min: -120, max: 1_500 }),
        )
        .map(([day, more]) => day / minute + more),
    );
    fc.assert(
      fc.property(
        anyMoment,
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.constantFrom(0, 1, 2, 9, 40),
        fc.constantFrom(1, 2, 3),
        (at, north, east, skip, take) => {
          const moment = at * minute;
          const where = {
            ...spot,
            lat: spot.lat + north * Math.abs(north),
            lon: spot.lon + east * Math.abs(east),
          };
          const found = places.near({ where, need: 'papers', at: moment, skip, take });
          const opening = openingAt(moment);
          expect(numbers(found)).toEqual(slowly(rows, where, skip, take, { moment, opening }));
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('one place', () => {
  it('is found by its id, in whatever order the rows came', async () => {
    const ids = [7, 3, 0xffff, 1, 2];
    const places = await makePlaces({ geography, compile, rows: ids.map((at) => place(at)) });
    for (const at of ids) expect(places.place(id(at), spot, AT)?.place.name.text).toBe(`Exemple ${at}`);
    for (const unknown of [id(4), 'x', '', `${id(7)}0`]) {
      expect(places.place(unknown, spot, AT)).toBeUndefined();
    }
  });

  it('comes back as it went in, offices aside', async () => {
    const kept = place(1, {
      name: { text: 'Œuvre « à l’été » €', spoken: 'une œuvre' },
      languages: ['fr', 'en'],
      wheelchair: false,
      comment: 'x'.repeat(2_000_000),
      offices: [{ body: 'caf', communes: ['75112'] }],
    });
    const { offices: _, ...told } = kept;
    const places = await makePlaces({ geography, compile, rows: [place(0), kept, place(2)] });
    expect(places.place(id(1), spot, AT)?.place).toEqual(told);
  });
});

describe('an office', () => {
  it('is the closest of those that are competent for the commune', async () => {
    const rows = [
      place(1, { lat: north(9_000), needs: [], offices: [{ body: 'caf', communes: ['75112', '77188'] }] }),
      place(2, { lat: north(2_000), needs: [], offices: [{ body: 'caf', communes: ['75112'] }] }),
      place(3, { lat: north(100), needs: [], offices: [{ body: 'town-hall', communes: ['83007'] }] }),
    ];
    const places = await makePlaces({ geography, compile, rows });
    const at = (where: string) => places.spot(where) as Where;
    expect(places.office('caf', at('c:75112'))?.id).toBe(id(2));
    expect(places.office('caf', at('p:77590'))?.id).toBe(id(1));
    expect(places.office('town-hall', at('c:83007'))?.id).toBe(id(3));
    expect(places.office('town-hall', at('c:75112'))).toBeUndefined();
    expect(places.office('prefecture', at('c:75112'))).toBeUndefined();
    expect(places.office('caf', at('d:75'))).toBeUndefined();
    expect(near(places)).toEqual([]);
  });
});
