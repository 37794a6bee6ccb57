/** Phones as the desk reads and says them. */
import { homely, phoneNumber } from '../phone.ts';

/** E.164 of what was typed, or undefined. */
export const phoneOf = (typed: string): string | undefined => phoneNumber(typed);

/** `06 39 98 00 00`, empty for none. */
export const homePhone = (e164: string | undefined): string => (e164 === undefined ? '' : homely(e164));

/** `06 •• •• •• 00`: enough to recognise, too little to call. */
export function masked(e164: string): string {
  const said = homely(e164);
  const digits = said.replace(/\D/g, '').length;
  let seen = 0;
  return said.replace(/\d/g, (digit) => {
    seen += 1;
    return seen <= 2 || seen > digits - 2 ? digit : '•';
  });
}
