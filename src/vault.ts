/** What people wrote and their numbers, sealed before they reach the store: AES-256-GCM under keys derived from DATA_KEY. */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  randomBytes as cryptoRandom,
  hkdfSync,
} from 'node:crypto';
import type { Sealed, SealedNumber } from '../db/store.ts';
import { RelaisError } from './errors.ts';

/**
 * What a value is sealed for: given as `aad`, so that a ciphertext moved to another column no longer opens.
 * A session may be sealed before its row has an id, which is why the row itself is not bound.
 */
export type Purpose =
  | 'number'
  | 'session'
  | 'exchange'
  | 'message'
  | 'feedback'
  | 'recording'
  | 'testimony'
  | 'ballot'
  | 'consultation'
  | 'guidance'
  | 'unanswered'
  | 'callback'
  | 'reminder'
  | 'account'
  | 'second';

export interface Vault {
  /**
   * Seals bytes or a UTF-8 string as `version(1) | key id(4) | iv(12) | data | tag(16)`, 33 bytes more than the plain one.
   * `aad` is not stored: the same one is needed to open it.
   */
  seal(plain: Uint8Array | string, aad?: Purpose): Sealed;
  /** Opens what any of the given keys sealed. Throws `seal_unknown_version`, `seal_unknown_key` or `seal_broken`. */
  open(sealed: Sealed, aad?: Purpose): Buffer;
  /**
   * The same under the current key, with a number's hash where it is one; undefined when it is under it already. Throws as
   * `open` does.
   */
  again(sealed: Sealed, purpose: Purpose): { readonly sealed: Sealed; readonly hmac?: string } | undefined;
  /** Keyed look-up hash of a number (E.164, as given), 43 characters of base64url, under the current key. */
  hmacNumber(e164: string): string;
  /** Keyed hashes of anything else that is looked up (a code): under the current key first, then under the older ones. */
  hashes(what: string): readonly [string, ...string[]];
  /** A number as the store takes it: sealed for `number`, its hash, and its hashes under the older keys. */
  number(e164: string): SealedNumber;
}

/** Asking the system for a few bytes costs as much as for a page of them. Bytes. */
const POOL = 4096;

/** Random bytes, each given once. */
function pooled(): (bytes: number) => Uint8Array {
  let pool = Buffer.alloc(0);
  return (bytes) => {
    if (pool.length < bytes) pool = cryptoRandom(Math.max(POOL, bytes));
    const taken = pool.subarray(0, bytes);
    pool = pool.subarray(bytes);
    return taken;
  };
}

const VERSION = 1;
const ID = 4;
const IV = 12;
const TAG = 16;
const HEAD = 1 + ID;
const MIN = HEAD + IV + TAG;
export const KEY_BYTES = 32;

interface Keys {
  readonly id: Buffer;
  readonly seal: Buffer;
  readonly lookUp: Buffer;
}

/**
 * A vault over one data key of 32 bytes, or several: the first seals and hashes, the others only open and look up, which is
 * how a key is changed without stopping. A key's id is derived from it, so nobody has to number keys.
 * IVs are random: change the key well before 2^32 sealings. Throws `key_unreadable`.
 */
export function makeVault(
  dataKeys: Uint8Array | readonly Uint8Array[],
  random: (bytes: number) => Uint8Array = pooled(),
): Vault {
  const rings = (dataKeys instanceof Uint8Array ? [dataKeys] : dataKeys).map(derive);
  const [current] = rings;
  if (current === undefined) throw new RelaisError('key_unreadable', { detail: 'no key given' });
  const older = rings.slice(1);
  const byId = new Map([...rings].reverse().map((keys) => [keys.id.toString('hex'), keys]));
  const head = Buffer.concat([Buffer.of(VERSION), current.id]);

  const seal: Vault['seal'] = (plain, aad) => {
    const iv = random(IV);
    const cipher = createCipheriv('aes-256-gcm', current.seal, iv, { authTagLength: TAG });
    cipher.setAAD(bound(head, aad));
    const data = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
    return Buffer.concat([head, iv, data, cipher.final(), cipher.getAuthTag()]);
  };

  const open: Vault['open'] = (sealed, aad) => {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
    if (bytes.length < MIN || bytes[0] !== VERSION) throw new RelaisError('seal_unknown_version');
    const keys = byId.get(bytes.toString('hex', 1, HEAD));
    if (keys === undefined) throw new RelaisError('seal_unknown_key');
    const end = bytes.length - TAG;
    const iv = bytes.subarray(HEAD, HEAD + IV);
    const decipher = createDecipheriv('aes-256-gcm', keys.seal, iv, { authTagLength: TAG });
    decipher.setAAD(bound(bytes.subarray(0, HEAD), aad));
    decipher.setAuthTag(bytes.subarray(end));
    try {
      return Buffer.concat([decipher.update(bytes.subarray(HEAD + IV, end)), decipher.final()]);
    } catch (cause) {
      throw new RelaisError('seal_broken', { cause });
    }
  };

  const hmacNumber = (e164: string) => hash(current, e164);
  return {
    seal,
    open,
    again(sealed, purpose) {
      const under = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength).subarray(0, HEAD);
      if (under.equals(head)) return undefined;
      const plain = open(sealed, purpose);
      const hmac = purpose === 'number' ? { hmac: hmacNumber(plain.toString('utf8')) } : {};
      return { sealed: seal(plain, purpose), ...hmac };
    },
    hmacNumber,
    // A prefix that no number has: a code's hash is never a number's.
    hashes: (what) => [hash(current, `#${what}`), ...older.map((keys) => hash(keys, `#${what}`))],
    number(e164) {
      const fresh = { hmac: hmacNumber(e164), sealed: seal(e164, 'number') };
      return older.length === 0 ? fresh : { ...fresh, older: older.map((keys) => hash(keys, e164)) };
    },
  };
}

function derive(dataKey: Uint8Array): Keys {
  if (dataKey.length !== KEY_BYTES) throw new RelaisError('key_unreadable');
  // One info per use: knowing the key of one use says nothing of the others.
  const use = (info: string, bytes: number) => Buffer.from(hkdfSync('sha256', dataKey, '', info, bytes));
  return {
    id: use('relais key id v1', ID),
    seal: use('relais seal v1', 32),
    lookUp: use('relais number v1', 32),
  };
}

function hash(keys: Keys, e164: string): string {
  return createHmac('sha256', keys.lookUp).update(e164, 'utf8').digest('base64url');
}

/** The header has a fixed length, so header and purpose cannot be confused. */
function bound(head: Uint8Array, aad = ''): Buffer {
  return Buffer.concat([head, Buffer.from(aad, 'utf8')]);
}
