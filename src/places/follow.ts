/** Keeps the places of a running service at what the database serves: a new import is taken up without a restart. */
import type { Generations } from '../../db/generations.ts';
import type { Places } from '../../flows/places.ts';
import { rowsOf } from '../import/generation.ts';
import { readCommune } from '../import/import-communes.ts';
import type { CommuneRow, Geography } from '../knowledge/geo/index.ts';
import { makePlaces } from '../knowledge/places/index.ts';
import { makeLivePlaces } from '../knowledge/places/live.ts';
import type { KeptPlace } from '../knowledge/places/model.ts';
import { placesOf, readRow } from '../knowledge/places/stored.ts';
import { makeRounds, type RoundLog, type Rounds } from '../rounds.ts';

/** Two look-ups of one row: it may be often. */
const EVERY_MS = 5_000;

/** What serves, by the numbers of its generations; 0 is what the program brings itself. */
interface Serving {
  readonly places: number;
  readonly communes: number;
}

export interface FollowDeps {
  readonly store: Generations;
  /** Geography of the packages: it serves until communes are imported. */
  readonly geography: Geography;
  /** Places that serve until some are imported. */
  readonly sample: readonly KeptPlace[];
  readonly clock: () => number;
  readonly log: RoundLog;
}

export interface Followed {
  /** Always the same object: what it answers from is replaced as a whole. */
  readonly places: Places;
  /** A round takes up what is new, and tells whether there was anything. */
  readonly rounds: Rounds<boolean>;
}

/** Serves what the database has now, and what it will have. */
export async function followPlaces({ store, geography, sample, clock, log }: FollowDeps): Promise<Followed> {
  const live = makeLivePlaces(await makePlaces({ geography, rows: sample }));
  let serving: Serving = { places: 0, communes: 0 };
  let exact = geography;

  async function round(): Promise<boolean> {
    const now = {
      places: await store.currentGeneration('places'),
      communes: await store.currentGeneration('communes'),
    };
    if (now.places === serving.places && now.communes === serving.communes) return false;
    const started = clock();
    if (now.communes !== serving.communes) exact = await geographyAt(now.communes);
    const rows = now.places === 0 ? sample : placesOf(parsed(rowsOf(store, now.places), readRow));
    const built = await makePlaces({ geography: exact, rows });
    // Built whole before it serves: a generation that is replaced meanwhile throws, and the next round begins again.
    live.replace(built);
    serving = now;
    log.info({ ...now, ms: Math.round(clock() - started) }, 'places: new data serve');
    return true;
  }

  async function geographyAt(generation: number): Promise<Geography> {
    if (generation === 0) return geography;
    const rows: CommuneRow[] = [];
    for await (const row of parsed(rowsOf(store, generation), readCommune)) rows.push(row);
    return geography.withCommunes(rows);
  }

  await round();
  const rounds = makeRounds({ name: 'places', round, clock, log, everyMs: EVERY_MS });
  return { places: live.places, rounds };
}

async function* parsed<T>(rows: AsyncIterable<string>, read: (row: string) => T): AsyncGenerator<T> {
  for await (const row of rows) yield read(row);
}
