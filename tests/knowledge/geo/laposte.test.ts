import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type CommuneRow,
  type Geography,
  kilometres,
  readLaPoste,
} from '../../../src/knowledge/geo/index.ts';
import { geography as realGeography } from '../../support/library.ts';
import { dataFile } from './real-data.ts';

const HEADER =
  'code_commune_insee;nom_de_la_commune;code_postal;ligne_5;libelle_d_acheminement;coordonnees_geographiques';
const file = (...lines: string[]) => Readable.from([[HEADER, ...lines].join('\n')]);

async function rowsOf(stream: Readable): Promise<CommuneRow[]> {
  const rows: CommuneRow[] = [];
  for await (const row of readLaPoste(stream)) rows.push(row);
  return rows;
}

let geography: Geography;
beforeAll(async () => {
  geography = await realGeography();
});

describe("La Poste's file", () => {
  it('is read row by row', async () => {
    const rows = await rowsOf(
      file(
        '93066;ST DENIS;93210;LA PLAINE ST DENIS;ST DENIS;48.929643578,2.359289324',
        '01001;L ABERGEMENT CLEMENCIAT;1400;;L ABERGEMENT CLEMENCIAT;',
        'nonsense;X;123;;X;',
      ),
    );
    expect(rows).toEqual([
      {
        insee: '93066',
        name: 'ST DENIS',
        postal: '93210',
        place: 'LA PLAINE ST DENIS',
        lat: 48.929643578,
        lon: 2.359289324,
      },
      { insee: '01001', name: 'L ABERGEMENT CLEMENCIAT', postal: '01400' },
    ]);
  });

  it('is refused when it is another file', async () => {
    await expect(rowsOf(Readable.from(['a;b\n1;2\n']))).rejects.toThrow(/postal codes/);
  });

  it('makes positions exact, and adds postal codes and local names', async () => {
    const rows = await rowsOf(
      file('93066;ST DENIS;93999;LA PLAINE ST DENIS;ST DENIS;48.9,2.3', '99999;NOWHERE;99999;;NOWHERE;1,1'),
    );
    const exact = await geography.withCommunes(rows);
    expect(exact.at('c:93066')).toMatchObject({ lat: 48.9, lon: 2.3, name: 'Saint-Denis' });
    expect(exact.where('93999')[0]).toMatchObject({ id: 'p:93999', name: 'Saint-Denis', sure: true });
    expect(exact.where('la plaine saint denis')[0]).toMatchObject({
      id: 'c:93066',
      said: 'La Plaine Saint Denis',
    });
    expect(exact.where('rennes')[0]).toMatchObject({ id: 'c:35238', sure: true });
    // The one that it was made from has not changed.
    expect(geography.at('p:93999')).toBeUndefined();
  });

  const real = dataFile('laposte-hexasmal-2023.csv');
  it.runIf(real)('in full: how far the packages are from it', async () => {
    const rows = await rowsOf(createReadStream(real as string));
    const exact = await geography.withCommunes(rows);
    const errors: [km: number, people: number][] = [];
    let lost = 0;
    for (const insee of new Set(rows.map((row) => row.insee))) {
      const [ours, theirs] = [geography.at(`c:${insee}`), exact.at(`c:${insee}`)];
      if (ours && theirs) errors.push([kilometres(ours, theirs), ours.population]);
      else lost++;
    }
    errors.sort(([a], [b]) => a - b);
    const people = errors.reduce((sum, [, one]) => sum + one, 0);
    const byPeople = (share: number) => {
      let left = share * people;
      for (const [km, one] of errors) {
        left -= one;
        if (left <= 0) return km;
      }
      return Number.NaN;
    };
    const byCommune = (share: number) => errors[Math.floor(errors.length * share)]?.[0] ?? Number.NaN;
    const km = (of: (share: number) => number) =>
      [0.5, 0.9, 0.99].map((share) => of(share).toFixed(1)).join(' / ');
    console.info(
      `positions, km off at 50 / 90 / 99 %: of people ${km(byPeople)}, of communes ${km(byCommune)}; ` +
        `${rows.length} rows, ${lost} communes of the file gone since`,
    );
    expect(byPeople(0.5)).toBeLessThan(1.5);
    expect(byPeople(0.9)).toBeLessThan(8);
    // Everybody who gives a postal code of the file is found.
    const missing = rows.filter(({ postal }) => !exact.at(`p:${postal}`)).map(({ postal }) => postal);
    // Monaco is no commune of France; nobody lives on Clipperton.
    expect(new Set(missing)).toEqual(new Set(['98000', '98799']));
  });
});
