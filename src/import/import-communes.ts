/** The command that imports postal codes and communes with their exact positions. */

import { Readable } from 'node:stream';
import type { Store } from '../../db/store.ts';
import type { CommuneRow } from '../knowledge/geo/index.ts';
import { readLaPoste } from '../knowledge/geo/index.ts';
import { current } from './generation.ts';
import { openFile } from './open-file.ts';
import { ImportError } from './reasons.ts';
import { replaceGeneration } from './write.ts';

export interface ImportedCommunes {
  readonly read: number;
  /** Lines that say what another one says. */
  readonly twice: number;
  readonly added: number;
  readonly retired: number;
  readonly unchanged: number;
  readonly written: boolean;
}

type Deps = Parameters<typeof replaceGeneration>[3] & { readonly store: Store };

/** Fewer rows than this are not the country. */
const LEAST = 30_000;

export async function importCommunes(
  file: string,
  { dryRun }: { readonly dryRun: boolean },
  deps: Deps,
): Promise<ImportedCommunes> {
  const { text } = await openFile(file);
  const rows = new Set<string>();
  let read = 0;
  try {
    for await (const row of readLaPoste(Readable.from(text))) {
      rows.add(writeCommune(row));
      read++;
    }
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError(`${file} : ce n’est pas le fichier des codes postaux de La Poste`);
  }
  if (rows.size < LEAST) throw new ImportError(`${file} : ${rows.size} lignes, il en faut au moins ${LEAST}`);
  const before = await current(deps.store, 'communes', String);
  const known = new Set(before.rows);
  const unchanged = [...rows].filter((row) => known.has(row)).length;
  const changes = {
    read,
    twice: read - rows.size,
    added: rows.size - unchanged,
    retired: known.size - unchanged,
    unchanged,
  };
  const differs = changes.added > 0 || changes.retired > 0;
  if (dryRun || !differs) return { ...changes, written: false };
  await replaceGeneration('communes', before.base, [...rows], deps);
  return { ...changes, written: true };
}

export function writeCommune(row: CommuneRow): string {
  return JSON.stringify(row);
}

export function readCommune(data: string): CommuneRow {
  return JSON.parse(data) as CommuneRow;
}
