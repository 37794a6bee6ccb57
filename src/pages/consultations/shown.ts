/** What the public may know of a consultation, and how it is drawn. */
import type { Result } from '../../consultations/desk.ts';
import type { Counted } from '../../consultations/tally.ts';

export type Shown = Result;
export type ShownQuestion = Counted;

/** SVG documents. */
export interface Drawings {
  bars(bars: readonly { readonly label: string; readonly count: number }[]): string;
  growth(days: Readonly<Record<string, number>>): string;
}
