/** Many rows in little memory: numbers in typed arrays, text as bytes that are read when they are told. */
import type { Place } from '../../../flows/places.ts';
import { NEEDS } from '../../../flows/places.ts';
import type { KeptPlace } from './model.ts';

/** Doubles when it is full: a place takes some 600 bytes. */
const FIRST_ROWS = 1_024;
const FIRST_BYTES = 1 << 19;

/** Rows by number, from 0. */
export class PlaceRows {
  #count = 0;
  #lat = new Float64Array(FIRST_ROWS);
  #lon = new Float64Array(FIRST_ROWS);
  #needs = new Uint16Array(FIRST_ROWS);
  #end = new Float64Array(FIRST_ROWS);
  #ids: Buffer = Buffer.alloc(FIRST_ROWS * 16);
  #text: Buffer = Buffer.alloc(FIRST_BYTES);
  #order: Uint32Array | undefined;

  get length(): number {
    return this.#count;
  }

  /** Bytes held outside the heap. */
  get bytes(): number {
    const arrays = [this.#lat, this.#lon, this.#needs, this.#end, this.#ids, this.#text];
    return arrays.reduce((sum, { byteLength }) => sum + byteLength, this.#order?.byteLength ?? 0);
  }

  /** Appends a place and returns its number. */
  add({ offices: _, ...place }: KeptPlace): number {
    const row = this.#count;
    if (row === this.#lat.length) this.#grow();
    const start = this.#startOf(row);
    // At most three bytes of UTF-8 for a unit of UTF-16.
    const text = JSON.stringify(place);
    while (start + text.length * 3 > this.#text.length) this.#text = doubled(this.#text);
    this.#end[row] = start + this.#text.write(text, start);
    this.#lat[row] = place.lat;
    this.#lon[row] = place.lon;
    this.#needs[row] = place.needs.reduce((bits, need) => bits | (1 << NEEDS.indexOf(need)), 0);
    this.#ids.write(place.id.replaceAll('-', ''), row * 16, 'hex');
    this.#count++;
    return row;
  }

  /** To be called once, after the last row: makes `find` possible and gives back what is not used. */
  finish(): void {
    const count = this.#count;
    this.#text = Buffer.from(this.#text.subarray(0, this.#startOf(count)));
    this.#order = Uint32Array.from({ length: count }, (_, row) => row);
    // Rows that come sorted by id, as the database gives them, are not sorted again.
    for (let row = 1; row < count; row++) {
      if (this.#compare(row - 1, row) > 0) {
        this.#order.sort((a, b) => this.#compare(a, b));
        break;
      }
    }
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
    return JSON.parse(this.#text.toString('utf8', this.#startOf(row), this.#end[row])) as Place;
  }

  /** The number of the place with this id. */
  find(id: string): number | undefined {
    const order = this.#order;
    const hex = id.replaceAll('-', '');
    if (!order || !/^[0-9a-f]{32}$/i.test(hex)) return undefined;
    const wanted = Buffer.from(hex, 'hex');
    let [low, high] = [0, order.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const row = order[middle] as number;
      const side = this.#ids.compare(wanted, 0, 16, row * 16, row * 16 + 16);
      if (side === 0) return row;
      if (side < 0) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  }

  #startOf(row: number): number {
    return row === 0 ? 0 : (this.#end[row - 1] as number);
  }

  #compare(a: number, b: number): number {
    return this.#ids.compare(this.#ids, b * 16, b * 16 + 16, a * 16, a * 16 + 16);
  }

  #grow(): void {
    const size = this.#lat.length * 2;
    const wider = <T extends Float64Array | Uint16Array>(old: T, made: T) => {
      made.set(old);
      return made;
    };
    this.#lat = wider(this.#lat, new Float64Array(size));
    this.#lon = wider(this.#lon, new Float64Array(size));
    this.#needs = wider(this.#needs, new Uint16Array(size));
    this.#end = wider(this.#end, new Float64Array(size));
    this.#ids = doubled(this.#ids);
  }
}

function doubled(old: Buffer): Buffer {
  const made = Buffer.alloc(old.length * 2);
  old.copy(made);
  return made;
}
