/** The whole of it in memory: places by id, by postal code and by name. */

import { breathing } from './breathe.ts';
import { departmentPlaces } from './departments.ts';
import { LOCAL_NAMES } from './local-names.ts';
import { merge } from './merge.ts';
import { type Named, NameIndex } from './name-index.ts';
import { readPackages } from './packages.ts';
import { placeOf, postalOf, residents, withCity } from './places.ts';
import { type Atlas, read } from './reading.ts';
import type { Commune, CommuneRow, Department, Geography, Guess, Where } from './types.ts';

/** Geography from the packages: communes, postal codes and people exact, positions to a few kilometres. */
export async function loadGeography(): Promise<Geography> {
  const { communes, departments } = await readPackages();
  return geographyOf(communes, departments);
}

/** Geography of these communes. Long (a second for France), in slices of a few milliseconds. */
export async function geographyOf(
  communes: readonly Commune[],
  departments: readonly Department[],
): Promise<Geography> {
  const named = new Map(departments.map(({ code, name }) => [code, name]));
  const breathe = breathing();
  const places = new Map<string, Where>();
  const postals = new Map<string, Commune[]>();
  for (const [at, commune] of communes.entries()) {
    const place = placeOf(commune, named.get(commune.department) ?? commune.department);
    places.set(place.id, place);
    for (const postal of commune.postals) {
      const list = postals.get(postal);
      if (list) list.push(commune);
      else postals.set(postal, [commune]);
    }
    if (at % 256 === 0) await breathe();
  }
  for (const [postal, all] of postals) {
    const place = postalOf(postal, all, places);
    places.set(place.id, place);
    await breathe();
  }
  for (const place of await departmentPlaces(departments, communes, breathe)) places.set(place.id, place);

  const list: Where[] = [];
  for (const place of places.values()) {
    if (place.kind !== 'postal') list.push(place);
    if (list.length % 256 === 0) await breathe();
  }
  const index = await NameIndex.of(namesOf(list, communes));
  const atlas: Atlas = {
    index,
    list,
    at: (id) => places.get(id),
    inPostal: (postal) =>
      residents(postals.get(postal) ?? []).flatMap(({ insee }) => places.get(`c:${insee}`) ?? []),
  };
  return new MemoryGeography(atlas, communes, departments, postals);
}

class MemoryGeography implements Geography {
  readonly #atlas: Atlas;
  readonly #communes: readonly Commune[];
  readonly #departments: readonly Department[];
  readonly #postals: ReadonlyMap<string, readonly Commune[]>;

  constructor(
    atlas: Atlas,
    communes: readonly Commune[],
    departments: readonly Department[],
    postals: ReadonlyMap<string, readonly Commune[]>,
  ) {
    this.#atlas = atlas;
    this.#communes = communes;
    this.#departments = departments;
    this.#postals = postals;
  }

  where(text: string): readonly Guess[] {
    return read(text, this.#atlas);
  }

  at(id: string): Where | undefined {
    return this.#atlas.at(id);
  }

  communes(id: string): readonly string[] {
    const place = this.at(id);
    if (place?.kind === 'commune') return withCity([place.insee as string]);
    if (place?.kind !== 'postal') return [];
    return withCity(residents(this.#postals.get(place.postal as string) ?? []).map(({ insee }) => insee));
  }

  async withCommunes(rows: Iterable<CommuneRow>): Promise<Geography> {
    return geographyOf(await merge(this.#communes, rows), this.#departments);
  }
}

/** Both a commune and a department of the same name: one is enough. */
const ONE_COMMUNE = new Set(['75', '977', '978']);

/** Towns from this size on are also known by their sound. */
const HEARD_FROM = 3000;

/** What each place of the list is called. Districts are met through their city and a number. */
function* namesOf(list: readonly Where[], communes: readonly Commune[]): Generator<Named> {
  const byCode = new Map(communes.map((commune) => [commune.insee, commune]));
  for (const [place, { id, kind, insee, name, department, population }] of list.entries()) {
    const commune = kind === 'commune' ? byCode.get(insee as string) : undefined;
    if (kind === 'department' && ONE_COMMUNE.has(department)) continue;
    const heard = population >= HEARD_FROM;
    if (commune?.city === undefined) yield { name, place, heard, whole: kind === 'department' };
    for (const alias of [...(commune?.aliases ?? []), ...(LOCAL_NAMES[id] ?? [])]) {
      yield { name: alias, place, alias: true };
    }
  }
}
