/** Fictitious places in any number, the same for the same seed: as dense where people are as real ones. */
import { NEEDS } from '../../flows/places.ts';
import type { PlacedRow } from '../../src/knowledge/places/source-row.ts';

/** Numbers from 0 to 1, the same for a seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const TOWNS = [
  [48.87, 2.34, '75010'],
  [45.76, 4.84, '69003'],
  [43.3, 5.38, '13001'],
  [50.63, 3.06, '59000'],
  [43.6, 1.44, '31000'],
  [46.17, 1.87, '23000'],
] as const;
const STARTS = ['08:00', '08:30', '09:00', '09:15', '10:00'];
const ENDS = ['16:00', '16:30', '17:00', '17:45', '18:00'];

/** Rows sorted by place. Half lie around towns, half anywhere in France. */
export function fictitiousRows(count: number, seed = 1): PlacedRow[] {
  const next = random(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  return Array.from({ length: count }, (_, at): PlacedRow => {
    const [lat, lon, postal] = pick(TOWNS);
    const spread = next() < 0.5 ? 0.2 : 4;
    const position = { lat: lat + (next() - 0.5) * spread, lon: lon + (next() - 0.5) * spread };
    const lunch =
      next() < 0.5 ? `${pick(STARTS)}-12:00,13:30-${pick(ENDS)}` : `${pick(STARTS)}-${pick(ENDS)}`;
    const hex = at.toString(16).padStart(12, '0');
    return {
      source: 'mediation:exemple',
      key: String(at),
      place: `00000000-0000-7000-8000-${hex}`,
      name: `Exemple Maison de quartier numéro ${at} de la ville`,
      address: `${at % 200} rue de l'Exemple`,
      postal,
      commune: 'Exemple',
      ...position,
      zone: 'Europe/Paris',
      phone: '01 99 00 00 00',
      dial: '+33199000000',
      needs: [...new Set(['papers' as const, pick(NEEDS), pick(NEEDS)])],
      ...(next() < 0.9 ? { hours: `Mo-Fr ${lunch}; Sa ${pick(STARTS)}-12:00; PH off` } : {}),
      ...(next() < 0.2 ? { comment: 'Fermé en août.' } : {}),
      updatedAt: 1_700_000_000_000,
    };
  });
}
