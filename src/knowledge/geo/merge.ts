/** Exact geography: what the packages know of the communes, corrected by La Poste's rows. */
import { coreWords, glue, nameWords } from './names.ts';
import type { Commune, CommuneRow } from './types.ts';

/** What the file says of one commune. */
interface Said {
  position?: { readonly lat: number; readonly lon: number };
  readonly postals: Set<string>;
  readonly places: Set<string>;
}

/**
 * The communes with the positions of the rows; postal codes and local names are added to what is known. A row of a commune
 * that was joined to another since adds to that one, but does not move it.
 */
export function merge(communes: readonly Commune[], rows: Iterable<CommuneRow>): Commune[] {
  const said = new Map<string, Said>();
  const joined = new Map(communes.flatMap(({ insee, former }) => former.map((old) => [old, insee] as const)));
  for (const { insee: written, postal, place, lat, lon } of rows) {
    const insee = joined.get(written) ?? written;
    const one = said.get(insee) ?? { postals: new Set(), places: new Set() };
    one.postals.add(postal);
    if (place) one.places.add(place);
    if (insee === written && lat !== undefined && lon !== undefined) one.position = { lat, lon };
    said.set(insee, one);
  }
  return communes.map((commune) => {
    const own = said.get(commune.insee);
    if (!own) return commune;
    // The names of a district's parts stay with the city's districts: "Les Goudes" is Marseille 8e.
    const known = new Set([commune.name, ...commune.aliases].map(key));
    const places = [...own.places].filter((place) => !known.has(key(place)));
    return {
      ...commune,
      ...own.position,
      postals: [...new Set([...commune.postals, ...own.postals])],
      aliases: [...commune.aliases, ...places.map(titled)],
    };
  });
}

const key = (name: string) => glue(coreWords(nameWords(name)));

/** "LA PLAINE ST DENIS" → "La Plaine Saint Denis". */
function titled(name: string): string {
  return nameWords(name)
    .map((word) => word[0]?.toUpperCase() + word.slice(1))
    .join(' ');
}
