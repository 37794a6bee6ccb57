/** A phone number as it is dialled where the place is, and as a call may be put through to it. */
import parse, { type CountryCode } from 'libphonenumber-js/max';

export interface Phone {
  readonly phone?: string;
  readonly dial?: string;
}

/** Whose numbering plan a department has. */
const REGIONS: Readonly<Record<string, CountryCode>> = {
  '971': 'GP',
  '972': 'MQ',
  '973': 'GF',
  '974': 'RE',
  '975': 'PM',
  '976': 'YT',
  '977': 'BL',
  '978': 'MF',
  '986': 'WF',
  '987': 'PF',
  '988': 'NC',
};
/** Country codes that write their numbers as France does: ten digits from 0. */
const LIKE_FRANCE = new Set(['33', '262', '590', '594', '596']);
const DEAR = new Set(['PREMIUM_RATE']);

/** The first number of a cell; nothing where there is none that can be dialled. */
export function phoneOf(written: string | undefined, department: string): Phone {
  for (const part of (written ?? '').split(/[/;|,]|\bou\b|\bpuis\b/)) {
    const found = one(part, REGIONS[department] ?? 'FR');
    if (found.phone !== undefined) return found;
  }
  return {};
}

function one(written: string, region: CountryCode): Phone {
  const digits = written.replace(/\(0\)/g, '').replace(/(?!^\+)\D/g, '');
  // 3949, 115: told, never put through.
  if (/^[1-9]\d{1,3}$/.test(digits)) return { phone: digits.length === 4 ? pairs(digits) : digits };
  const number = valid(digits, region) ?? valid(digits, 'FR') ?? overseas(digits);
  if (!number) return /^0[1-9]\d{8}$/.test(digits) ? { phone: pairs(digits) } : {};
  const national = LIKE_FRANCE.has(number.countryCallingCode)
    ? pairs(`0${number.nationalNumber}`)
    : pairs(number.nationalNumber);
  // From a number with an 8 the groups are another: 0 800 123 456.
  const phone = /^08/.test(national) ? `0 ${triples(number.nationalNumber)}` : national;
  return DEAR.has(number.getType() ?? '') ? { phone } : { phone, dial: number.number };
}

function valid(digits: string, region: CountryCode) {
  const number = parse(digits, region);
  return number?.isValid() ? number : undefined;
}

/** A number of an island written in a file of another place. */
function overseas(digits: string) {
  if (!/^0\d{9}$/.test(digits)) return undefined;
  for (const region of ['RE', 'GP', 'MQ', 'GF', 'YT'] as const) {
    const number = valid(digits, region);
    if (number) return number;
  }
  return undefined;
}

const pairs = (digits: string) => digits.replace(/(\d\d)(?=\d)/g, '$1 ');
const triples = (digits: string) => digits.replace(/(\d{3})(?=\d)/g, '$1 ');
