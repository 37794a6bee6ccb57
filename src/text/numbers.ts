/** Phone numbers as they are said. What is a phone number is a matter of country, its words a matter of language. */
import type { Speech } from './spoken.ts';

/** Between the groups of a number: a space, plain or no-break, a dot or a dash. */
const SEP = '[ .\\u00a0\\u202f-]';
/** Neither inside a longer number, nor a reference such as F3230. */
const ALONE = [
  '(?<![\\p{L}\\d+]|\\d[ .,\\u00a0\\u202f-])',
  '(?!\\d|[ .,\\u00a0\\u202f-]\\d|\\p{L})',
] as const;

/** The French numbering plan, from the longest form to the shortest; each form may be written with or without separators. */
const PHONE = new RegExp(
  ALONE[0] +
    '(?:' +
    [
      `\\+\\d{1,3}(?:${SEP}?\\(0\\))?(?:${SEP}?\\d{1,4}){2,7}`,
      // 0 809 401 401: the way free and special numbers are printed.
      `0${SEP}[1-9]\\d{2}${SEP}\\d{3}${SEP}\\d{3}`,
      `0[1-9](?:${SEP}?\\d{2}){4}`,
      // 116 006 and its like, European and harmonised.
      '11[68][ \\u00a0\\u202f]?\\d{3}',
      // Four digits that begin with 3: 3919, 32 30. A whole hundred in one piece counts something.
      '3\\d(?:[ \\u00a0\\u202f]\\d{2}|(?!00)\\d{2})',
    ].join('|') +
    ')' +
    ALONE[1],
  'gu',
);

/** France and its territories, and nothing else: where no separator tells the country code from the rest. */
const COUNTRY = /^(?:33|262|269|508|590|594|596|681|687|689)/;

/**
 * The same text with its phone numbers in words: `32 30` → "trente-deux trente". Amounts, dates, years, postal codes and numbers of
 * up to three digits are left: a voice reads them well.
 */
export function sayNumbers(text: string, speech: Speech): string {
  return text.replace(PHONE, (number: string, at: number) => {
    if (!isPhone(number, at, text, speech)) return number;
    const said = sayGroups(number, speech);
    return said.join(said.length === 2 && number.startsWith('3') ? speech.pair : ', ');
  });
}

/** Four digits may count something, or be a reference: what stands around them tells. */
function isPhone(number: string, at: number, text: string, speech: Speech): boolean {
  if (number.startsWith('0') || number.startsWith('+')) return true;
  return !speech.units.test(text.slice(at + number.length)) && !speech.references.test(text.slice(0, at));
}

/** A text cut where its phone numbers are: `dial` holds the digits (and the plus) of those pieces that are one. */
export function cutPhones(
  text: string,
  speech: Speech,
): readonly { readonly text: string; readonly dial?: string }[] {
  const pieces: { text: string; dial?: string }[] = [];
  let from = 0;
  for (const { 0: number, index: at } of text.matchAll(PHONE)) {
    if (!isPhone(number, at, text, speech)) continue;
    if (at > from) pieces.push({ text: text.slice(from, at) });
    pieces.push({ text: number, dial: number.replace('(0)', '').replace(/[^\d+]/g, '') });
    from = at + number.length;
  }
  if (from < text.length || pieces.length === 0) pieces.push({ text: text.slice(from) });
  return pieces;
}

/**
 * A number to write down, with the longest pause that punctuation gives between its groups: "take a pencil". `digits` as it is
 * dialled, separators allowed; groups that are written are kept.
 */
export function slowly(digits: string, speech: Speech): string {
  return sayGroups(digits.trim(), speech).join('. ');
}

function sayGroups(number: string, speech: Speech): string[] {
  const [first = '', ...others] = groups(number).map((group) => speech.group(group));
  return [number.startsWith('+') ? `${speech.plus} ${first}` : first, ...others];
}

/** The groups in which a number is said, one to three digits each. */
function groups(number: string): string[] {
  const [first = '', ...others] = number.replace('(0)', '').match(/\d+/g) ?? [];
  if (/^11[68]\d{3}$/.test(first)) return [first.slice(0, 3), first.slice(3)];
  if (!number.startsWith('+')) return [first, ...others].flatMap(split);
  const code = COUNTRY.exec(first)?.[0] ?? (others.length > 0 ? first : first.slice(0, 2));
  const rest = first.slice(code.length);
  // Nine digits after the code: one and four pairs at home, three and three pairs overseas, as people there say them.
  const lead = rest.length === 9 ? (code === '33' ? 1 : 3) : 0;
  return [code, rest.slice(0, lead), ...split(rest.slice(lead)), ...others.flatMap(split)].filter(
    (group) => group !== '',
  );
}

/** Pairs; three digits stay together, and so do the last three of an odd number. */
function split(run: string): string[] {
  if (run.length <= 3) return run === '' ? [] : [run];
  return [run.slice(0, 2), ...split(run.slice(2))];
}
