/** The command that imports places, without its terminal. */
import type { Store } from '../../db/store.ts';
import type { Geography } from '../knowledge/geo/index.ts';
import type { PlacedRow } from '../knowledge/places/source-row.ts';
import { readRow, writeRow } from '../knowledge/places/stored.ts';
import { current } from './generation.ts';
import type { Limits } from './open-file.ts';
import { type Plan, planOf } from './plan.ts';
import { readPoints } from './points.ts';
import { ImportError } from './reasons.ts';
import type { Rejects } from './rejects.ts';
import { replaceGeneration } from './write.ts';

export interface ImportDeps {
  readonly store: Store;
  readonly geography: Geography;
  readonly rejects: Rejects;
  /** UUIDv7. */
  readonly ids: () => string;
  /** UTC milliseconds. */
  readonly now: number;
  /** Milliseconds, for measuring. */
  readonly clock: () => number;
  readonly pause: (ms: number) => Promise<void>;
  readonly progress: (text: string) => void;
  readonly limits?: Limits;
}

export interface ImportOptions {
  /** Says what would change, and writes nothing. */
  readonly dryRun: boolean;
  /** Retires most of a source where a file asks for it. */
  readonly retire: boolean;
  /** Day of the data, for files that do not tell it: UTC milliseconds. */
  readonly edition?: number;
}

export interface Imported {
  readonly plan: Plan;
  /** Whether anything was written. */
  readonly written: boolean;
  readonly rejects?: string;
}

/** More of a source than this goes only when asked: a file that is a part would empty the rest. */
const MOST_GONE = 0.5;
const FEW = 20;

export async function importPoints(
  files: readonly string[],
  options: ImportOptions,
  deps: ImportDeps,
): Promise<Imported> {
  const { store, geography, rejects, ids, now, clock, pause, progress } = deps;
  let rejected: string | undefined;
  const read = await readPoints(files, {
    geography,
    clock,
    onReject: rejects.add,
    onProgress: (file, count) => progress(`${file} : ${count} lignes lues`),
    ...(deps.limits ? { limits: deps.limits } : {}),
    ...(options.edition === undefined ? {} : { edition: options.edition }),
  }).finally(async () => {
    rejected = await rejects.end();
  });
  progress('rapprochement des lieux');
  const { base, rows } = await current<PlacedRow>(store, 'places', readRow);
  const plan = await planOf(rows, read, ids);
  const whole = plan.gone.find(({ gone, had }) => gone > FEW && gone > had * MOST_GONE);
  if (whole && !options.retire) {
    throw new ImportError(
      `${whole.gone} des ${whole.had} lieux de « ${whole.source} » ne sont plus dans ce fichier. ` +
        'S’il est bien complet, relancez avec --retirer ; rien n’est changé',
    );
  }
  const told = rejected === undefined ? {} : { rejects: rejected };
  if (options.dryRun || !plan.differs) return { plan, written: false, ...told };
  await replaceGeneration('places', base, plan.rows.map(writeRow), {
    ...{ store, now, clock, pause },
    onProgress: (written, of) => progress(`écriture : ${written} sur ${of}`),
  });
  return { plan, written: true, ...told };
}
