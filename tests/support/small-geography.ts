/** A few communes: enough for tests, and at hand at once. */
import { type Commune, type Geography, geographyOf } from '../../src/knowledge/geo/index.ts';

const ROWS: readonly (readonly [string, string, string, number, number])[] = [
  ['01033', 'Valserhône', '01200', 46.11, 5.83],
  ['02361', 'Guise', '02120', 49.9, 3.63],
  ['37115', 'Descartes', '37160', 46.97, 0.7],
  ['05023', 'Briançon', '05100', 44.9, 6.64],
  ['74133', 'Gaillard', '74240', 46.19, 6.21],
  ['97214', 'Le Lorrain', '97214', 14.83, -61.05],
  ['97612', 'Mtsamboro', '97630', -12.7, 45.07],
  ['75112', 'Paris 12e', '75012', 48.84, 2.39],
  ['83007', 'Aups', '83630', 43.63, 6.22],
  ['83009', 'Bandol', '83150', 43.14, 5.76],
  ['05126', 'Rosans', '05150', 44.39, 5.47],
  ['06157', 'Vence', '06140', 43.72, 7.11],
  ['06088', 'Nice', '06000', 43.72, 7.27],
  ['83121', 'Salernes', '83690', 43.56, 6.23],
  ['05063', 'La Grave', '05320', 45.05, 6.31],
  ['83137', 'Toulon', '83000', 43.12, 5.93],
  ['06104', 'Roquebrune-Cap-Martin', '06190', 43.77, 7.48],
  ['13056', 'Martigues', '13500', 43.41, 5.05],
  ['13001', 'Aix-en-Provence', '13100', 43.53, 5.45],
  ['04217', 'Thoard', '04380', 44.15, 6.14],
  ['05061', 'Gap', '05000', 44.56, 6.08],
  ['84054', "L'Isle-sur-la-Sorgue", '84800', 43.92, 5.05],
  ['77188', 'Fontaine-le-Port', '77590', 48.49, 2.76],
  ['51454', 'Reims', '51100', 49.25, 4.03],
];

export function smallGeography(): Promise<Geography> {
  const communes = ROWS.map(([insee, name, postal, lat, lon]): Commune => {
    const department = /^97/.test(insee) ? insee.slice(0, 3) : insee.slice(0, 2);
    const nothing = { former: [], aliases: [] };
    return { insee, name, department, postals: [postal], population: 5_000, lat, lon, ...nothing };
  });
  const departments = [...new Set(communes.map(({ department }) => department))];
  return geographyOf(
    communes,
    departments.map((code) => ({ code, name: `Département ${code}` })),
  );
}
