/** What a month would cost, from a few assumptions: for those who must ask for the money before there is anything to measure. Pure. */

/** What one exchange uses, by text and by voice. */
export interface Habit {
  /** Segments that the person sends, and that they get. */
  readonly segmentsIn: number;
  readonly segmentsOut: number;
  /** Minutes of a call. */
  readonly minutes: number;
}

/** Euros for a segment told, a segment heard, a minute of a call. */
export interface UnitPrices {
  readonly segmentOut: number;
  readonly segmentIn: number;
  readonly minute: number;
}

export interface Month {
  readonly exchanges: number;
  readonly calls: number;
  readonly texts: number;
  /** Euros, to the cent. */
  readonly euros: { readonly text: number; readonly voice: number; readonly all: number };
}

/** One right, read to its end: its texts are the medians of docs/cost.md, its minutes a guess. */
export const WHOLE: Habit = { segmentsIn: 3, segmentsOut: 10, minutes: 4 };
/** A question and one more fact, two segments each at most; or a short call. */
export const SHORT: Habit = { segmentsIn: 2, segmentsOut: 4, minutes: 2 };

const cents = (euros: number) => Math.round(euros * 100) / 100;

/** A month of so many exchanges, of which a share (0 to 1) is by voice. */
export function monthOf(exchanges: number, voice: number, habit: Habit, prices: UnitPrices): Month {
  const calls = Math.round(exchanges * voice);
  const texts = exchanges - calls;
  const each = habit.segmentsIn * prices.segmentIn + habit.segmentsOut * prices.segmentOut;
  const text = cents(texts * each);
  const spoken = cents(calls * habit.minutes * prices.minute);
  return { exchanges, calls, texts, euros: { text, voice: spoken, all: cents(text + spoken) } };
}
