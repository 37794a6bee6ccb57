/** What the letters of a text cost: folding to the GSM 03.38 alphabet, where a segment holds 160 characters and not 70. */

const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿' +
  'abcdefghijklmnopqrstuvwxyzäöñüà';
/** Written with an escape before them: two units each. */
const EXTENDED = '\f^{}\\[~]|€';

/** Units by UTF-16 code: 0 outside the alphabet, 1 or 2 inside. */
const UNITS = new Uint8Array(0x10000);
for (const c of BASIC) UNITS[c.charCodeAt(0)] = 1;
for (const c of EXTENDED) UNITS[c.charCodeAt(0)] = 2;

/** Units of one UTF-16 code in GSM 03.38: 1, 2 with an escape, 0 when the alphabet lacks it. */
export function gsmUnits(code: number): number {
  return UNITS[code] ?? 0;
}

/** Whether the alphabet has every character of this text. */
export function isGsm7(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (UNITS[text.charCodeAt(i)] === 0) return false;
  return true;
}

/** Space-separated pairs: what is outside the alphabet, then what is sent instead. */
const PAIRS = [
  // Letters that do not decompose into a base and an accent.
  'œ oe Œ OE ĳ ij Ĳ IJ ł l Ł L đ d Đ D ð d Ð D þ th Þ TH ħ h Ħ H ŧ t Ŧ T ı i ĸ k ſ s ẞ SS ə e Ə E ɨ i ʉ u ƙ k Ƙ K ƴ y Ƴ Y',
  // Bambara, Fula, Hausa, Ewe: è and ò are the older spelling of the open vowels, and cost one unit.
  "ɛ è Ɛ E ɔ ò Ɔ O ɲ ny Ɲ NY ŋ ng Ŋ NG ɓ b Ɓ B ɗ d Ɗ D ɖ d Ɖ D ɣ g Ɣ G ʋ v Ʋ V ƒ f Ƒ F ƥ p ƭ t ʼ ' ʻ ' ʿ ' ʾ '",
  // Quotation marks, apostrophes, dashes, dots.
  "« \" » \" “ \" ” \" „ \" ‟ \" ″ \" ‹ ' › ' ‘ ' ’ ' ‚ ' ‛ ' ′ ' ´ ' ` ' ‐ - ‑ - ‒ - – - — - ― - − - ⁃ - … ... · .",
  // Bullets, arrows, signs.
  '• - ◦ - ‣ - ▪ - ● - ■ - ⁄ / ∕ / ÷ / × x ° o → -> ⇒ -> ➔ -> ➜ -> ➡ -> ← <- ⇐ <- ⬅ <- ↑ ^ ↓ v ↔ <-> ⇔ <-> ≤ <= ≥ >= ± +/-',
  'µ u © (c) ® (R) ¢ c ¦ | ‖ || ‰ o/oo ¸ , ¨ " ‗ _ ‼ !!',
]
  .join(' ')
  .split(' ');
const INSTEAD = new Map<string, string>();
for (let i = 0; i + 1 < PAIRS.length; i += 2) INSTEAD.set(PAIRS[i] as string, PAIRS[i + 1] as string);

/**
 * A letter or mark of another script, Greek capitals of the alphabet aside: such a text is UCS-2 whatever is done. Decimal digits
 * do not count: alone among Latin letters they are worth their ASCII value.
 */
const OTHER_SCRIPT = /(?![\p{sc=Latin}\p{sc=Common}\p{sc=Inherited}ΓΔΘΛΞΠΣΦΨΩ])[\p{L}\p{M}\p{Nl}\p{No}]/u;
const NO_BREAK = /[\u00a0\u2007\u202f]/g;
/** Guillemets stand apart from the words that they quote; the straight mark does not. */
const QUOTE_SPACES = /«[ \u00a0\u2009\u202f]?|[ \u00a0\u2009\u202f]?»/g;
const OUTSIDE = /[^@£$¥èéùìòÇ\nØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€]/gu;

/**
 * The same text with what doubles its price replaced by a cheap equivalent. Idempotent. A text in Latin letters comes out in
 * GSM-7; a text with letters of another script is left as it is, no-break spaces aside. € (two units) is kept.
 */
export function fold(text: string): string {
  const composed = text.normalize('NFC');
  if (OTHER_SCRIPT.test(composed)) return composed.replace(NO_BREAK, ' ');
  return composed.replace(/\r\n?/g, '\n').replace(QUOTE_SPACES, '"').replace(OUTSIDE, foldOne);
}

function foldOne(char: string): string {
  const instead = INSTEAD.get(char);
  if (instead !== undefined) return instead;
  if (/[\p{Z}\t\v\f]/u.test(char)) return /[\u2028\u2029\v]/.test(char) ? '\n' : ' ';
  if (/\p{Nd}/u.test(char)) return String(decimal(char.codePointAt(0) as number));
  // Controls, zero-width characters, joiners, lone surrogates, and accents that no letter took in.
  if (/[\p{C}\p{M}]/u.test(char)) return '';
  let plain = '';
  for (const part of char.normalize('NFKD')) plain += isGsm7(part) ? part : (INSTEAD.get(part) ?? '');
  // A letter without any equivalent leaves a trace; a pictogram says nothing that the words do not.
  return plain.trim() || (/\p{L}/u.test(char) ? '?' : '');
}

/** Value of a decimal digit of any script: Unicode lays them out in runs of ten. */
function decimal(code: number): number {
  let zero = code;
  while (zero > 0 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return (code - zero) % 10;
}
