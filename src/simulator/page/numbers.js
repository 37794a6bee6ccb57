// @ts-check
/** French numbers as people write them, and as the network knows them. */

/**
 * The network's form of a number, or nothing when it is not one.
 * @param {string} written
 */
export function toNetwork(written) {
  const digits = written.replace(/[\s.\-()]/g, '');
  if (/^0[1-9]\d{8}$/.test(digits)) return `+33${digits.slice(1)}`;
  return /^\+[1-9]\d{6,14}$/.test(digits) ? digits : undefined;
}

/** @param {string} number */
export function toPeople(number) {
  const french = /^\+33(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(number);
  return french ? `0${french.slice(1).join(' ')}` : number;
}

/** A number that can receive texts. @param {string} number */
export function isMobile(number) {
  return !/^\+33[1-589]/.test(number);
}
