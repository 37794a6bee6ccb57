/** An import on a real database file, with a clock and ids of its own. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import { type Imported, type ImportOptions, importPoints } from '../../src/import/import-points.ts';
import type { Limits } from '../../src/import/open-file.ts';
import { makeRejects, NO_REJECTS } from '../../src/import/rejects.ts';
import type { Geography } from '../../src/knowledge/geo/index.ts';
import type { PlacedRow } from '../../src/knowledge/places/source-row.ts';
import { readRow } from '../../src/knowledge/places/stored.ts';

export const fixture = (name: string) => fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url));
export const FIXTURES = {
  franceServices: fixture('france-services-2024-08.csv'),
  older: fixture('lieux-mediation-2023-05.json'),
  current: fixture('exemple-1.0.2.csv'),
  annuaire: fixture('annuaire.json'),
  structures: fixture('data-inclusion-structures.json'),
  services: fixture('data-inclusion-services.json'),
} as const;

export interface Bench {
  readonly dir: string;
  readonly store: Store;
  points(files: readonly string[], more?: Partial<ImportOptions> & { limits?: Limits }): Promise<Imported>;
  rows(): Promise<readonly PlacedRow[]>;
  /** Writes a file beside the database. */
  file(name: string, content: string | Uint8Array): string;
  /** What the file of rejected rows holds. */
  rejects(): string;
  close(): Promise<void>;
}

export async function makeBench(geography: Geography): Promise<Bench> {
  const dir = mkdtempSync(join(tmpdir(), 'relais-import-'));
  const store = await openStore(join(dir, 'relais.db'));
  let made = 0;
  let time = 0;
  let runs = 0;
  return {
    dir,
    store,
    points: (files, { dryRun = false, retire = false, limits, ...dated } = {}) =>
      importPoints(
        files,
        { dryRun, retire, ...dated },
        {
          ...{ store, geography, now: 1, clock: () => time++, pause: async () => {}, progress: () => {} },
          ids: () => `00000000-0000-7000-8000-${(made++).toString(16).padStart(12, '0')}`,
          rejects: dryRun ? NO_REJECTS : makeRejects(join(dir, `rejets-${runs++}.csv`)),
          ...(limits ? { limits } : {}),
        },
      ),
    async rows() {
      const generation = await store.currentGeneration('places');
      if (generation === 0) return [];
      return (await store.readGeneration(generation, 0, 100_000)).rows.map(readRow);
    },
    file(name, content) {
      const path = join(dir, name);
      writeFileSync(path, content);
      return path;
    },
    rejects: () =>
      readdirSync(dir)
        .filter((name) => name.startsWith('rejets'))
        .map((name) => readFileSync(join(dir, name), 'utf8'))
        .join(''),
    async close() {
      await store.close();
      rmSync(dir, { recursive: true });
    },
  };
}

/** The sum that every account keeps to. */
export function settled({ plan }: Imported): boolean {
  return plan.accounts.every(({ read, kept, merged, rejected }) => {
    const refused = [...rejected.values()].reduce((sum, count) => sum + count, 0);
    return read === kept + merged + refused;
  });
}
