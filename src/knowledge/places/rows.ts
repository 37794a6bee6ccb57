/** Many rows in little memory: numbers in typed arrays, text as bytes that are read when they are told. */
import type { Place } from '../../../flows/places.ts';
import { NEEDS } from '../../../flows/places.ts';
import type { KeptPlace } from './model.ts';

/** Doubles when it is full. */
const FIRST_ROWS = 1_024;
/** Text comes in pieces that are never copied: a place takes some 600 bytes. */
const PIECE = 1 << 20;

/** Rows by number, from 0. */
export class PlaceRows {
  #count = 0;
  #lat = new Float64Array(FIRST_ROWS);
  #lon = new Float64Array(FIRST_ROWS);
  #needs = new Uint16Array(FIRST_ROWS);
  #piece = new Uint16Array(FIRST_ROWS);
  #from = new Uint32Array(FIRST_ROWS);
  #to = new Uint32Array(FIRST_ROWS);
  /** Numbers that are dialled, as numbers: they are looked through once in a long while. */
  #dials = new Float64Array(FIRST_ROWS);
  #ids: Buffer = Buffer.alloc(FIRST_ROWS * 16);
  readonly #text: Buffer[] = [];
  #used = PIECE;
  /** Rows by id, where they did not come so. */
  #order: Uint32Array | undefined;
  #sorted = true;

  get length(): number {
    return this.#count;
  }

  /** Bytes held outside the heap. */
  get bytes(): number {
    const arrays = [
      this.#lat,
      this.#lon,
      this.#needs,
      this.#piece,
      this.#from,
      this.#to,
      this.#dials,
      this.#ids,
      ...this.#text,
    ];
    return arrays.reduce((sum, { byteLength }) => sum + byteLength, this.#order?.byteLength ?? 0);
  }

  /** Appends a place and returns its number. */
  add({ offices: _, ...place }: KeptPlace): number {
    const row = this.#count;
    if (row === this.#lat.length) this.#grow();
    this.#write(row, JSON.stringify(place));
    this.#lat[row] = place.lat;
    this.#lon[row] = place.lon;
    this.#needs[row] = place.needs.reduce((bits, need) => bits | (1 << NEEDS.indexOf(need)), 0);
    this.#dials[row] = Number(place.dial?.slice(1) ?? 0);
    this.#ids.write(place.id.replaceAll('-', ''), row * 16, 'hex');
    if (row > 0 && this.#compare(row - 1, row) > 0) this.#sorted = false;
    this.#count++;
    return row;
  }

  /** To be called once, after the last row: makes `find` possible. */
  finish(): void {
    const count = this.#count;
    // Rows that come by id, as the database gives them, are not sorted again.
    if (this.#sorted) return;
    this.#order = Uint32Array.from({ length: count }, (_, row) => row);
    this.#order.sort((a, b) => this.#compare(a, b));
  }

  lat(row: number): number {
    return this.#lat[row] as number;
  }

  lon(row: number): number {
    return this.#lon[row] as number;
  }

  /** Bits in the order of NEEDS. */
  needs(row: number): number {
    return this.#needs[row] as number;
  }

  place(row: number): Place {
    const piece = this.#text[this.#piece[row] as number] as Buffer;
    return JSON.parse(piece.toString('utf8', this.#from[row], this.#to[row])) as Place;
  }

  /** Ids of the places whose calls go to this number, E.164. */
  dialled(e164: string): readonly string[] {
    const wanted = Number(e164.slice(1));
    const found: string[] = [];
    if (!(wanted > 0)) return found;
    for (let row = 0; row < this.#count; row++)
      if (this.#dials[row] === wanted) found.push(this.place(row).id);
    return found;
  }

  /** The number of the place with this id. */
  find(id: string): number | undefined {
    const hex = id.replaceAll('-', '');
    if (!/^[0-9a-f]{32}$/i.test(hex)) return undefined;
    const wanted = Buffer.from(hex, 'hex');
    let [low, high] = [0, this.#count - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const row = this.#order?.[middle] ?? middle;
      const side = this.#ids.compare(wanted, 0, 16, row * 16, row * 16 + 16);
      if (side === 0) return row;
      if (side < 0) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  }

  #write(row: number, text: string): void {
    // At most three bytes of UTF-8 for a unit of UTF-16.
    const most = text.length * 3;
    if (this.#used + most > (this.#text.at(-1)?.length ?? 0)) {
      this.#text.push(Buffer.allocUnsafeSlow(Math.max(PIECE, most)));
      this.#used = 0;
    }
    const piece = this.#text.at(-1) as Buffer;
    this.#piece[row] = this.#text.length - 1;
    this.#from[row] = this.#used;
    this.#used += piece.write(text, this.#used);
    this.#to[row] = this.#used;
  }

  #compare(a: number, b: number): number {
    return this.#ids.compare(this.#ids, b * 16, b * 16 + 16, a * 16, a * 16 + 16);
  }

  #grow(): void {
    const size = this.#lat.length * 2;
    this.#lat = wider(this.#lat, new Float64Array(size));
    this.#lon = wider(this.#lon, new Float64Array(size));
    this.#needs = wider(this.#needs, new Uint16Array(size));
    this.#piece = wider(this.#piece, new Uint16Array(size));
    this.#from = wider(this.#from, new Uint32Array(size));
    this.#to = wider(this.#to, new Uint32Array(size));
    this.#dials = wider(this.#dials, new Float64Array(size));
    const ids = Buffer.alloc(size * 16);
    this.#ids.copy(ids);
    this.#ids = ids;
  }
}

function wider<T extends Float64Array | Uint16Array | Uint32Array>(old: T, made: T): T {
  made.set(old);
  return made;
}
