/** What is said of places and sheets since: laid over what was imported or written, word for word. */
import { describe, expect, test } from 'vitest';
import { daysIn } from '../../flows/premises/days.ts';
import { amended, linesWith, signed } from '../../src/knowledge/amend.ts';
import { loadGeography } from '../../src/knowledge/geo/index.ts';
import { NO_CORRECTIONS, type PlaceCorrections } from '../../src/knowledge/places/corrections.ts';
import { makePlaces } from '../../src/knowledge/places/index.ts';
import { loadSample } from '../../src/knowledge/places/sample.ts';
import { MORNING } from '../support/service.ts';

const [A, B] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'];
const DAY = 86_400_000;
let said: PlaceCorrections = NO_CORRECTIONS;
const sample = await loadSample('flows/content');
const places = await makePlaces({ geography: await loadGeography(), rows: sample, corrections: () => said });
const [spot] = places.where('75018');
if (spot === undefined) throw new Error('no spot');
const of = (byPlace: [string, Partial<NonNullable<ReturnType<PlaceCorrections['byPlace']['get']>>>][]) => {
  said = {
    byPlace: new Map(byPlace.map(([id, one]) => [id, { closures: [], ...one }])),
    phones: new Map([['+33639980001', [B as string]]]),
  };
};
const at = (now: number) => places.place(A as string, spot, now);

describe('a place', () => {
  test('is closed on its days by its own clock, those that follow each other taken together, and opens after them', () => {
    of([
      [
        A as string,
        {
          closures: [
            { from: '2026-01-15', until: '2026-01-16' },
            { from: '2026-01-17', until: '2026-01-18' },
          ],
        },
      ],
    ]);
    expect(at(MORNING)?.opening).toEqual({
      is: 'closed',
      opens: Date.UTC(2026, 0, 19, 8),
      through: Date.UTC(2026, 0, 18, 11),
    });
    expect(at(Date.UTC(2026, 0, 14, 22, 59))?.opening).toMatchObject({
      is: 'closed',
      opens: Date.UTC(2026, 0, 19, 8),
    });
    expect(at(Date.UTC(2026, 0, 14, 22, 59))?.opening).not.toHaveProperty('through');
    expect(at(Date.UTC(2026, 0, 18, 23, 1))?.opening).not.toHaveProperty('through');
    expect(at(MORNING + 4 * DAY)?.opening.is).toBe('open');
    of([]);
    expect(at(MORNING)?.opening.is).toBe('open');
  });

  test('a closed one comes behind one that is open, however near; one with other hours comes first when it opens', () => {
    const order = (now: number) =>
      places.near({ where: spot, need: 'computer', at: now, skip: 0, take: 2 }).map(({ place }) => place.id);
    expect(order(MORNING)[0]).toBe(A);
    of([[A as string, { closures: [{ from: '2026-01-15', until: '2026-01-15' }] }]]);
    expect(order(MORNING)).not.toContain(A);
    const night = Date.UTC(2026, 0, 15, 1);
    of([[B as string, { said: { says: { hours: '24/7' }, at: MORNING, until: MORNING + DAY } }]]);
    expect(order(night)[0]).toBe(B);
    expect(order(night + 2 * DAY)[0]).not.toBe(B);
  });

  test('what is said of it ends on its day', () => {
    of([
      [
        A as string,
        {
          said: {
            says: { phone: '01 99 00 77 77', dial: '+33199007777', note: 'Sonnez.' },
            at: 5,
            until: MORNING + DAY,
          },
        },
      ],
    ]);
    expect(at(MORNING)?.place).toMatchObject({ phone: '01 99 00 77 77', note: 'Sonnez.', updatedAt: 5 });
    expect(at(MORNING + DAY)?.place).toMatchObject({ phone: '01 99 00 10 01' });
    expect(at(MORNING + DAY)?.place).not.toHaveProperty('note');
  });

  test('is spoken for from its own phone, from one that is registered, and no longer from one that was corrected', () => {
    of([]);
    expect(places.ofPhone('+33199001001')).toEqual([A]);
    expect(places.ofPhone('+33639980001')).toEqual([B]);
    expect(places.ofPhone('+33639980002')).toEqual([]);
    of([
      [
        A as string,
        { said: { says: { phone: '01 99 00 77 77', dial: '+33199007777' }, at: 5, until: MORNING } },
      ],
    ]);
    expect(places.ofPhone('+33199001001')).toEqual([]);
    expect(places.ofPhone('+33199007777')).toEqual([A]);
  });
});

describe('a sheet', () => {
  const file = {
    path: 'sheets/a.fr.md',
    text: `---\ntitle: T\nreview: { by: '', on: '' }\nfacts:\n  - { what: "prix", says: "5 euros", as-of: 2020-01 }\n  - { what: "autre", says: "25 euros" }\n---\n## short\n\n5 euros, ou 25 euros, ou 5 euros 50.\n\nRien.\n`,
  };
  const amendment = { what: 'prix', says: '5 euros', was: '5 euros', is: '6 euros', asOf: '2026-01' };

  test('a value is changed where it stands whole, in its fact and in its lines, and nowhere else', () => {
    const { text } = amended(file, [amendment]);
    expect(text).toContain('- { what: "prix", says: "6 euros", as-of: 2026-01 }');
    expect(text).toContain('- { what: "autre", says: "25 euros" }');
    expect(text).toContain('6 euros, ou 25 euros, ');
    expect(linesWith(file, amendment)).toHaveLength(1);
    expect(
      amended(file, [{ ...amendment, what: 'autre', says: '25 euros', was: '25 euros', is: '26 euros' }])
        .text,
    ).toContain('{ what: "autre", says: "26 euros", as-of: 2026-01 }');
    expect(amended(file, []).text).toBe(file.text);
  });

  test('a signature takes the place of an empty one', () => {
    expect(signed(file, { by: 'Ada "L"', on: '2026-01-15' }).text).toContain(
      `review: { by: "Ada \\"L\\"", on: '2026-01-15' }\nfacts:`,
    );
  });
});

test.each([
  ['24/12', '2026-12-24', '2026-12-24'],
  ['15 1', '2026-01-15', '2026-01-15'],
  ['24/12 3/1', '2026-12-24', '2027-01-03'],
  ['du 24 12 au 3 1', '2026-12-24', '2027-01-03'],
  ['10/1 20/1', '2026-01-10', '2026-01-20'],
  ['1/3', '2026-03-01', '2026-03-01'],
])('days in "%s"', (words, from, to) => {
  expect(daysIn(words, MORNING)).toEqual({ from, to });
});
test.each(['', '24', '45/13', '31/2', '10/1', '24/12 3', '1/2 1/12', 'demain', '24/12 chez moi'])(
  'no days in "%s"',
  (words) => {
    expect(daysIn(words, MORNING)).toBeUndefined();
  },
);
