/** Codes of workshops: four digits, the last of which checks the others, so that a slip of the thumb is another's workshop only once in ten tries. */

/** The Luhn check digit of these digits. */
export function checkDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

/** The code of the n-th workshop: 1 to 999. Throws a RangeError beyond. */
export function workshopCode(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 999) throw new RangeError('a workshop is 1 to 999');
  const digits = String(n).padStart(3, '0');
  return digits + checkDigit(digits);
}

/** The code in these words, or undefined: four digits that check. */
export function workshopIn(words: string): string | undefined {
  const digits = words.replace(/\s/g, '');
  return /^\d{4}$/.test(digits) && checkDigit(digits.slice(0, 3)) === digits[3] ? digits : undefined;
}
