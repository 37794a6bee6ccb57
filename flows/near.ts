/** Texts that ask for a place: "pres de chez moi", "75018", "france services rennes", "ou manger". Pure. */
import { NEEDS, type Need, type Where } from './places.ts';
import { bare, type Ears, isSmall } from './words.ts';

/** What such a text already tells. */
export interface NearAsked {
  readonly need?: Need;
  /** Id of a spot. */
  readonly where?: string;
  /** Ids of those that are called so, where there are several. */
  readonly spots?: readonly string[];
}

/** Small words between what is asked for and where. */
const TO = /^(?:a|au|aux|vers|dans|sur|de|du|pres de|pres d|in|near|at|around) /;

/** Words of the name of a place: what is longer tells something else, and is looked up at length. */
const LONGEST = 5;

/** Before a place, and hardly before anything else. */
const AT = /^(?:a|au|aux|vers|dans|pres de|pres d|in|near|at|around) /;

/** A request for places said as such, with the spot if it is told; `text` is normalized. */
export function nearOf(text: string, ears: Ears): NearAsked | undefined {
  const inner = bare(text, ears);
  const { places } = ears.knowledge;
  if (/^\d{5}$/.test(inner)) {
    const [spot] = places.where(inner);
    return spot ? { where: spot.id } : undefined;
  }
  for (const t of Object.values(ears.languages)) {
    const said = t.points.asksNear.find((p) => inner === p || inner.startsWith(`${p} `));
    if (said === undefined) continue;
    const rest = inner.slice(said.length).trim().replace(TO, '');
    if (rest === '') return {};
    const spots = places.where(rest);
    if (spots.length > 0) return named(spots);
  }
  return undefined;
}

function named(spots: readonly Where[]): NearAsked {
  const [spot, ...others] = spots;
  if (spot && (spot.sure || others.length === 0)) return { where: spot.id };
  return { spots: spots.map(({ id }) => id) };
}

/** "un ordinateur a saint denis", "imprimer vers gap": a need, small words, and where. `most`: other words. */
export function needAt(text: string, ears: Ears, most = 0): NearAsked | undefined {
  const words = bare(text, ears).split(' ');
  const between = words.findIndex((_, at) => at > 0 && AT.test(`${words.slice(at).join(' ')} `));
  if (between === -1) return undefined;
  const [said, rest] = [words.slice(0, between), words.slice(between).join(' ').replace(AT, '')];
  for (const t of Object.values(ears.languages)) {
    const need = NEEDS.find((n) => said.some((word) => t.points.words[n].includes(word)));
    if (need === undefined) continue;
    const known = new Set([...t.points.words[need], ...t.points.asksWhere]);
    const others = said.filter((word) => !known.has(word) && !isSmall(word, ears));
    if (others.length > most || rest.split(' ').length > LONGEST) continue;
    const spots = ears.knowledge.places.where(rest);
    if (spots.length === 0) continue;
    return { need, ...named(spots) };
  }
  return undefined;
}

/** "ou manger", "where can i sleep": a need after a word that asks where; only when nothing else was found. */
export function needAsked(text: string, ears: Ears): NearAsked | undefined {
  const tokens = bare(text, ears).split(' ');
  for (const t of Object.values(ears.languages)) {
    if (!tokens.some((w) => t.points.asksWhere.includes(w))) continue;
    const need = NEEDS.find((n) => tokens.some((w) => t.points.words[n].includes(w)));
    if (need !== undefined) return { need };
  }
  return undefined;
}
