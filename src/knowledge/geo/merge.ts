/** Exact geography: what the packages know of the communes, corrected by La Poste's rows. */
import { breathing } from './breathe.ts';
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
export async function merge(communes: readonly Commune[], rows: Iterable<CommuneRow>): Promise<Commune[]> {
  const breathe = breathing();
  await breathe();
  const said = new Map<string, Said>();
  const joined = new Map<string, string>();
  for (const { insee, former } of communes) for (const old of former) joined.set(old, insee);
  await breathe();
  for (const { insee: written, postal, place, lat, lon } of rows) {
    const insee = joined.get(written) ?? written;
    const one = said.get(insee) ?? { postals: new Set(), places: new Set() };
    one.postals.add(postal);
    if (place) one.places.add(place);
    if (insee === written && lat !== undefined && lon !== undefined) one.position = { lat, lon };
    said.set(insee, one);
    await breathe();
  }
  await breathe();
  const merged: Commune[] = [];
  for (const commune of communes) {
    const own = said.get(commune.insee);
    merged.push(own ? withSaid(commune, own) : commune);
    await breathe();
  }
  return merged;
}

function withSaid(commune: Commune, { position, postals, places }: Said): Commune {
  const known = places.size === 0 ? undefined : new Set([commune.name, ...commune.aliases].map(key));
  return {
    ...commune,
    ...position,
    postals: [...new Set([...commune.postals, ...postals])],
    aliases: [...commune.aliases, ...[...places].filter((place) => !known?.has(key(place))).map(titled)],
  };
}

const key = (name: string) => glue(coreWords(nameWords(name)));

/** "LA PLAINE ST DENIS" → "La Plaine Saint Denis". */
function titled(name: string): string {
  return nameWords(name)
    .map((word) => word[0]?.toUpperCase() + word.slice(1))
    .join(' ');
}
