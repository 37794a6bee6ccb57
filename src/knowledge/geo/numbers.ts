/** French numbers as they are said: a postal code dictated to a machine arrives in words. */

const UNITS: Readonly<Record<string, number>> = Object.fromEntries(
  (
    'zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize ' +
    'dixsept dixhuit dixneuf'
  )
    .split(' ')
    .map((word, value) => [word, value]),
);
const TENS: Readonly<Record<string, number>> = {
  vingt: 20,
  vingts: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  septante: 70,
  huitante: 80,
  octante: 80,
  nonante: 90,
};

/**
 * Digits of a text made of nothing but number words, in normal form: "soixante quinze zero dix huit" → "75018", "trente cinq
 * mille" → "35000", "neuf trois" → "93". Undefined when any other word is there.
 */
export function spokenDigits(words: readonly string[]): string | undefined {
  const left = words.filter((word) => word !== 'et');
  let digits = '';
  while (left.length > 0) {
    const before = left.length;
    const value = upToThousands(left);
    if (value === undefined || left.length === before) return undefined;
    digits += String(value);
  }
  return digits === '' ? undefined : digits;
}

/** Reads "trente cinq mille deux cents dix" off the front of the words; "zero" is a digit of its own. */
function upToThousands(words: string[]): number | undefined {
  const first = words[0] === 'mille' ? 1 : upToHundreds(words, 0);
  if (words[0] !== 'mille' || first === undefined) return first;
  words.shift();
  return first * 1000 + (upToHundreds(words, 1) ?? 0);
}

function upToHundreds(words: string[], least: number): number | undefined {
  const hundred = (word: string | undefined) => word === 'cent' || word === 'cents';
  const first = hundred(words[0]) ? 1 : upToNinetyNine(words, least);
  if (!hundred(words[0]) || first === undefined) return first;
  words.shift();
  return first * 100 + (upToNinetyNine(words, 1) ?? 0);
}

/** "quatre vingt dix huit", "soixante et onze", "dix sept", "neuf". */
function upToNinetyNine(words: string[], least: number): number | undefined {
  const [first, second] = words;
  if (first === 'quatre' && (second === 'vingt' || second === 'vingts')) {
    words.splice(0, 2);
    return 80 + (upTo(words, 1, 19) ?? 0);
  }
  const tens = TENS[first ?? ''];
  if (tens === undefined) return upTo(words, least, 19);
  words.shift();
  return tens + (upTo(words, 1, tens === 60 ? 19 : 9) ?? 0);
}

/** A small number between two bounds; "dix sept" is one. */
function upTo(words: string[], least: number, most: number): number | undefined {
  const value = UNITS[words[0] ?? ''];
  if (value === undefined || value < least || value > most) return undefined;
  words.shift();
  const after = UNITS[words[0] ?? ''] ?? 0;
  if (value !== 10 || after < 7 || after > 9) return value;
  words.shift();
  return 10 + after;
}

/** Ordinals of districts in normal form: "premier" 1 … "vingtieme" 20. */
const ORDINALS: ReadonlyMap<string, number> = new Map(
  (
    'premier deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme onzieme douzieme treizieme ' +
    'quatorzieme quinzieme seizieme dixseptieme dixhuitieme dixneuvieme vingtieme'
  )
    .split(' ')
    .map((word, at) => [word, at + 1] as const),
);

/** The number of "18", "18e", "3eme", "1er", "second", "troisieme"; undefined for other words. `ordinal`: it ranks. */
export function rank(word: string): { readonly number: number; readonly ordinal: boolean } | undefined {
  const written = /^0?(\d{1,2})(e|er|ere|eme|em|ieme|ime|nd|nde)?$/.exec(word);
  if (written) return { number: Number(written[1]), ordinal: written[2] !== undefined };
  const number = word === 'second' ? 2 : ORDINALS.get(word);
  return number === undefined ? undefined : { number, ordinal: true };
}
