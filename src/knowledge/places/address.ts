/** A street and a number, short enough to be told. The postal code and the commune are told apart. */

/** Longer than this, the kinds of streets are abbreviated. */
const LONG = 36;

const ABBREVIATED: readonly (readonly [RegExp, string])[] = [
  [/\bavenue\b/gi, 'av.'],
  [/\bboulevard\b/gi, 'bd'],
  [/\bplace\b/gi, 'pl.'],
  [/\broute\b/gi, 'rte'],
  [/\bchemin\b/gi, 'ch.'],
  [/\bimpasse\b/gi, 'imp.'],
  [/\bfaubourg\b/gi, 'fbg'],
  [/\bbâtiment\b/gi, 'bât.'],
  [/\brésidence\b/gi, 'rés.'],
  [/\bgénéral\b/gi, 'gal'],
  [/\bsaint\b/gi, 'St'],
  [/\bsainte\b/gi, 'Ste'],
];

/** What a source wrote as an address, without what is told beside it. */
export function shortAddress(written: string, postal: string, commune: string): string {
  let text = written.replace(/\s+/g, ' ').replace(/’/g, "'").trim();
  // "…, 13500 Martigues" at the end.
  if (postal !== '') text = text.replace(new RegExp(`[\\s,;-]*\\b${escaped(postal)}\\b.*$`), '');
  text = text.replace(new RegExp(`[\\s,;-]+${escaped(commune)}$`, 'i'), '');
  text = calm(text).replace(/^[\s,;-]+|[\s,;-]+$/g, '');
  if (text.length <= LONG) return text;
  return ABBREVIATED.reduce((short, [long, abbreviation]) => short.replace(long, abbreviation), text);
}

/** Capitals read as shouting, and a voice spells them. */
function calm(text: string): string {
  const letters = text.replace(/[^\p{L}]/gu, '');
  if (letters.length < 5 || letters !== letters.toUpperCase()) return text;
  return text.replace(/\p{L}+/gu, (word, at: number) => {
    if (word.length <= 2 && at > 0 && text.charAt(at - 1) !== "'")
      return word.length === 1 ? word : word.toLowerCase();
    return word.charAt(0) + word.slice(1).toLowerCase();
  });
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
