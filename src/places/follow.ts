/** Keeps the places of a running service at what the database serves: a new import is taken up without a restart. */
import { StoreError } from '../../db/errors.ts';
import { type Generations, KINDS, type Kind } from '../../db/generations.ts';
import type { Places } from '../../flows/places.ts';
import { rowsOf } from '../import/generation.ts';
import { readCommune } from '../import/import-communes.ts';
import { readWorkshop } from '../import/import-sessions.ts';
import { breathing } from '../knowledge/geo/breathe.ts';
import type { CommuneRow, Geography } from '../knowledge/geo/index.ts';
import type { PlaceCorrections } from '../knowledge/places/corrections.ts';
import { makePlaces } from '../knowledge/places/index.ts';
import { makeLivePlaces } from '../knowledge/places/live.ts';
import type { KeptPlace } from '../knowledge/places/model.ts';
import { placesOf, readRow } from '../knowledge/places/stored.ts';
import { makeWorkshops, type Workshop, type Workshops } from '../knowledge/places/workshops.ts';
import { makeRounds, type RoundLog, type Rounds } from '../rounds.ts';

/** Two look-ups of one row: it may be often. */
const EVERY_MS = 5_000;

/** What serves, by the numbers of its generations; 0 is what the program brings itself. */
type Serving = Readonly<Record<Kind, number>>;

export interface FollowDeps {
  readonly store: Generations;
  /** Geography of the packages: it serves until communes are imported. */
  readonly geography: Geography;
  /** Places that serve until some are imported. */
  readonly sample: readonly KeptPlace[];
  /** What is said of places since. */
  readonly corrections?: () => PlaceCorrections;
  readonly clock: () => number;
  readonly log: RoundLog;
}

export interface Followed {
  /** Always the same object: what it answers from is replaced as a whole. */
  readonly places: Places;
  /** The same for permanences and workshops. */
  readonly workshops: Workshops;
  /** A round takes up what is new, and tells whether there was anything. */
  readonly rounds: Rounds<boolean>;
}

/** Serves what the database has now, and what it will have. */
export async function followPlaces(deps: FollowDeps): Promise<Followed> {
  const { store, geography, sample, clock, log } = deps;
  const over = deps.corrections === undefined ? {} : { corrections: deps.corrections };
  const live = makeLivePlaces(await makePlaces({ geography, rows: sample, ...over }));
  let serving: Serving = { places: 0, communes: 0, workshops: 0 };
  let exact = geography;
  let sessions = makeWorkshops([]);

  async function round(): Promise<boolean> {
    const now = { ...serving };
    for (const kind of KINDS) now[kind] = await store.currentGeneration(kind);
    if (KINDS.every((kind) => now[kind] === serving[kind])) return false;
    const started = clock();
    // Built whole before it serves: a generation that is replaced meanwhile throws, and the next round begins again.
    const moved = now.communes !== serving.communes;
    const geo = moved ? await geographyAt(now.communes) : exact;
    const built = moved || now.places !== serving.places ? await placesAt(now.places, geo) : undefined;
    const coming = now.workshops === serving.workshops ? sessions : await workshopsAt(now.workshops);
    if (built) live.replace(built);
    [exact, sessions, serving] = [geo, coming, now];
    log.info({ ...now, ms: Math.round(clock() - started) }, 'places: new data serve');
    return true;
  }

  function placesAt(generation: number, geo: Geography): Promise<Places> {
    const rows = generation === 0 ? sample : placesOf(parsed(rowsOf(store, generation), readRow));
    return makePlaces({ geography: geo, rows, ...over });
  }

  async function workshopsAt(generation: number): Promise<Workshops> {
    const rows: Workshop[] = [];
    for await (const row of parsed(rowsOf(store, generation), readWorkshop)) rows.push(row);
    return makeWorkshops(rows);
  }

  async function geographyAt(generation: number): Promise<Geography> {
    if (generation === 0) return geography;
    const rows: CommuneRow[] = [];
    for await (const row of parsed(rowsOf(store, generation), readCommune)) rows.push(row);
    return geography.withCommunes(rows);
  }

  await firstRound(round);
  const rounds = makeRounds({ name: 'places', round, clock, log, everyMs: EVERY_MS });
  const workshops: Workshops = {
    sessionsNear: (query) => sessions.sessionsNear(query),
    session: (id) => sessions.session(id),
  };
  return { places: live.places, workshops, rounds };
}

/** An import that ends while a service starts is no reason not to start. */
async function firstRound(round: () => Promise<boolean>): Promise<void> {
  try {
    await round();
  } catch (error) {
    if (!(error instanceof StoreError && error.code === 'generation_gone')) throw error;
    await firstRound(round);
  }
}

/** In slices: pages that are at hand follow each other without giving others their turn. */
async function* parsed<T>(rows: AsyncIterable<string>, read: (row: string) => T): AsyncGenerator<T> {
  const breathe = breathing();
  for await (const row of rows) {
    yield read(row);
    await breathe();
  }
}
