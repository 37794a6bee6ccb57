/** A sentence as it is texted: shorter, by the ear, without accents. The second reader is taught both spellings of a lesson. */

const SHORTER: readonly (readonly [RegExp, string])[] = [
  [/\bje suis\b/g, 'jsui'],
  [/\bj.ai\b/g, 'jai'],
  [/\bje (?=[vpmtsd])/g, 'j'],
  [/\bc.est\b/g, 'c'],
  [/\bil y a\b/g, 'ya'],
  [/\bm.a\b/g, 'ma'],
  [/\bs.est\b/g, 'ses'],
  [/\bqu(?=[eio])/g, 'k'],
  [/\bpas\b/g, 'pa'],
  [/\bplus\b/g, 'plu'],
  [/\bdans\b/g, 'ds'],
  [/\bavec\b/g, 'avc'],
  [/\btout(e?)s?\b/g, 'tt$1'],
  [/\b(chez|nez)\b/g, 'ché'],
  [/\bbeaucoup\b/g, 'bcp'],
  [/\b(en train)\b/g, 'entrain'],
  [/(?<=\p{L}{3})(?:er|ée?s?|ez)(?!\p{L})/gu, 'é'],
  [/eau/g, 'o'],
  [/(?<=\p{L}{4})[stx](?!\p{L})/gu, ''],
];

/** Deterministic: the same sentence is always texted alike. */
function texted(text: string): string {
  let shorter = text;
  for (const [pattern, by] of SHORTER) shorter = shorter.replace(pattern, by);
  return shorter
    .normalize('NFD')
    .replace(/(?!\u0301)\p{M}/gu, '')
    .normalize('NFC');
}

/** The languages whose texted spelling is known. */
export const TEXTED: Readonly<Record<string, (text: string) => string>> = { fr: texted };
