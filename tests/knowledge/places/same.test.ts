import { describe, expect, it } from 'vitest';
import { fuse } from '../../../src/knowledge/places/fuse.ts';
import { placed } from '../../../src/knowledge/places/identity.ts';
import { group } from '../../../src/knowledge/places/merge.ts';
import type { PlacedRow, SourceRow } from '../../../src/knowledge/places/source-row.ts';
import { PAIRS, type Told } from './pairs.ts';

let count = 0;
function row(told: Told, more: Partial<SourceRow> = {}): SourceRow {
  const [name, address, metres = 0, phone, labels] = told;
  return {
    source: 'mediation:a',
    key: `${count++}`,
    name,
    address,
    postal: '13500',
    commune: 'Martigues',
    lat: 43.4 + metres / 111_195,
    lon: 5.05,
    zone: 'Europe/Paris',
    needs: ['papers'],
    ...(phone ? { phone } : {}),
    ...(labels ? { labels: [labels] } : {}),
    ...more,
  };
}

describe('two rows', () => {
  it.each(PAIRS)('%s: $0 / $1', async (same, one, two) => {
    for (const [a, b] of [
      [one, two],
      [two, one],
    ] as const) {
      const groups = await group([row(a), row(b, { source: 'data-inclusion' })]);
      expect(groups.length === 1 ? 'same' : 'two').toBe(same);
    }
  });

  it('of one official list are two, whatever they share', async () => {
    const told: Told = ['France services de Martigues', '1 rue de la Paix', 0, '04 42 00 00 00'];
    const source = 'france-services';
    expect(await group([row(told, { source }), row(told, { source })])).toHaveLength(2);
    // Nor do they meet through a third.
    const groups = await group([row(told, { source }), row(told), row(told, { source })]);
    expect(groups.map((rows) => rows.length).sort()).toEqual([1, 2]);
  });

  it('are one by phone and name where one has only its commune for a position', async () => {
    const told: Told = ['Association Avenir', 'Quai Toulmond', 0, '04 42 00 00 00'];
    const far: Told = ['Association Avenir', '3 quai Toulmond', 4_000, '04 42 00 00 00'];
    expect(await group([row(told, { rough: true }), row(far, { source: 'data-inclusion' })])).toHaveLength(1);
    expect(await group([row(told), row(far, { source: 'data-inclusion' })])).toHaveLength(2);
  });

  it('give the same groups in any order', async () => {
    const rows = PAIRS.flatMap(([, one, two], at) => [
      row(one, { lat: 43 + at / 10 }),
      row(two, { lat: 43 + at / 10, source: 'data-inclusion' }),
    ]);
    const keys = (groups: readonly (readonly SourceRow[])[]) =>
      groups
        .map((rows) =>
          rows
            .map(({ key }) => key)
            .sort()
            .join(' '),
        )
        .sort();
    const one = keys(await group(rows));
    expect(keys(await group([...rows].reverse()))).toEqual(one);
  });
});

describe('a place', () => {
  const placedRow = (told: Partial<PlacedRow>): PlacedRow => ({
    ...row(['Exemple', '1 rue de la Paix']),
    place: 'p',
    ...told,
  });

  it('keeps its id over imports, and of two that claim one the one with more of its rows has it', () => {
    let made = 0;
    const id = () => `new ${made++}`;
    const [a, b, c] = [row(['a', '']), row(['b', '']), row(['c', ''])];
    const first = placed([[a, b, c]], [], id);
    expect(new Set(first.map((one) => one.place))).toEqual(new Set(['new 0']));
    const apart = placed([[c], [a, b]], first, id);
    const of = (key: string) => apart.find((one) => one.key === key)?.place;
    expect([of(a.key), of(b.key), of(c.key)]).toEqual(['new 0', 'new 0', 'new 1']);
    const again = placed([[b, a, c]], apart, id);
    expect(new Set(again.map((one) => one.place))).toEqual(new Set(['new 0']));
  });

  it('is told by its best source, with the newest hours and whatever corrects them', () => {
    const list = placedRow({
      source: 'france-services',
      name: 'France services de Martigues',
      hours: 'Mo 09:00-12:00',
      updatedAt: 1,
    });
    const newer = placedRow({
      ...{ name: 'Autre nom', phone: '04 42 00 00 00', dial: '+33442000000', needs: ['class'] as const },
      ...{ hours: 'Tu 09:00-12:00', updatedAt: 2, languages: ['fr', 'en'] },
    });
    const warned = placedRow({ comment: 'Fermé en août.', visits: 'appointment', wheelchair: true });
    const all = [list, newer, warned];
    const place = fuse(all);
    expect(place).toMatchObject({
      name: { text: 'France services de Martigues' },
      ...{ hours: 'Tu 09:00-12:00', updatedAt: 2, comment: 'Fermé en août.', visits: 'appointment' },
      ...{
        phone: '04 42 00 00 00',
        dial: '+33442000000',
        needs: ['papers', 'class'],
        languages: ['fr', 'en'],
      },
      ...{ wheelchair: true, source: 'France Services, Lieux de médiation numérique' },
    });
    expect(fuse([...all].reverse())).toEqual(place);
  });
});
