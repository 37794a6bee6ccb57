/** The closest of many positions, kept so that it can be built in slices. */
import { around, distance } from 'geokdbush';
import KDBush from 'kdbush';

/** Positions that are sorted in one go: some milliseconds. A larger index is several of these. */
const SHARD = 8_192;
/** Positions of a leaf: few, since each is looked at, open or not. */
const LEAF = 16;

export interface Hit {
  readonly row: number;
  readonly metres: number;
}

interface Shard {
  readonly tree: KDBush;
  readonly rows: Uint32Array;
}

export class Nearest {
  readonly #shards: readonly Shard[];
  readonly #lat: (row: number) => number;
  readonly #lon: (row: number) => number;

  private constructor(shards: readonly Shard[], lat: (row: number) => number, lon: (row: number) => number) {
    this.#shards = shards;
    this.#lat = lat;
    this.#lon = lon;
  }

  /** Builds over these rows; `breathe` is awaited between slices of work. */
  static async of(
    rows: readonly number[],
    lat: (row: number) => number,
    lon: (row: number) => number,
    breathe: () => Promise<void> | undefined,
  ): Promise<Nearest> {
    const shards: Shard[] = [];
    for (let from = 0; from < rows.length; from += SHARD) {
      const part = Uint32Array.from(rows.slice(from, from + SHARD));
      const tree = new KDBush(part.length, LEAF);
      for (const row of part) tree.add(lon(row), lat(row));
      shards.push({ tree: tree.finish(), rows: part });
      await breathe();
    }
    return new Nearest(shards, lat, lon);
  }

  get length(): number {
    return this.#shards.reduce((sum, { rows }) => sum + rows.length, 0);
  }

  /** At most `most` rows within `metres` of a spot that `only` lets pass, the closest first. */
  around(
    spot: { readonly lat: number; readonly lon: number },
    most: number,
    metres: number,
    only: (row: number) => boolean,
  ): Hit[] {
    const hits: Hit[] = [];
    for (const { tree, rows } of this.#shards) {
      const pass = (at: number) => only(rows[at] as number);
      for (const at of around(tree, spot.lon, spot.lat, most, metres / 1000, pass)) {
        const row = rows[at] as number;
        hits.push({ row, metres: metresBetween(spot, { lat: this.#lat(row), lon: this.#lon(row) }) });
      }
    }
    return hits.sort((a, b) => a.metres - b.metres || a.row - b.row).slice(0, most);
  }
}

interface Position {
  readonly lat: number;
  readonly lon: number;
}

/** As the crow flies. */
export function metresBetween(a: Position, b: Position): number {
  return distance(a.lon, a.lat, b.lon, b.lat) * 1000;
}
