/** What a consultation's own key makes: who voted, receipts, paper codes. Once the key is gone, nobody can make them again. */
import { createHmac, randomBytes } from 'node:crypto';
import { tenDigits, type Voter } from '../../flows/consultations.ts';

export const KEY_BYTES = 32;

export const newKey = (): Buffer => randomBytes(KEY_BYTES);

/** Digits of a paper code that number it; the others prove it. */
const NUMBERED = 4;
const MOST_CODES = 10 ** NUMBERED - 1;

/** The keyed hash under which a voter has one ballot; undefined for nobody. A code counts for itself, whatever phone it comes from. */
export function voterOf(key: Uint8Array, who: Voter): string | undefined {
  const name = nameOf(who);
  return name === undefined ? undefined : mac(key, `voter|${name}`).toString('base64url');
}

/** Ten digits, the same for the same voter as long as the key lives. */
export function receiptOf(key: Uint8Array, who: Voter): string | undefined {
  const name = nameOf(who);
  return name === undefined ? undefined : digits(mac(key, `receipt|${name}`), 10);
}

/** The n-th paper code: its number, then six digits that only the key can tell. Throws a RangeError beyond 9999. */
export function codeOf(key: Uint8Array, n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > MOST_CODES) throw new RangeError(`a code is 1 to ${MOST_CODES}`);
  const number = String(n).padStart(NUMBERED, '0');
  return number + digits(mac(key, `code|${number}`), 10 - NUMBERED);
}

/** The code in these words, if it is one of the first `given`. */
export function codeIn(key: Uint8Array, given: number, words: string): string | undefined {
  const said = tenDigits(words);
  if (said === undefined) return undefined;
  const n = Number(said.slice(0, NUMBERED));
  return n >= 1 && n <= given && codeOf(key, n) === said ? said : undefined;
}

function nameOf({ number, code }: Voter): string | undefined {
  if (code !== '') return `code ${code}`;
  return number === undefined ? undefined : `number ${number}`;
}

function mac(key: Uint8Array, what: string): Buffer {
  return createHmac('sha256', key).update(what, 'utf8').digest();
}

function digits(bytes: Buffer, length: number): string {
  return String(bytes.readBigUInt64BE(0) % 10n ** BigInt(length)).padStart(length, '0');
}
