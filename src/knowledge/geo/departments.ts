/** Departments and territories as places: for people who say no more. */
import { middle } from './distance.ts';
import type { Commune, Department, Where } from './types.ts';
import { zoneOf } from './zones.ts';

/** Each as a place, at the centre of its people, in the clock of its largest commune. */
export async function departmentPlaces(
  departments: readonly Department[],
  communes: readonly Commune[],
  breathe: () => Promise<void> | undefined,
): Promise<Where[]> {
  const members = new Map<string, Commune[]>();
  for (const [at, commune] of communes.entries()) {
    if (at % 256 === 0) await breathe();
    // A city counts once, not with its districts.
    if (commune.city !== undefined) continue;
    const list = members.get(commune.department);
    if (list) list.push(commune);
    else members.set(commune.department, [commune]);
  }
  const found: Where[] = [];
  for (const { code, name } of departments) {
    await breathe();
    const all = members.get(code) ?? [];
    const centre = middle(all.map(({ lat, lon, population }) => ({ lat, lon, weight: population + 1 })));
    if (!centre) continue;
    found.push({
      id: `d:${code}`,
      kind: 'department',
      name,
      department: code,
      departmentName: name,
      ...centre,
      zone: zoneOf(code),
      population: all.reduce((sum, { population }) => sum + population, 0),
    });
  }
  return found;
}
