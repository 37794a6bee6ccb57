import type { Consultation } from '../../../flows/consultations.ts';

/** Counts of one question. */
export interface ShownQuestion {
  readonly id: string;
  readonly type: Consultation['questions'][number]['type'];
  readonly results: readonly { readonly option: string; readonly count: number }[];
  readonly blank: number;
}

/** What the public may know of a consultation. */
export interface Shown {
  readonly of: Consultation;
  readonly status: 'open' | 'closed';
  readonly ballots: number;
  /** Absent while only participation is to be known. */
  readonly questions?: readonly ShownQuestion[];
  readonly days: Readonly<Record<string, number>>;
  readonly openedAt: number;
  readonly closedAt: number | null;
}

/** SVG documents. */
export interface Drawings {
  bars(bars: readonly { readonly label: string; readonly count: number }[]): string;
  growth(days: Readonly<Record<string, number>>): string;
}
