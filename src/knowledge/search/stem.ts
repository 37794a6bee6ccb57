/** One form for the forms of a word: plural, feminine, conjugation, a doubled letter. Light: it may merge, it must not miss. */

/** Endings from the longest, with how many letters must be left before them. */
const ENDINGS: readonly (readonly [ending: string, left: number])[] = [
  ['issements', 4],
  ['issement', 4],
  ['ements', 3],
  ['ement', 3],
  ['ations', 4],
  ['ation', 4],
  ['ment', 4],
  ['ables', 4],
  ['able', 4],
  ['euses', 4],
  ['euse', 4],
  ['eurs', 4],
  ['eur', 4],
  ['aient', 4],
  ['erai', 4],
  ['era', 4],
  ['ions', 5],
  ['ing', 4],
  ['ees', 3],
  ['ait', 4],
  ['ais', 4],
  ['ant', 4],
  ['ons', 4],
  ['ent', 5],
  ['ed', 4],
  ['ee', 3],
  ['er', 3],
  ['ez', 3],
  ['es', 3],
  ['ir', 4],
  ['e', 3],
];

/** The stem of a word in normal form. Words of three letters, of digits or of another script stay as they are. */
export function stem(word: string): string {
  if (word.length <= 3 || !/^[a-z]+$/.test(word)) return word;
  let left = word.replace(/(?<=.{3})[sx]$/, '').replace(/(?<=.{3})au$/, 'al');
  for (const [ending, min] of ENDINGS) {
    if (left.length - ending.length >= min && left.endsWith(ending)) {
      left = left.slice(0, -ending.length);
      break;
    }
  }
  left = left.replace(/(.)\1+/g, '$1').replace(/y/g, 'i');
  return left.replace(/(?<=.{4})[si]$/, '');
}
