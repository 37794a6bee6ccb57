/** Telephone numbers as people say them: a voice reads "3230" as a quantity. */

const FR_SMALL =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
    ' ',
  );
const FR_TENS = 'vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt'.split(' ');
const EN_DIGITS = 'zero one two three four five six seven eight nine'.split(' ');

/** One group of figures, as a language says it. */
const SAY = {
  fr: frenchGroup,
  en: (group: string) => group.replace(/\d/g, (digit) => ` ${EN_DIGITS[Number(digit)]}`).trim(),
} as const;

/** `32 30` → "trente-deux, trente" in French, digit after digit in English; others as written. */
export function sayNumber(dialled: string, lang: keyof typeof SAY): string {
  return dialled.trim().split(/\s+/u).map(SAY[lang]).join(', ');
}

/** A leading zero is said; a group of four is two groups of two. */
function frenchGroup(group: string): string {
  if (!/^\d{1,4}$/.test(group)) return group;
  if (group.length === 4) return `${frenchGroup(group.slice(0, 2))}, ${frenchGroup(group.slice(2))}`;
  const value = Number(group);
  const zeros = 'zéro '.repeat(value === 0 ? group.length - 1 : group.length - String(value).length);
  return zeros + french(value);
}

function french(value: number): string {
  if (value >= 100) {
    const hundreds = Math.floor(value / 100);
    const rest = value % 100;
    const head = hundreds === 1 ? 'cent' : `${french(hundreds)} cent`;
    return rest === 0 ? head : `${head} ${french(rest)}`;
  }
  if (value < 20) return FR_SMALL[value] as string;
  const ten = Math.floor(value / 10);
  const tens = FR_TENS[ten - 2] as string;
  // Seventy and ninety count on from sixty and eighty.
  const unit = ten === 7 || ten === 9 ? 10 + (value % 10) : value % 10;
  if (unit === 0) return ten === 8 ? 'quatre-vingts' : tens;
  const and = ten < 8 && (unit === 1 || unit === 11);
  return and ? `${tens} et ${FR_SMALL[unit]}` : `${tens}-${FR_SMALL[unit]}`;
}
