/** Distances on the globe. */

export interface Position {
  /** Degrees, WGS 84. */
  readonly lat: number;
  readonly lon: number;
}

const RADIUS_KM = 6371.0088;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Kilometres between two positions, as the crow flies (haversine: right to half a percent). */
export function kilometres(a: Position, b: Position): number {
  const up = Math.sin(radians(b.lat - a.lat) / 2);
  const along = Math.sin(radians(b.lon - a.lon) / 2);
  const chord = up * up + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * along * along;
  return 2 * RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, chord)));
}

/** The middle of some positions by weight; undefined of none. Not for positions on both sides of the 180th meridian. */
export function middle(all: Iterable<Position & { readonly weight: number }>): Position | undefined {
  let [lat, lon, weight] = [0, 0, 0];
  for (const one of all) {
    lat += one.lat * one.weight;
    lon += one.lon * one.weight;
    weight += one.weight;
  }
  return weight === 0 ? undefined : { lat: lat / weight, lon: lon / weight };
}
