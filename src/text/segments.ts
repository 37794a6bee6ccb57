/** How many SMS segments a text takes: what it costs. */
import { gsmUnits } from './gsm7.ts';

export interface Segments {
  /** Segments billed. An empty text counts one, as the provider's calculator has it. */
  readonly count: number;
  readonly encoding: 'GSM-7' | 'UCS-2';
  /** Septets in GSM-7 (an escaped character is two), UTF-16 units in UCS-2. */
  readonly units: number;
  /** Units that one segment of this text holds: 160 or 70 alone, 153 or 67 when joined. */
  readonly perSegment: number;
}

const GRAPHEMES = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * The segments of a text sent as it is: fold it first. Our own arithmetic, since the provider's calculator takes over a
 * millisecond for two segments and a turn asks dozens of times; a property holds the two together.
 */
export function segments(text: string): Segments {
  let units = 0;
  // Segments if joined: an escape never straddles two of them, so they are filled one character after the other.
  let joined = 1;
  let used = 0;
  for (let i = 0; i < text.length; i++) {
    const size = gsmUnits(text.charCodeAt(i));
    if (size === 0) return ucs2(text);
    units += size;
    used += size;
    if (used > 153) {
      joined++;
      used = size;
    }
  }
  return units <= 160
    ? { count: 1, encoding: 'GSM-7', units, perSegment: 160 }
    : { count: joined, encoding: 'GSM-7', units, perSegment: 153 };
}

/** What a reader sees as one character (a letter and its marks, an emoji) is kept in one segment, as the provider does. */
function ucs2(text: string): Segments {
  const units = text.length;
  if (units <= 70) return { count: 1, encoding: 'UCS-2', units, perSegment: 70 };
  let count = 1;
  let used = 0;
  for (const { segment } of GRAPHEMES.segment(text)) {
    used += segment.length;
    if (used > 67) {
      count++;
      used = segment.length;
    }
  }
  return { count, encoding: 'UCS-2', units, perSegment: 67 };
}

/** Whether a text, sent as it is, takes at most so many segments. */
export function fits(text: string, maxSegments: number): boolean {
  return segments(text).count <= maxSegments;
}
