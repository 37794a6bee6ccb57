/** Where the data key comes from: a setting, or for the simulator a file that it makes once. */
import { randomBytes as cryptoRandom, randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { RelaisError } from './errors.ts';
import { KEY_BYTES } from './vault.ts';

/** One key of 32 bytes, written in base64, base64url or hex. Throws `key_unreadable`, without quoting it. */
export function parseKey(text: string): Buffer {
  const word = text.trim();
  if (/^[0-9a-f]{64}$/i.test(word)) return Buffer.from(word, 'hex');
  // 43 characters carry 32 bytes; Buffer reads both alphabets of base64.
  if (/^[A-Za-z0-9+/_-]{43}=?$/.test(word)) return Buffer.from(word, 'base64');
  throw new RelaisError('key_unreadable');
}

/** The keys of a setting, separated by commas: the current one, then older ones that may still open. */
export function parseKeys(text: string): Buffer[] {
  return text.split(',').map(parseKey);
}

/**
 * Reads the key of `file`, or makes it (base64, mode 0600, its folder too). Two processes that start together end with the
 * same key. Throws `key_unreadable` when the file holds something else: it is never replaced, since what it sealed would be lost.
 */
export function readOrMakeKey(file: string, random: (bytes: number) => Uint8Array = cryptoRandom): Buffer {
  const found = read(file);
  if (found !== undefined) return found;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // Written whole beside it, then linked: a link never replaces, and nobody reads half a key.
  const draft = `${file}.${randomUUID()}`;
  try {
    writeFileSync(draft, `${Buffer.from(random(KEY_BYTES)).toString('base64')}\n`, {
      mode: 0o600,
      flag: 'wx',
    });
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return read(file) as Buffer;
}

function read(file: string): Buffer | undefined {
  try {
    return parseKey(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
