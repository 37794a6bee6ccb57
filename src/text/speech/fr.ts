/** French as it is said. */
import type { Speech } from '../spoken.ts';

const UNITS =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
    ' ',
  );
const TENS = [
  '',
  '',
  'vingt',
  'trente',
  'quarante',
  'cinquante',
  'soixante',
  'soixante',
  'quatre-vingt',
  'quatre-vingt',
];

/** A whole number from 0 to 999 in words, with the hyphens of before 1990: voices read them best. */
export function frenchNumber(n: number): string {
  if (n >= 100) {
    const [hundreds, rest] = [Math.floor(n / 100), n % 100];
    const cent = hundreds === 1 ? 'cent' : `${UNITS[hundreds]} cent`;
    return rest === 0 ? cent + (hundreds > 1 ? 's' : '') : `${cent} ${frenchNumber(rest)}`;
  }
  if (n < 20) return UNITS[n] as string;
  if (n === 80) return 'quatre-vingts';
  const ten = Math.floor(n / 10);
  // 70 to 79 go on from sixty, 90 to 99 from eighty.
  const rest = ten === 7 || ten === 9 ? n % 20 : n % 10;
  if (rest === 0) return TENS[ten] as string;
  return n % 10 === 1 && ten < 8 ? `${TENS[ten]} et ${UNITS[rest]}` : `${TENS[ten]}-${UNITS[rest]}`;
}

export const frenchSpeech: Speech = {
  group(digits) {
    const zeros = digits.match(/^0*(?=.)/)?.[0].length ?? 0;
    return [...Array<string>(zeros).fill('zéro'), frenchNumber(Number(digits))].join(' ');
  },
  pair: ' ',
  plus: 'plus',
  units:
    /^[ \u00a0\u202f]?(?:€|%|(?:euros?|ans?|années?|mois|semaines?|jours?|heures?|minutes?|secondes?|personnes?|enfants?|familles?|habitants?|places?|points?|fois|kilomètres?|mètres?|km|m²|kg|grammes?|litres?|kWh|francs?)(?!\p{L}))/u,
  references:
    /(?:articles?|art\.|cerfa|n°|page|p\.|BP|CS|décret|loi|ligne|dossier|formulaire|référence)[ \u00a0]?$/iu,
  acronyms: {
    // Said as words although they could be spelled.
    CAF: 'Caf',
    ASPA: 'Aspa',
    ASSEDIC: 'Assédic',
    OFII: 'Ofi',
    OFPRA: 'Ofpra',
    CNAV: 'Cnav',
    CARSAT: 'Carsat',
    URSSAF: 'Urssaf',
    CERFA: 'Cerfa',
    AGIRC: 'Agirc',
    ARRCO: 'Arrco',
    EHPAD: 'Épade',
    ESAT: 'Ésate',
    ADIL: 'Adil',
    ANEF: 'Anef',
    DALO: 'Dalo',
    MSA: 'M S A',
    // Spelled although they could be said.
    CPAM: 'C P A M',
    CCAS: 'C C A S',
    CIAS: 'C I A S',
    ANTS: 'A N T S',
    AME: 'A M E',
    ASE: 'A S E',
    VIH: 'V I H',
    CIO: 'C I O',
    SIAO: 'S I A O',
    CDAD: 'C D A D',
    // Words of French and of our menus that look like acronyms.
    ARRET: 'arrêt',
    ARRÊT: 'arrêt',
    AIDE: 'aide',
    OUI: 'oui',
    SUITE: 'suite',
    QUI: 'qui',
    QUOI: 'quoi',
    OU: 'ou',
    OÙ: 'où',
    ET: 'et',
    EST: 'est',
    LES: 'les',
    AU: 'au',
    UN: 'un',
    UNE: 'une',
    EN: 'en',
    ON: 'on',
    IL: 'il',
    VOUS: 'vous',
    ICI: 'ici',
    TOUS: 'tous',
  },
  address: {
    dot: 'point',
    dash: 'tiret',
    slash: 'barre',
    at: 'arobase',
    underscore: 'tiret bas',
    endings: {
      fr: 'F R',
      com: 'com',
      org: 'org',
      net: 'net',
      eu: 'E U',
      info: 'info',
      re: 'R E',
      nc: 'N C',
      pf: 'P F',
      example: 'example',
    },
  },
};
