/** How a word sounds, roughly: two ways of spelling the same sound come to the same key. */

type Change = readonly [pattern: RegExp, sound: string];

/**
 * French as it is heard, in the order in which letters are read. The imperfect keeps a mark of its own (A): "me frappait" is
 * over, "me frappé" is not.
 */
const FRENCH: readonly Change[] = [
  [/(ais|ait|aient)$/, 'A'],
  [/(?<=..[^ml])ent$/, ''],
  [/(er|ez|ee|ees)$/, 'é'],
  [/(?<=..)[tdspx]+$/, ''],
  [/e$/, ''],
  [/ph/g, 'f'],
  [/qu|q|ck/g, 'k'],
  [/ch/g, 'S'],
  [/h/g, ''],
  [/gu(?=[ei])/g, 'G'],
  [/g(?=[eiy])/g, 'j'],
  [/c(?=[eiyé])/g, 's'],
  [/c/g, 'k'],
  [/eau|au/g, 'o'],
  [/oin/g, 'w1'],
  [/oi|oy|wa/g, 'wa'],
  [/ou/g, 'w'],
  [/(ain|ein|aim|yn|in)(?![aeiouynm])/g, '1'],
  [/(en|an|em(?=[bp])|am(?=[bp]))(?![aeiouynm])/g, '2'],
  [/(on|om(?=[bp]))(?![aeiouynm])/g, '3'],
  [/ai|ei/g, 'e'],
  [/y/g, 'i'],
  [/z/g, 's'],
  [/(.)\1+/g, '$1'],
];

const PLAIN: readonly Change[] = [[/(.)\1+/g, '$1']];

/** One key for the spellings of one sound. Expects a normalised word. */
export function sound(word: string, how: 'french' | 'plain' | 'exact'): string {
  if (how === 'exact') return word;
  let heard = word;
  for (const [pattern, by] of how === 'french' ? FRENCH : PLAIN) heard = heard.replace(pattern, by);
  return heard === '' ? word : heard;
}

/** The word itself and the word without one of its letters: two words one slip apart share one of these. */
export function slips(word: string): string[] {
  const all = [word];
  for (let i = 1; i < word.length; i++) all.push(word.slice(0, i) + word.slice(i + 1));
  return all;
}

/** Is `a` at most one letter added, lost, changed or swapped away from `b`? */
export function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [x, y] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (x.length <= 1 && y.length <= 1) return true;
  return x.length === 2 && y.length === 2 && x[0] === y[1] && x[1] === y[0];
}
