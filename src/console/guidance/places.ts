/** Places that may go with a sheet: where a helper sits, near what was typed. */
import type { Knowledge } from '../../../flows/knowledge.ts';

export interface Choice {
  /** `place|spot`. */
  readonly value: string;
  readonly label: string;
}

/** Of each spot that the words may mean. */
const EACH = 4;
const SPOTS = 2;

export function placesOf(knowledge: Knowledge, words: string, now: number): readonly Choice[] {
  if (words.trim() === '') return [];
  const spots = knowledge.places.where(words);
  const meant = spots[0]?.sure ? spots.slice(0, 1) : spots.slice(0, SPOTS);
  return meant.flatMap((where) =>
    knowledge.places.near({ where, need: 'papers', at: now, skip: 0, take: EACH }).map(({ place }) => ({
      value: `${place.id}|${where.id}`,
      label: `${place.name.text}, ${place.address}, ${place.postal} ${place.commune}${place.example ? ' (exemple)' : ''}`,
    })),
  );
}
