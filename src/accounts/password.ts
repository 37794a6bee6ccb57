/** Passwords: argon2id by the library's own defaults (19 MiB, two passes), which are those that OWASP asks for. */
import { hash, verify } from '@node-rs/argon2';

export const PASSWORD = { least: 12, most: 200 } as const;
const DISTINCT = 5;

/** Argon2id of a password, as a string that holds its own salt and cost. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'));
}

// Of nothing that anybody types: an unknown address costs the time of a known one.
const NOBODY = hashPassword('\u0000nobody');

/** Is it the one? Takes as long where there is no account. */
export async function isPassword(kept: string | undefined, password: string): Promise<boolean> {
  const is = await verify(kept ?? (await NOBODY), password.slice(0, PASSWORD.most).normalize('NFC'));
  return is && kept !== undefined;
}

/** What is wrong with a password that somebody chose, in French; undefined where nothing is. */
export function weakness(password: string, email: string): string | undefined {
  if (password.length < PASSWORD.least) return `Il faut ${PASSWORD.least} caractères ou plus.`;
  if (password.length > PASSWORD.most) return `Il faut ${PASSWORD.most} caractères ou moins.`;
  if (new Set(password).size < DISTINCT) return 'Trop de caractères répétés : choisissez-en d’autres.';
  const name = email.split('@')[0] ?? '';
  if (name.length > 3 && password.toLowerCase().includes(name.toLowerCase()))
    return 'Ne mettez pas votre adresse dedans.';
  return undefined;
}
