/** The closest of many positions, kept so that it can be built in slices. */
import { around, distance } from 'geokdbush';
import KDBush from 'kdbush';

/** Positions that are sorted in one go: some milliseconds. A larger index is several of these. */
const SHARD = 4_096;
/** Positions of a leaf: few, since each is looked at, open or not. */
const LEAF = 16;

export interface Hit {
  readonly row: number;
  readonly metres: number;
}

interface Position {
  readonly lat: number;
  readonly lon: number;
}

/** Positions that lie together, and the box that they lie in. */
interface Shard {
  readonly tree: KDBush;
  readonly rows: Uint32Array;
  readonly low: Position;
  readonly high: Position;
}

export class Nearest {
  readonly #shards: readonly Shard[];
  readonly #at: (row: number) => Position;

  private constructor(shards: readonly Shard[], at: (row: number) => Position) {
    this.#shards = shards;
    this.#at = at;
  }

  /** Builds over these rows; `breathe` is awaited between slices of work. */
  static async of(
    rows: readonly number[],
    at: (row: number) => Position,
    breathe: () => Promise<void> | undefined,
  ): Promise<Nearest> {
    const shards: Shard[] = [];
    let gathered: number[] = [];
    for (const cell of await byCell(rows, at, breathe)) {
      for (const row of cell) {
        if (gathered.push(row) < SHARD) continue;
        shards.push(shardOf(gathered, at));
        gathered = [];
        await breathe();
      }
    }
    if (gathered.length > 0) shards.push(shardOf(gathered, at));
    return new Nearest(shards, at);
  }

  get length(): number {
    return this.#shards.reduce((sum, { rows }) => sum + rows.length, 0);
  }

  /** At most `most` rows within `metres` of a spot that `only` lets pass, the closest first. */
  around(spot: Position, most: number, metres: number, only: (row: number) => boolean): Hit[] {
    let hits: Hit[] = [];
    let limit = metres;
    const shards = this.#shards.map((shard) => ({ ...shard, least: leastMetres(spot, shard) }));
    for (const { tree, rows, least } of shards.sort((a, b) => a.least - b.least)) {
      if (least > limit) break;
      const pass = (at: number) => only(rows[at] as number);
      for (const at of around(tree, spot.lon, spot.lat, most, limit / 1000, pass)) {
        const row = rows[at] as number;
        hits.push({ row, metres: metresBetween(spot, this.#at(row)) });
      }
      hits = hits.sort((a, b) => a.metres - b.metres || a.row - b.row).slice(0, most);
      if (hits.length === most) limit = Math.min(metres, hits.at(-1)?.metres ?? metres);
    }
    return hits;
  }

  /** The same out of these rows, which are few; `only` is asked of each that is close. */
  among(
    these: readonly number[],
    spot: Position,
    most: number,
    metres: number,
    only: (row: number) => boolean,
  ): Hit[] {
    const hits: Hit[] = [];
    for (const row of these) {
      const at = this.#at(row);
      if (Math.abs(at.lat - spot.lat) * DEGREE > metres || !only(row)) continue;
      const hit = { row, metres: metresBetween(spot, at) };
      if (hit.metres <= metres) hits.push(hit);
    }
    return hits.sort((a, b) => a.metres - b.metres || a.row - b.row).slice(0, most);
  }
}

/** Somewhat less than a degree of latitude, in metres. */
const DEGREE = 111_000;

function shardOf(those: readonly number[], at: (row: number) => Position): Shard {
  const rows = Uint32Array.from(those);
  const tree = new KDBush(rows.length, LEAF);
  const low = { lat: 90, lon: 180 };
  const high = { lat: -90, lon: -180 };
  for (const row of rows) {
    const { lat, lon } = at(row);
    tree.add(lon, lat);
    low.lat = Math.min(low.lat, lat);
    low.lon = Math.min(low.lon, lon);
    high.lat = Math.max(high.lat, lat);
    high.lon = Math.max(high.lon, lon);
  }
  return { tree: tree.finish(), rows, low, high };
}

/** Rows by cells of a quarter of a degree, neighbouring cells one after the other (Z-order). */
async function byCell(
  rows: readonly number[],
  at: (row: number) => Position,
  breathe: () => Promise<void> | undefined,
): Promise<readonly (readonly number[])[]> {
  const cells = new Map<number, number[]>();
  for (const row of rows) {
    const { lat, lon } = at(row);
    const key = spread((lat + 90) * 4) * 2 + spread((lon + 180) * 4);
    const cell = cells.get(key);
    if (cell) cell.push(row);
    else cells.set(key, [row]);
    await breathe();
  }
  return [...cells].sort(([a], [b]) => a - b).map(([, cell]) => cell);
}

/** The bits of a number, each followed by a free one. */
function spread(value: number): number {
  let bits = value & 0xfff;
  bits = (bits | (bits << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}

/** No row of the shard is closer: the way to its box, less what a globe is not flat. */
function leastMetres(spot: Position, { low, high }: Shard): number {
  const lat = Math.min(high.lat, Math.max(low.lat, spot.lat));
  const lon = Math.min(high.lon, Math.max(low.lon, spot.lon));
  return metresBetween(spot, { lat, lon }) * 0.95;
}

/** As the crow flies. */
export function metresBetween(a: Position, b: Position): number {
  return distance(a.lon, a.lat, b.lon, b.lat) * 1000;
}
