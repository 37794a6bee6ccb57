/** A name and what narrows it: "paris 18e", "montreuil 62", "saint denis la reunion". */
import { CITIES, districtOf } from './arrondissements.ts';
import { namedIn } from './codes.ts';
import { rank } from './numbers.ts';
import { strip } from './phrases.ts';
import { certain, doubtful, MOST } from './ranking.ts';
import type { Atlas } from './reading.ts';
import type { Guess, Where } from './types.ts';

/** What the text means when something narrows it; nothing otherwise. */
export function qualified(words: readonly string[], atlas: Atlas): readonly Guess[] {
  const byDistrict = district(words, atlas);
  if (byDistrict.length > 0) return byDistrict;
  const byNumber = numbered(words, atlas);
  return byNumber.length > 0 ? byNumber : named(words, atlas);
}

/** "paris 18", "lyon 3 eme", "marseille premier", "18e". */
function district(words: readonly string[], atlas: Atlas): Guess[] {
  for (const [at, word] of words.entries()) {
    // "18 e", "dix huitieme": two words, one number.
    for (const [text, length] of [
      [word + (words[at + 1] ?? ''), 2],
      [word, 1],
    ] as const) {
      const number = rank(text);
      if (!number || (length === 2 && words[at + 1] === undefined)) continue;
      const head = strip([...words.slice(0, at), ...words.slice(at + length)]).filter((one) => one !== 'le');
      const found = districts(head, number.number, number.ordinal, atlas);
      if (found.length > 0) return found;
    }
  }
  return [];
}

function districts(head: readonly string[], number: number, ordinal: boolean, atlas: Atlas): Guess[] {
  const cities = head.length === 0 ? (ordinal ? Object.keys(CITIES) : []) : cityNamed(head, atlas);
  const found = cities.flatMap((city) => atlas.at(`c:${districtOf(city, number)}`) ?? []);
  const [only, more] = found;
  if (only === undefined || more !== undefined) return doubtful(found);
  // "marseille 13" is the district or, with its department's number, the city.
  const city = atlas.at(`c:${cities[0]}`);
  if (!ordinal && city && Number(city.department) === number) return doubtful([only, city]);
  return [certain(only)];
}

/** The city with districts that is named so, slips allowed. */
function cityNamed(words: readonly string[], atlas: Atlas): string[] {
  const exact = atlas.index.exactly(words);
  const met = exact.length > 0 ? exact : atlas.index.nearly(words);
  const codes = met.map(({ place }) => atlas.list[place]?.insee ?? '').filter((insee) => CITIES[insee]);
  return [...new Set(codes)].slice(0, 1);
}

/** "montreuil 62", "93 saint denis", "ajaccio 2a". */
function numbered(words: readonly string[], atlas: Atlas): Guess[] {
  const at = words.findIndex((word) => /^(\d{2,3}|2[ab])$/.test(word));
  if (at < 0) return [];
  const department = (words[at] as string).toUpperCase();
  const name = strip(words.filter((_, other) => other !== at));
  if (name.length === 0 || !atlas.at(`d:${department}`)) return [];
  const codes = department === '20' ? ['2A', '2B'] : [department];
  return codes.flatMap((code) => namedIn(code, name, atlas)).slice(0, MOST);
}

/** "saint denis la reunion", "valence dans la drome". */
function named(words: readonly string[], atlas: Atlas): Guess[] {
  for (let at = 1; at < words.length; at++) {
    const around = atlas.index
      .exactly(strip(words.slice(at)))
      .map(({ place }) => atlas.list[place] as Where)
      .find(({ kind }) => kind === 'department');
    if (!around) continue;
    const found = namedIn(around.department, words.slice(0, at), atlas);
    if (found.length > 0) return found;
  }
  return [];
}
