/** What a free sentence says of an obstacle: "la caf de creil est fermee". Pure. */
import type { Knowledge } from '../knowledge.ts';
import { normalize } from '../normalize.ts';
import type { Texts } from '../texts/index.ts';
import { SERVICES, type Service, TROUBLES, type Trouble } from './kinds.ts';

export interface Read {
  readonly service?: Service;
  readonly trouble?: Trouble;
  /** Ids of the spots that it may name, the likeliest first; one alone when that is sure. */
  readonly spots: readonly string[];
}

/** Words that a place's name may take, so that "saint denis en france" is tried too. */
const LONGEST_NAME = 4;
/** After these stands a place. */
const BEFORE_PLACE = /^(?:de|d|a|au|aux|du|des|sur|in|of|at)$/;

/** Reads a sentence in any of the languages: what is not in it is asked afterwards. */
export function read(sentence: string, languages: readonly Texts[], knowledge: Knowledge): Read {
  const text = ` ${normalize(sentence)} `;
  const says = (words: readonly string[] | undefined) => words?.some((w) => text.includes(` ${w} `)) ?? false;
  const service = SERVICES.find((s) => languages.some((t) => says(t.civic.words.services[s])));
  const trouble = TROUBLES.find((s) => languages.some((t) => says(t.civic.words.troubles[s])));
  const spots = spotsIn(text.trim(), knowledge);
  return { ...(service ? { service } : {}), ...(trouble ? { trouble } : {}), spots };
}

/** A postal code anywhere, else a name behind "a" or "de": a name elsewhere may be any word. */
function spotsIn(text: string, { places }: Knowledge): readonly string[] {
  const postal = text.match(/(?<!\d)\d{5}(?!\d)/)?.[0];
  if (postal !== undefined) return ids(places.where(postal));
  const words = text.split(' ');
  for (let at = 1; at < words.length; at++) {
    if (!BEFORE_PLACE.test(words[at - 1] ?? '')) continue;
    for (let length = Math.min(LONGEST_NAME, words.length - at); length > 0; length--) {
      const name = words.slice(at, at + length).join(' ');
      const found = places.where(name).filter((w) => normalize(w.name).startsWith(name));
      if (found.length > 0 && name.length > 2) return ids(found);
    }
  }
  return [];
}

function ids(found: ReturnType<Knowledge['places']['where']>): readonly string[] {
  const [first] = found;
  return first === undefined ? [] : first.sure || found.length === 1 ? [first.id] : found.map((w) => w.id);
}
