/** The word that a mediator and a person agreed on, face to face. */
import { normalize } from '../normalize.ts';

/** Letters and digits of a word: enough not to be guessed in three tries, few enough to key. */
export const WORD = { min: 4, max: 12 } as const;

/** Its form that is kept and compared; undefined when it is not one word of that length. */
export function wordOf(said: string): string | undefined {
  const word = normalize(said);
  return /^[a-z0-9]+$/.test(word) && word.length >= WORD.min && word.length <= WORD.max ? word : undefined;
}

const KEYS = ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'];

/** The keys under which its letters are, on the keypad of any phone. */
export function keysOf(word: string): string {
  return [...word]
    .map((letter) => {
      const at = KEYS.findIndex((letters) => letters.includes(letter));
      return at === -1 ? letter : String(at + 2);
    })
    .join('');
}

/** Whether this is the word: written, said (also within a short sentence), or keyed. */
export function isWord(said: string, word: string): boolean {
  const heard = normalize(said);
  return heard.split(' ').includes(word) || heard.replaceAll(' ', '') === word || heard === keysOf(word);
}
