/** Texts that ask for a place: "pres de chez moi", "75018", "france services rennes", "ou manger". Pure. */
import { NEEDS, type Need } from './places.ts';
import { bare, type Ears } from './words.ts';

/** What such a text already tells. */
export interface NearAsked {
  readonly need?: Need;
  /** Id of a spot. */
  readonly where?: string;
}

/** Small words between what is asked for and where. */
const TO = /^(?:a|au|aux|vers|dans|sur|de|du|pres de|pres d|in|near|at|around) /;

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
    const [spot] = places.where(rest);
    if (spot?.sure) return { where: spot.id };
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
