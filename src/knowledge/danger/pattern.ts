/**
 * A rule as an editor writes it:
 *
 *     @partner @me @hit            these, in this order, three words at most between two of them
 *     @partner .. @hit             eight words at most between
 *     @hit +@child                 one word at most between
 *     @he-is-here & @hit           both somewhere, in any order
 *     = @sos                       nothing else in the whole text
 *     ! @someone @not-breathing    whatever is said of papers, of the past or of one day
 *     ? @someone & @brutal         the wide net: only in a text that asks nothing and speaks of no papers, past, news
 *
 * A word without @ is itself.
 */
import type { Span } from './lexicon.ts';

export interface Item {
  readonly concept: string;
  /** How many other words may stand before it. */
  readonly gap: number;
}

export interface Pattern {
  readonly always: boolean;
  readonly faint: boolean;
  readonly whole: boolean;
  /** Each is found somewhere, each in its own order. */
  readonly sequences: readonly (readonly Item[])[];
}

/** One way in which a sequence was found. */
export interface Match extends Span {
  readonly concepts: readonly string[];
}

const TIGHT = 1;
const NEAR = 3;
const FAR = 8;

/** Reads a rule. A plain word becomes the concept `'word'`, which the caller adds to the lexicon. */
export function parsePattern(text: string): Pattern {
  const [, mark, body] = /^\s*([!=?]?)\s*(.*)$/s.exec(text) as unknown as [string, string, string];
  const sequences = body.split('&').map((part) => parseSequence(part.trim()));
  return { always: mark === '!', faint: mark === '?', whole: mark === '=', sequences };
}

function parseSequence(text: string): Item[] {
  const items: Item[] = [];
  let gap = NEAR;
  for (const piece of text.split(/\s+/)) {
    if (piece === '..') {
      gap = FAR;
      continue;
    }
    if (piece === '') continue;
    const tight = piece.startsWith('+');
    const name = tight ? piece.slice(1) : piece;
    items.push({ concept: name.startsWith('@') ? name.slice(1) : `'${name}'`, gap: tight ? TIGHT : gap });
    gap = NEAR;
  }
  return items;
}

/** Every concept that a rule names. */
export function conceptsOf(pattern: Pattern): string[] {
  return pattern.sequences.flatMap((items) => items.map((item) => item.concept));
}

/**
 * The first way in which a sequence stands in a text and that `accept` agrees to.
 * `closed(from, to)` says whether the words between two items part them.
 */
export function matchSequence(
  items: readonly Item[],
  spans: ReadonlyMap<string, readonly Span[]>,
  closed: (from: number, to: number) => boolean,
  accept: (match: Match) => boolean,
): Match | undefined {
  const concepts = items.map((item) => item.concept);
  const dead = new Set<string>();
  const from = (at: number, start: number, end: number): Match | undefined => {
    if (at === items.length) {
      const match = { start, end, concepts };
      return accept(match) ? match : undefined;
    }
    const key = `${at} ${start} ${end}`;
    if (dead.has(key)) return undefined;
    const item = items[at] as Item;
    for (const span of spans.get(item.concept) ?? []) {
      if (at > 0 && (span.start < end || span.start > end + item.gap || closed(end, span.start))) continue;
      const match = from(at + 1, at === 0 ? span.start : start, span.end);
      if (match) return match;
    }
    dead.add(key);
    return undefined;
  };
  return items.length === 0 ? undefined : from(0, 0, 0);
}
