/** La Poste's file of postal codes (laposte-hexasmal): one row for each commune, postal code and local name. */
import type { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import type { CommuneRow } from './types.ts';

/** Names of the columns, as published in 2023, and the older ones with capitals and a hash. */
const COLUMNS: Readonly<Record<string, keyof Raw>> = {
  code_commune_insee: 'insee',
  nom_de_la_commune: 'name',
  nom_commune: 'name',
  code_postal: 'postal',
  ligne_5: 'place',
  coordonnees_geographiques: 'position',
  coordonnees_gps: 'position',
};

interface Raw {
  insee?: string;
  name?: string;
  postal?: string;
  place?: string;
  position?: string;
}

const columnOf = (header: string) => COLUMNS[header.trim().toLowerCase().replace(/^#/, '')] ?? false;

/**
 * Reads the file as it streams in (UTF-8 text, `;` between fields), a row at a time. Rows without a right INSEE or postal code
 * are passed over; a row without a position keeps none.
 * @throws when the file has not these columns.
 */
export async function* readLaPoste(file: Readable): AsyncGenerator<CommuneRow> {
  const columns = (header: string[]) => {
    const names = header.map(columnOf);
    if (!names.includes('insee') || !names.includes('postal')) {
      throw new Error('not a file of postal codes: no code_commune_insee and code_postal columns');
    }
    return names;
  };
  const rows = file.pipe(parse({ delimiter: ';', bom: true, columns, relax_column_count: true }));
  // A pipe carries no errors: without this a broken file would leave the reader waiting.
  file.once('error', (error) => rows.destroy(error));
  for await (const raw of rows as AsyncIterable<Raw>) {
    const row = rowOf(raw);
    if (row) yield row;
  }
}

function rowOf(raw: Raw): CommuneRow | undefined {
  const insee = raw.insee?.trim().toUpperCase() ?? '';
  const postal = raw.postal?.trim().padStart(5, '0') ?? '';
  if (!/^\d[\dAB]\d{3}$/.test(insee) || !/^\d{5}$/.test(postal)) return undefined;
  const [lat, lon] = (raw.position ?? '').split(',').map((part) => Number.parseFloat(part));
  const position = lat !== undefined && lon !== undefined && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  return {
    insee,
    name: raw.name?.trim() ?? '',
    postal,
    ...(raw.place?.trim() && { place: raw.place.trim() }),
    ...(position && { lat, lon }),
  };
}
