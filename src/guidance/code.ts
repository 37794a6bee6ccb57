/** Codes of links: short enough for a text, too many to be guessed. */

/** Without the letters and digits that are read for each other. */
const LETTERS = '23456789abcdefghjkmnpqrstuvwxyz';
/** 31 letters, ten of them: 49 bits. */
const LENGTH = 10;
/** The largest multiple of 31 in a byte: what is above it would make some letters likelier. */
const FAIR = 256 - (256 % LETTERS.length);

/** A code from random bytes. */
export function newCode(random: (bytes: number) => Uint8Array): string {
  let code = '';
  while (code.length < LENGTH) {
    for (const byte of random(LENGTH)) {
      if (byte < FAIR && code.length < LENGTH) code += LETTERS[byte % LETTERS.length];
    }
  }
  return code;
}

/** A code as it is typed from paper: capitals are letters too. Undefined when it cannot be one. */
export function readCode(typed: string): string | undefined {
  const code = typed.toLowerCase();
  return code.length === LENGTH && [...code].every((letter) => LETTERS.includes(letter)) ? code : undefined;
}
