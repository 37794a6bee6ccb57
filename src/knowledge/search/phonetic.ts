/** How a French word sounds, roughly: "kart", "quarte" and "cartes" are one. Applied to words without accents. */

/** In order. Nasal vowels become capitals, so that later rules leave them alone. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/[^a-z]/g, ''],
  [/^h/, ''],
  [/ph/g, 'f'],
  [/sch|sh|ch/g, 'S'],
  [/gn/g, 'ni'],
  [/th/g, 't'],
  [/(?<=[^S])h/g, ''],
  [/(.)\1+/g, '$1'],
  [/sc(?=[eiy])/g, 's'],
  [/c(?=[eiy])/g, 's'],
  [/qu|q|ck|c|k/g, 'k'],
  [/g(?=[eiy])/g, 'j'],
  [/je(?=[ao])/g, 'j'],
  [/gu(?=[eiy])/g, 'g'],
  [/z/g, 's'],
  [/x(?=.)/g, 'ks'],
  [/w/g, 'v'],
  [/ti(?=on|el|eu|al)/g, 'si'],
  // The mute ends of words.
  [/(?<=..)(?:ements?|emant?)$/, 'emA'],
  [/(?<=..)(?:aient|erent)$/, 'e'],
  [/(?<=..)(?:ais|ait|ai|ez|er|et|ees|ee|es|e)$/, 'e'],
  [/(?<=..)[stdxp]+$/, ''],
  // Vowels.
  [/oeu|eu|oe/g, 'e'],
  [/eau|au/g, 'o'],
  [/ou/g, 'u'],
  [/oi|oy/g, 'va'],
  [/(?:ain|ein|aim|in|im|yn|ym)(?![aeiouy])/g, 'I'],
  [/(?:en|em|an|am)(?![aeiouy])/g, 'A'],
  [/(?:on|om)(?![aeiouy])/g, 'O'],
  [/(?:un|um)(?![aeiouy])/g, 'I'],
  [/ai|ei|ay|ey/g, 'e'],
  [/ill/g, 'i'],
  [/y/g, 'i'],
  [/(.)\1+/g, '$1'],
  // Since accents are gone, "volé", "vole" and "vol" cannot be told apart.
  [/(?<=...)e$/, ''],
  // Mute e inside: "rembourser" said "rembours'".
  [/(?<=...)e(?=[bdfgjklmnprstv][aeiouAIO])/g, ''],
];

/** The sound of a word in normal form; empty for one without Latin letters. */
export function phonetic(word: string): string {
  let sound = word;
  for (const [pattern, instead] of RULES) sound = sound.replace(pattern, instead);
  return sound;
}
