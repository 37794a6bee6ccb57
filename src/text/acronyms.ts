/** Words in capitals: said as a word when they can be, letter by letter when they cannot. */
import type { Speech } from './spoken.ts';

const CAPITALS = /(?<![\p{L}\p{N}])\p{Lu}{2,6}(?![\p{L}\p{N}])/gu;
const V = '[AEIOUYÀÂÉÈÊËÎÏÔÙÛ]';
const C = '[BCDFGHJKLMNPQRSTVWXZÇ]';
/** Four or five letters that alternate (SAMU, STOP, MENU), a vowel between two consonants (PAS), or after one (LE). */
const WORDLIKE = new RegExp(
  `^(?:(?=.{4,5}$)(?:${C}{0,2}${V}{1,3})(?:${C}{1,2}${V}{1,3})*${C}{0,2}|${C}${V}${C}?)$`,
  'u',
);

/** The same text with its acronyms of two to five capitals spelled: "RSA" → "R S A", "CAF" → "Caf". */
export function sayAcronyms(text: string, speech: Speech): string {
  return text.replace(CAPITALS, (word) => {
    const known = speech.acronyms[word];
    if (known !== undefined) return known;
    // Six capitals are a word that was stressed.
    if (word.length === 6) return word;
    return WORDLIKE.test(word) ? asWord(word) : spell(word);
  });
}

/** Letters and digits one by one: "A P L". */
export function spell(word: string): string {
  return Array.from(word.toUpperCase()).join(' ');
}

/** Small letters, or a voice would spell it. */
function asWord(word: string): string {
  return word.charAt(0) + word.slice(1).toLowerCase();
}
