/** Places in memory: what is near and open, which office is competent, one place by its id. */
import { NEEDS, type Near, type Need, type Place, type Places, type Where } from '../../../flows/places.ts';
import { breathing } from '../geo/breathe.ts';
import type { Geography, Where as Spot } from '../geo/types.ts';
import { makeCompile } from './compile.ts';
import { CorrectedRows, NO_CORRECTIONS, type PlaceCorrections } from './corrections.ts';
import type { CompileHours, KeptPlace } from './model.ts';
import { metresBetween, Nearest } from './nearest.ts';
import { Offices } from './offices.ts';
import { Openings } from './openings.ts';
import { QUIET, rank } from './ranking.ts';
import { PlaceRows } from './rows.ts';

export interface PlacesDeps {
  readonly geography: Geography;
  /** Opening hours; those of the place's own clock and holidays unless said. */
  readonly compile?: CompileHours;
  /** Sorted by id or not; read once. */
  readonly rows: Iterable<KeptPlace> | AsyncIterable<KeptPlace>;
  /** What is said of places since: asked for at each look-up. */
  readonly corrections?: () => PlaceCorrections;
}

/** The places of these rows, built in slices of a few milliseconds. */
export async function makePlaces({
  geography,
  compile = makeCompile(),
  rows: source,
  corrections = () => NO_CORRECTIONS,
}: PlacesDeps): Promise<Places> {
  const breathe = breathing();
  const rows = new PlaceRows();
  const openings = new Openings(compile);
  const offices = new Offices();
  const zones = new ZoneOf();
  for await (const kept of source) {
    const row = rows.add(kept);
    openings.add(kept);
    zones.add(kept.zone);
    if (kept.offices) offices.add(row, kept.offices);
    await breathe();
  }
  rows.finish();
  openings.finish();
  await offices.finish(breathe);
  const corrected = new CorrectedRows(rows, compile, corrections);
  const position = (row: number) => ({ lat: rows.lat(row), lon: rows.lon(row) });
  const byNeed = new Map<Need, Nearest>();
  for (const [bit, need] of NEEDS.entries()) {
    const those: number[] = [];
    for (let row = 0; row < rows.length; row++) if (rows.needs(row) & (1 << bit)) those.push(row);
    await breathe();
    byNeed.set(need, await Nearest.of(those, position, breathe));
  }

  const seen = (row: number, where: Where, at: number): Near => ({
    place: corrected.place(row, at),
    metres: metresBetween(where, position(row)),
    opening: corrected.opening(row, at) ?? openings.at(at)(row),
  });
  return {
    where: (text) => geography.where(text).map((guess) => ({ ...told(guess), sure: guess.sure })),
    spot: (id) => {
      const spot = geography.at(id);
      return spot && told(spot);
    },
    near({ where, need, at, skip, take }) {
      const index = byNeed.get(need);
      const here = zones.only(where.zone);
      if (!index) return [];
      const bit = 1 << NEEDS.indexOf(need);
      const few = corrected.few(openings.fewOpen(at), at)?.filter((row) => (rows.needs(row) & bit) !== 0);
      const [openingOf, isOpen] = [openings.at(at), openings.openAt(at)];
      const hits = rank(index, {
        spot: where,
        at,
        skip,
        take,
        only: here,
        fewOpen: few,
        quiet: corrected.otherHours ? 0 : openings.quiet(at, QUIET),
        openingOf: (row) => corrected.opening(row, at) ?? openingOf(row),
        isOpen: (row) => {
          const said = corrected.opening(row, at);
          return said === undefined ? isOpen(row) : said.is === 'open';
        },
      });
      return hits.map(({ row }) => seen(row, where, at));
    },
    place(id, where, at) {
      const row = rows.find(id);
      return row === undefined ? undefined : seen(row, where, at);
    },
    covers: (need) => (byNeed.get(need)?.length ?? 0) > 0,
    office: (body, where) => officeOf(body, where, { geography, offices, rows }),
    ofPhone(number) {
      const { now, before } = corrected.dials(number);
      const own = rows.dialled(number).filter((id) => !before.includes(id));
      return [...new Set([...corrected.ofPhone(number), ...now, ...own])];
    },
  };
}

/** The closest of the offices that are competent for where somebody is. */
function officeOf(
  body: string,
  where: Where,
  { geography, offices, rows }: { geography: Geography; offices: Offices; rows: PlaceRows },
): Place | undefined {
  for (const insee of geography.communes(where.id)) {
    const [closest] = offices
      .of(body, insee)
      .map((row) => ({ row, metres: metresBetween(where, { lat: rows.lat(row), lon: rows.lon(row) }) }))
      .sort((a, b) => a.metres - b.metres || a.row - b.row);
    if (closest) return rows.place(closest.row);
  }
  return undefined;
}

/** What dialogues see of a spot. */
function told({ id, kind, name, department, lat, lon, zone, insee }: Spot): Where {
  return {
    id,
    kind,
    name,
    department,
    lat,
    lon,
    zone,
    ...(insee === undefined ? {} : { insee }),
    sure: true,
  };
}

/** The clock of each row: places under another clock are on another island. */
class ZoneOf {
  readonly #numbers = new Map<string, number>();
  readonly #ofRow: number[] = [];

  add(zone: string): void {
    const known = this.#numbers.get(zone);
    if (known === undefined) this.#numbers.set(zone, this.#numbers.size);
    this.#ofRow.push(known ?? this.#numbers.size - 1);
  }

  only(zone: string): (row: number) => boolean {
    const number = this.#numbers.get(zone);
    return (row) => this.#ofRow[row] === number;
  }
}
