/** Words of the longest sentence of a line, as one hears it: a dictated number or a spelled acronym is one word. */
import { longestSentence } from '../text/readability.ts';

const LETTERS = /(?<![\p{L}\p{N}])[\p{Lu}\d](?: [\p{Lu}\d])+(?![\p{L}\p{N}])/gu;

const DIGIT_WORDS =
  'zéro|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|' +
  'cinquante|soixante|cents?|mille|et|zero|one|two|three|four|five|seven|eight|nine';
const NUMBER = new RegExp(
  `(?<![\\p{L}])(?!et\\b)(?:${DIGIT_WORDS})(?:[ ,.-]+(?:${DIGIT_WORDS}))+(?![\\p{L}])`,
  'giu',
);

const KNOWN = new Map<string, number>();

/** Remembers: the same lines are told at thousands of situations. */
export function longest(text: string): number {
  const known = KNOWN.get(text);
  if (known !== undefined) return known;
  const count = longestSentence(text.replace(LETTERS, 'Aa').replace(NUMBER, '0'));
  KNOWN.set(text, count);
  return count;
}
