/** One form for all the ways of typing the same words: what is understood is compared in this form. */

/** Letters that no accent explains. */
const LETTERS: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
};

/** Where a run of circled digits begins, with its first value: only those that compatibility forms leave alone. */
const CIRCLED: readonly (readonly [first: number, last: number, value: number])[] = [
  [0x2776, 0x277f, 1],
  [0x2780, 0x2789, 1],
  [0x278a, 0x2793, 1],
  [0x24eb, 0x24f4, 11],
  [0x24f5, 0x24fe, 1],
  [0x24ff, 0x24ff, 0],
  [0x1f51f, 0x1f51f, 10],
];

/**
 * Lower case, without accents or punctuation, single spaces, ASCII digits: "C’est l'A.P.L. ①" → "c est l a p l 1".
 * Letters of other scripts keep their marks, Arabic vowel points aside. Pictograms vanish: whoever reads a meaning into one
 * does it before. Idempotent.
 */
export function normalize(text: string): string {
  return (
    text
      .normalize('NFKD')
      .toLowerCase()
      // Joiners and direction marks stand inside words: nothing, rather than a space.
      .replace(/[\p{Cf}\u0640\u064b-\u065f\u0670]/gu, '')
      .replace(/[œæßøłđı]/g, (letter) => LETTERS[letter] ?? letter)
      // Accents of Latin letters, and what turns a digit or a sign into a keycap.
      .replace(/([\p{sc=Latin}\p{N}\p{S}\p{P}\p{Z}\p{C}]|^)\p{M}+/gu, '$1')
      .normalize('NFC')
      .replace(/(?![0-9])\p{Nd}/gu, (digit) => String(decimal(digit.codePointAt(0) as number)))
      .replace(/[\u24eb-\u24ff\u2776-\u2793\u{1f51f}]/gu, (digit) => circled(digit.codePointAt(0) as number))
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim()
  );
}

/** The words of a text in that form. */
export function tokens(text: string): string[] {
  const normal = normalize(text);
  return normal === '' ? [] : normal.split(' ');
}

/** Value of a decimal digit of any script: Unicode lays them out in runs of ten. */
function decimal(code: number): number {
  let zero = code;
  while (zero > 0 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return (code - zero) % 10;
}

function circled(code: number): string {
  const run = CIRCLED.find(([first, last]) => code >= first && code <= last);
  return run === undefined ? ' ' : String(run[2] + code - run[0]);
}
