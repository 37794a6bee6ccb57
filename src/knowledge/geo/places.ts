/** Communes and postal codes as places. */
import { CITIES } from './arrondissements.ts';
import { middle } from './distance.ts';
import type { Commune, Where } from './types.ts';
import { zoneOf } from './zones.ts';

/** A district's city after the districts: some offices are competent for the whole city. */
export function withCity(codes: readonly string[]): string[] {
  const cities = Object.entries(CITIES).filter(([, { before }]) =>
    codes.some((code) => Number(code) > before && Number(code) <= before + 20),
  );
  return [...new Set([...codes, ...cities.map(([city]) => city)])];
}

/** The communes of a postal code by population; a city that has districts gives way to them. */
export function residents(communes: readonly Commune[]): Commune[] {
  const districts = new Set(communes.map(({ city }) => city));
  return communes
    .filter(({ insee }) => !districts.has(insee))
    .sort((a, b) => b.population - a.population || a.insee.localeCompare(b.insee));
}

export function placeOf(commune: Commune, departmentName: string): Where {
  const { insee, name, department, postals, population, lat, lon } = commune;
  const [postal] = postals.length === 1 ? postals : [];
  const zone = zoneOf(department, insee);
  return {
    id: `c:${insee}`,
    kind: 'commune',
    name,
    department,
    departmentName,
    lat,
    lon,
    zone,
    insee,
    ...(postal && { postal }),
    population,
  };
}

/** A postal code as one place: the middle of its people, the name and the clock of its largest commune. */
export function postalOf(
  postal: string,
  communes: readonly Commune[],
  places: ReadonlyMap<string, Where>,
): Where {
  const all = residents(communes);
  const main = places.get(`c:${all[0]?.insee}`) as Where;
  const centre =
    middle(all.map(({ lat, lon, population }) => ({ lat, lon, weight: population + 1 }))) ?? main;
  const { insee, ...rest } = main;
  return {
    ...rest,
    ...centre,
    id: `p:${postal}`,
    kind: 'postal',
    postal,
    ...(all.length === 1 && insee && { insee }),
    population: all.reduce((sum, one) => sum + one.population, 0),
  };
}
