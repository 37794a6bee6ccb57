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
/** Numbers of the islands by their first four digits, whatever file they stand in. */
const ISLANDS: Readonly<Record<string, CountryCode>> = {
  '0262': 'RE',
  '0263': 'RE',
  '0269': 'YT',
  '0590': 'GP',
  '0594': 'GF',
  '0596': 'MQ',
  '0639': 'YT',
  '0690': 'GP',
  '0691': 'GP',
  '0692': 'RE',
  '0693': 'RE',
  '0694': 'GF',
  '0696': 'MQ',
  '0697': 'MQ',
};
/** Short numbers that exist: emergency, social, and four digits from 1 or 3. */
const SHORT = /^(1[578]|11\d|19\d|[13]\d{3})$/;
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
  if (SHORT.test(digits)) return { phone: digits.length === 4 ? pairs(digits) : digits };
  const island = ISLANDS[digits.slice(0, 4)];
  const number = (island && valid(digits, island)) ?? valid(digits, region) ?? valid(digits, 'FR');
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

const pairs = (digits: string) => digits.replace(/(\d\d)(?=\d)/g, '$1 ');
const triples = (digits: string) => digits.replace(/(\d{3})(?=\d)/g, '$1 ');
