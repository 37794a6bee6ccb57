/** A place as one source tells it, in our words: what the database keeps. Several rows may tell one place. */
import type { Lang } from '../../../flows/flow.ts';
import type { Need, Place } from '../../../flows/places.ts';
import type { Office } from './model.ts';

/** Where rows come from. `rank`: whose words are told first. `distinct`: no two of its rows are one place. */
export const SOURCES = {
  'france-services': { name: 'France Services', rank: 0, distinct: true },
  annuaire: { name: "Annuaire de l'administration", rank: 1, distinct: true },
  mediation: { name: 'Lieux de médiation numérique', rank: 2, distinct: false },
  'data-inclusion': { name: 'data.inclusion', rank: 3, distinct: false },
} as const;
export type SourceKind = keyof typeof SOURCES;

export interface SourceRow {
  /** A source, and which file of it where there are several: `mediation:lieux-mediation-paca`. */
  readonly source: string;
  /** Its id there. */
  readonly key: string;
  /** The whole name. */
  readonly name: string;
  readonly address: string;
  readonly postal: string;
  readonly commune: string;
  readonly lat: number;
  readonly lon: number;
  /** The position is the commune's: the source has none, or a wrong one. */
  readonly rough?: true;
  readonly zone: string;
  readonly phone?: string;
  readonly dial?: string;
  readonly needs: readonly Need[];
  readonly hours?: string;
  readonly comment?: string;
  readonly visits?: NonNullable<Place['visits']>;
  readonly languages?: readonly Lang[];
  readonly wheelchair?: boolean;
  readonly updatedAt?: number;
  readonly siret?: string;
  /** Networks that it says it belongs to, beside what its name tells: kinds of match-words.ts. */
  readonly labels?: readonly string[];
  readonly offices?: readonly Office[];
}

/** A row with the place that it tells, as it is stored. */
export interface PlacedRow extends SourceRow {
  /** UUID of the place. */
  readonly place: string;
}

export function sourceOf(row: Pick<SourceRow, 'source'>): (typeof SOURCES)[SourceKind] {
  return SOURCES[row.source.split(':', 1)[0] as SourceKind] ?? SOURCES['data-inclusion'];
}

/** What tells rows apart. */
export function rowKey({ source, key }: Pick<SourceRow, 'source' | 'key'>): string {
  return `${source}\n${key}`;
}
