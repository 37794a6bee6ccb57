/** What the second reader sees of a text: its words as they sound, in pairs, in pieces, and the concepts that they name. */
import { sound } from './sound.ts';

/** A text as the rules of a language read it. */
export interface Scan {
  /** Words with shorthand written out, figures of speech gone. */
  readonly words: readonly string[];
  /** Names of the concepts and contexts found, in brackets for contexts. */
  readonly names: readonly string[];
}

const PIECE = 4;
/** Longer texts are read in windows of this many words: a danger told at the end of a long message is still a short text. */
const WINDOW = 24;

/** The windows of a text: itself when short, else overlapping parts. */
export function windows(words: readonly string[]): (readonly string[])[] {
  if (words.length <= WINDOW * 1.5) return [words];
  const all: (readonly string[])[] = [];
  for (let at = 0; at < words.length - WINDOW / 2; at += WINDOW / 2) all.push(words.slice(at, at + WINDOW));
  return all;
}

/** The features of a text, each once. */
export function features({ words, names }: Scan): string[] {
  const heard = words.map((word) => (word.length < 4 ? word : sound(word, 'french')));
  const all = new Set<string>(['*']);
  const padded = ['^', ...heard, '$'];
  padded.forEach((word, i) => {
    if (i > 0 && i < padded.length - 1) all.add(word);
    if (i > 0) all.add(`${padded[i - 1]} ${word}`);
    if (i > 1) all.add(`${padded[i - 2]} _ ${word}`);
  });
  for (const word of heard) {
    const whole = `<${word}>`;
    for (let i = 0; i + PIECE <= whole.length; i++) all.add(`~${whole.slice(i, i + PIECE)}`);
  }
  for (const name of names) all.add(`@${name}`);
  return [...all];
}
