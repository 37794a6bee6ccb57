/** Postal codes, INSEE codes and numbers of departments, alone or with a name. */
import { CITIES } from './arrondissements.ts';
import { strip } from './phrases.ts';
import { certain, doubtful, MOST, ranked } from './ranking.ts';
import type { Atlas } from './reading.ts';
import type { Guess, Where } from './types.ts';
import { departmentOfPostal } from './zones.ts';

/** Inside one department a place need only outweigh the others this many times. */
const IN_DEPARTMENT = 3;

const CODE = /^(\d{5}|2[ab]\d{3})$/;

/** What the codes of a text mean; undefined when it has none. */
export function readCode(words: readonly string[], atlas: Atlas): readonly Guess[] | undefined {
  const joined = joinDigits(words);
  const at = joined.findIndex((word) => CODE.test(word));
  if (at >= 0) {
    const others = strip(joined.filter((_, other) => other !== at)).filter((word) => !/^\d+$/.test(word));
    const place = placeOf((joined[at] as string).toUpperCase(), words, atlas);
    return withName((joined[at] as string).toUpperCase(), place, others, atlas);
  }
  const alone = strip(words).filter((word) => word !== 'le');
  const [only, more] = alone;
  if (only === undefined || more !== undefined) return undefined;
  // A phone or a spreadsheet drops the first zero: 1000 is 01000.
  if (/^\d{4}$/.test(only)) return doubtful([atlas.at(`p:0${only}`)].filter((place) => place !== undefined));
  if (/^(\d{2,3}|2[ab])$/.test(only)) return departments(only.toUpperCase(), atlas);
  return undefined;
}

/** "93 200", "9 3 2 0 0": digits that make five together are one code. */
function joinDigits(words: readonly string[]): readonly string[] {
  for (let from = 0; from < words.length; from++) {
    let run = '';
    for (let to = from; to < words.length && /^\d{1,3}$/.test(words[to] as string) && run.length < 5; to++) {
      run += words[to];
      if (run.length === 5) return [...words.slice(0, from), run, ...words.slice(to + 1)];
    }
  }
  return words;
}

/** A postal code before an INSEE code: people know the first. Some numbers are both: 97411. */
function placeOf(code: string, words: readonly string[], atlas: Atlas): Where | undefined {
  const [postal, insee] = [atlas.at(`p:${code}`), atlas.at(`c:${code}`)];
  if (words.includes('insee')) return insee ?? postal;
  // A firm's own postal code may be some commune's INSEE code.
  return postal ?? (words.includes('cedex') ? undefined : insee);
}

function withName(code: string, place: Where | undefined, name: readonly string[], atlas: Atlas): Guess[] {
  const department = place?.department ?? departmentOfPostal(code);
  const near = name.length === 0 ? [] : namedIn(department, name, atlas);
  if (!place) {
    // A firm's code (CEDEX), or a slip: its department is known all the same.
    const around = atlas.at(`d:${department}`);
    return near.length > 0 ? near : doubtful(around ? [around] : []);
  }
  if (near.length === 0 || place.kind === 'commune') return [certain(place)];
  const residents = atlas.inPostal(code);
  const own = near.find(({ insee }) => residents.some((one) => one.insee === insee));
  if (own) return [{ ...own, sure: true }];
  // "75018 paris": of a city with districts, the one that the code names.
  if (near.some(({ insee }) => insee !== undefined && CITIES[insee])) {
    return residents[0] ? [certain(residents[0])] : [certain(place)];
  }
  return [...doubtful([place]), ...near.map((one) => ({ ...one, sure: false }))].slice(0, MOST);
}

/** Communes of a department by name, however they are written. */
export function namedIn(department: string, name: readonly string[], atlas: Atlas): Guess[] {
  const { index, list } = atlas;
  const here = ({ place }: { place: number }) =>
    list[place]?.department === department && list[place]?.kind === 'commune';
  const exact = index.exactly(name).filter(here);
  const met = exact.length > 0 ? exact : [...index.partly(name), ...index.nearly(name)].filter(here);
  return ranked(met, list, IN_DEPARTMENT);
}

/** "93", "974", "2a"; 20 is both halves of Corsica. */
function departments(code: string, atlas: Atlas): Guess[] | undefined {
  if (code === '20')
    return doubtful([atlas.at('d:2A'), atlas.at('d:2B')].filter((place) => place !== undefined));
  const place = atlas.at(`d:${code}`);
  return place && [certain(place)];
}
