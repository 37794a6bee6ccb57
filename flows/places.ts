/** What dialogues may ask about places: where somebody is, what is near and open, what a place is like. */
import type { Lang, Line } from './flow.ts';

/** What people look for. The first is met by a helper with papers and online steps. */
export const NEEDS = [
  'papers',
  'computer',
  'class',
  'food',
  'shelter',
  'care',
  'legal',
  'work',
  'youth',
] as const;
export type Need = (typeof NEEDS)[number];

/** A spot that a person named: a postal code, a commune, a district, a department. */
export interface Where {
  /** Stable: `p:75018`, `c:93066`, `d:93`. */
  readonly id: string;
  readonly kind: 'postal' | 'commune' | 'department';
  /** "Saint-Denis", "Paris 18e", "Seine-Saint-Denis". */
  readonly name: string;
  /** Code of the department: `93`, `2A`, `974`. */
  readonly department: string;
  readonly lat: number;
  readonly lon: number;
  /** IANA. */
  readonly zone: string;
  /** INSEE code of the commune, where it is one. */
  readonly insee?: string;
  /** Much likelier than the others that the words may mean. */
  readonly sure: boolean;
}

/** Whether a place is open: never "open" where it may be closed. Instants are UTC milliseconds. */
export type Opening =
  | { readonly is: 'open'; readonly until?: number }
  /** `through`: an instant of the last day on which it said that it is closed. */
  | { readonly is: 'closed'; readonly opens?: number; readonly through?: number }
  | { readonly is: 'unknown' };

export interface Place {
  /** UUID, the same over imports. */
  readonly id: string;
  readonly name: Line;
  readonly address: string;
  readonly postal: string;
  readonly commune: string;
  readonly lat: number;
  readonly lon: number;
  readonly zone: string;
  /** As dialled in its territory, digits and spaces. */
  readonly phone?: string;
  /** E.164, where a call may be put through. */
  readonly dial?: string;
  readonly needs: readonly Need[];
  /** OSM opening hours, where they are known and nothing corrects them. */
  readonly hours?: string;
  /** Words of the source about its hours or its visits: read out, and then it is never "open". */
  readonly comment?: string;
  /** A sentence of those who keep the places, told with the details. */
  readonly note?: string;
  /** It moves, has several sites, or works by appointment: never "open". */
  readonly visits?: 'moves' | 'several' | 'appointment';
  /** BCP 47 codes of languages spoken there. */
  readonly languages?: readonly Lang[];
  readonly wheelchair?: boolean;
  /** Day of the source's own update, UTC milliseconds. */
  readonly updatedAt?: number;
  /** Where it comes from: told with the details. */
  readonly source: string;
  /** Of the small fictitious sample: answers say "exemple". */
  readonly example?: boolean;
}

/** A place as seen from a spot at a moment. */
export interface Near {
  readonly place: Place;
  readonly metres: number;
  readonly opening: Opening;
}

export interface NearQuery {
  readonly where: Where;
  readonly need: Need;
  /** The moment meant: now, or another. */
  readonly at: number;
  readonly skip: number;
  readonly take: number;
}

export interface Places {
  /** What these words may mean, the likeliest first, at most four; none when nothing is recognised. */
  where(text: string): readonly Where[];
  /** A spot by its id. */
  spot(id: string): Where | undefined;
  /** Open now first, then those that open soonest or whose hours are unknown, by distance. */
  near(query: NearQuery): readonly Near[];
  /** One place as seen from a spot. */
  place(id: string, where: Where, at: number): Near | undefined;
  /** Whether any data covers this need at all: a need without is said, with who knows. */
  covers(need: Need): boolean;
  /** The office that is competent for a commune (town hall, Caf, prefecture …), where the data tells. */
  office(body: string, where: Where): Place | undefined;
  /** Ids of the places that may be spoken for from this number (E.164). */
  ofPhone(number: string): readonly string[];
}
