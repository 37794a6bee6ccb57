/** What the provider knows of a number by reading it. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Form } from './types.ts';

export type NumberKind = 'mobile' | 'landline' | 'short' | 'name' | 'anonymous' | 'invalid';

/** What a call whose number is hidden carries: the word, or ANONYMOUS typed on a keypad. */
const HIDDEN = new Set(['', 'anonymous', '+266696687', 'restricted', 'unknown']);

/**
 * French numbers are told by their first digits, so that the fictitious ranges of the regulator, which no library
 * counts as valid, stay usable.
 */
export function kindOf(number: string): NumberKind {
  if (HIDDEN.has(number.toLowerCase())) return 'anonymous';
  if (/^\d{3,6}$/.test(number)) return 'short';
  if (/^\+33[67]\d{8}$/.test(number)) return 'mobile';
  if (/^\+33[1-5]\d{8}$/.test(number)) return 'landline';
  if (/^\+\d/.test(number)) return kindAbroad(number);
  return /^(?=.*[a-z])[a-z0-9 ]{1,11}$/i.test(number) ? 'name' : 'invalid';
}

function kindAbroad(number: string): NumberKind {
  const parsed = /^\+\d{5,15}$/.test(number) ? parsePhoneNumberFromString(number) : undefined;
  if (!parsed?.isPossible()) return 'invalid';
  const type = parsed.getType();
  if (type === 'FIXED_LINE' || type === 'TOLL_FREE' || type === 'VOIP' || type === 'PREMIUM_RATE')
    return 'landline';
  return 'mobile';
}

/** The fields of a place, which are always there and mostly empty in Europe. */
export function placeFields(prefix: string, number: string): Form {
  // A hidden number is read as a number of Lesotho by the real provider too.
  const country = number.startsWith('+') ? (parsePhoneNumberFromString(number)?.country ?? '') : '';
  const known = kindOf(number) === 'anonymous' && number.startsWith('+') ? 'LS' : country;
  return {
    [`${prefix}City`]: '',
    [`${prefix}State`]: '',
    [`${prefix}Zip`]: '',
    [`${prefix}Country`]: known,
  };
}
