/** The name of a place in a text that tells two of them: at most 34 characters, cut at a word. */

/** What a name may take. */
export const LONGEST_NAME = 34;

const ACRONYMS = new Set(
  'CAF CCAS CIAS CPAM CSC EPN ESS EVS FJT MAIF MDS MFR MJC MLV MSA MSAP MSP PIMMS PIJ POP RATP SNCF UDAF ADMR ASSO CIDFF FS'.split(
    ' ',
  ),
);
const SMALL = /^(?:à|au|aux|chez|d|de|des|du|en|et|l|la|le|les|lès|ou|par|pour|sous|sur|un|une|s)$/i;
/** What every place of the network is called: the sign is known, the words after it tell which one. */
const NETWORK =
  /^(?:(?:espace|maison|antenne|bus|point)\s+)?france[\s-]services?(?:\s+multi-?sites?)?\s*(?:[-–:]\s*)?/i;
const INSTITUTION =
  /^(?:la poste|pimms|centre|maison|mairie|sous-préf|préfecture|communauté|association|espace|médiath|relais|pôle|bus|cispeo|ccas|mjc|itinérant)/i;
const LINK = /^(?:(?:de la|de l['’]|du|des|de|d['’])\s*)/i;
const BRANCH =
  /\s[-–:]\s(?:antenne|site|permanence|annexe)\s+(?:(?:de la|de l['’]|du|des|de|d['’])\s*)?(.+)$/i;

/** A name in ordinary letters: what a source wrote in capitals would be spelt out by a voice. */
export function calmName(name: string): string {
  const text = name.replace(/\s+/g, ' ').replace(/’/g, "'").trim();
  const letters = text.replace(/[^\p{L}]/gu, '');
  if (letters.length < 7 || letters !== letters.toUpperCase()) return text;
  return text
    .split(/(\s|-|\/)/)
    .map((word, at) => (ACRONYMS.has(word) ? word : calmWord(word, at > 0)))
    .join('')
    .replace(/\b([dl]) (?=[aeiouyhâéèêîô])/gi, (_, letter: string) => `${letter.toLowerCase()}'`);
}

function calmWord(word: string, inside: boolean): string {
  const low = word.toLowerCase();
  if (inside && SMALL.test(low)) return low;
  return low.replace(/(^|')(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/** The whole name where it fits; else without what it shares with others; else cut at a word. */
export function shortName(name: string): string {
  const whole = calmName(name);
  if (whole.length <= LONGEST_NAME) return whole;
  const network = NETWORK.exec(whole)?.[0];
  const branch = BRANCH.exec(whole)?.[1];
  const rest = network ? whole.slice(network.length).replace(LINK, '') : whole;
  const [town] = rest.split(/\s[-–:]\s/, 1);
  const candidates = [
    ...(network && branch ? [`France services ${branch}`] : []),
    ...(branch ? [branch] : []),
    // A town alone does not say what is there.
    ...(network && town && !INSTITUTION.test(rest) ? [`France services ${town}`] : []),
    rest,
    rest.replace(/ de (?=\p{Lu})/gu, ' '),
    rest.replace(/\s*\([^)]*\)/g, ''),
    rest.replace(/^association\s+/i, ''),
  ].map((text) => capital(text.trim()));
  return (
    candidates.find((text) => text.length > 2 && text.length <= LONGEST_NAME) ?? cutAtWord(capital(rest))
  );
}

function cutAtWord(text: string): string {
  const cut = text.slice(0, LONGEST_NAME + 1);
  const part = cut.lastIndexOf(' - ');
  // A whole part rather than a piece of the next.
  if (part >= 12) return cut.slice(0, part);
  const end = Math.max(cut.lastIndexOf(' '), cut.lastIndexOf("'") + 1);
  // One word that is longer than that.
  if (end <= 0) return text.slice(0, LONGEST_NAME);
  const words = cut
    .slice(0, end)
    .replace(/['\s]+$/, '')
    .split(' ');
  while (
    words.length > 1 &&
    (SMALL.test(words.at(-1) as string) || !/\p{L}\p{L}|\d/u.test(words.at(-1) as string))
  ) {
    words.pop();
  }
  return words.join(' ').replace(/[\s,;:(–-]+$/, '');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
