/** One place of data·inclusion from a structure and the services that are given there. */
import type { Need } from '../../../flows/places.ts';
import { metresBetween } from '../../knowledge/places/nearest.ts';
import type { SourceRow } from '../../knowledge/places/source-row.ts';
import type { At } from '../format.ts';
import { hoursOf } from '../hours.ts';
import type { Located } from '../locate.ts';
import { phoneOf } from '../phone.ts';

export const SOURCE = 'data-inclusion';
/** An address that is this close is the structure's own. */
const SAME_DOOR = 150;

/** What is kept of a record until all are read. */
export interface Told {
  readonly at: At;
  readonly key: string;
  readonly name: string;
  readonly address?: string;
  readonly spot?: Located;
  readonly phone?: string;
  readonly needs: readonly Need[];
  readonly hours?: string;
  readonly updatedAt?: number;
}

export interface Structure extends Told {
  readonly siret?: string;
  readonly labels: readonly string[];
}

export interface Service extends Told {
  readonly structure: string;
  readonly comeFreely: boolean;
}

/** A service without a place of its own is at its structure's. */
export function closeTo(spot: Located | undefined, other: Located | undefined): boolean {
  if (!spot) return true;
  return (
    other !== undefined &&
    (metresBetween(spot, other) <= SAME_DOOR || (spot.rough === true && spot.commune === other.commune))
  );
}

/** The row of a place: its structure's name, what its services meet, hours where all agree. */
export function rowOf(
  key: string,
  structure: Structure,
  where: Told,
  services: readonly Service[],
): SourceRow {
  const { department, ...spot } = where.spot as Located;
  const all = [structure, ...services];
  const needs = [...new Set(all.flatMap((one) => one.needs))];
  // A service may have hours of its own: where they differ, nobody can tell for all of them.
  const hours = new Set(
    services.length > 0 ? services.map((one) => one.hours ?? structure.hours) : [structure.hours],
  );
  const phone = where.phone ?? structure.phone ?? services.find((one) => one.phone)?.phone;
  const updatedAt = Math.max(0, ...all.map((one) => one.updatedAt ?? 0));
  return {
    source: SOURCE,
    key,
    name: structure.name,
    address: where.address ?? structure.address ?? '',
    ...spot,
    ...phoneOf(phone, department),
    needs,
    ...(hours.size === 1 ? hoursOf([...hours][0]) : {}),
    ...(services.some(({ comeFreely }) => !comeFreely) ? { visits: 'appointment' } : {}),
    ...(updatedAt > 0 ? { updatedAt } : {}),
    ...some('siret', structure.siret),
    ...(structure.labels.length > 0 ? { labels: structure.labels } : {}),
  };
}

/** The field, unless it is unknown. */
export function some<K extends string, V>(key: K, value: V | undefined): { [key in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [key in K]?: V };
}
