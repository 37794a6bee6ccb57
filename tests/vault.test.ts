import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseKey, parseKeys, readOrMakeKey } from '../src/data-key.ts';
import { RelaisError } from '../src/errors.ts';
import { makeVault, type Purpose } from '../src/vault.ts';

const key = fc.uint8Array({ minLength: 32, maxLength: 32 });
const data = fc.uint8Array({ maxLength: 300 });
const purpose = fc.constantFrom<Purpose | undefined>(
  'number',
  'session',
  'exchange',
  'message',
  'feedback',
  undefined,
);
const codeOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return error instanceof RelaisError ? error.code : error;
  }
  return 'opened';
};

const FIRST = {
  sealed: 'AXWzxAmTLzbPGf2GUKWHoKzquJ8rXk0t3DGzeeBxv2GNqT0dHJABw7OvmdY=',
  hmac: 'FwhWv7MG89SHwaRVCTNJhIDjjOcWGjB3dSIE7W15kkY',
};

describe('the vault', () => {
  it('opens what it sealed, bytes and words, for the same use', () => {
    fc.assert(
      fc.property(key, data, fc.string({ unit: 'binary' }), purpose, (secret, plain, words, aad) => {
        const vault = makeVault(secret);
        expect([...vault.open(vault.seal(plain, aad), aad)]).toEqual([...plain]);
        expect(vault.open(vault.seal(words, aad), aad).toString()).toBe(Buffer.from(words).toString());
      }),
    );
  });

  it('writes version, key id, iv, data and tag', () => {
    const vault = makeVault(Buffer.alloc(32), (n) => Buffer.alloc(n, 0xaa));
    const sealed = Buffer.from(vault.seal('bonjour'));
    expect(sealed).toHaveLength(1 + 4 + 12 + 7 + 16);
    expect(sealed[0]).toBe(1);
    expect(sealed.subarray(5, 17)).toEqual(Buffer.alloc(12, 0xaa));
    expect(sealed.subarray(1, 5)).toEqual(Buffer.from(vault.seal('autre')).subarray(1, 5));
  });

  // What is on people's disks today must open tomorrow: this value was sealed once and is kept here.
  it('opens the format of its first day', () => {
    const vault = makeVault(Buffer.alloc(32, 1));
    expect(vault.open(Buffer.from(FIRST.sealed, 'base64'), 'session').toString()).toBe('une session');
    expect(vault.hmacNumber('+33612345678')).toBe(FIRST.hmac);
  });

  it('never seals alike twice', () => {
    const vault = makeVault(randomBytes(32));
    const all = Array.from({ length: 200 }, () => Buffer.from(vault.seal('encore')).toString('hex'));
    expect(new Set(all).size).toBe(200);
  });

  it('refuses any altered byte', () => {
    fc.assert(
      fc.property(key, data, fc.nat(), fc.integer({ min: 1, max: 255 }), (secret, plain, at, flip) => {
        const vault = makeVault(secret);
        const sealed = Uint8Array.from(vault.seal(plain, 'session'));
        const place = at % sealed.length;
        sealed[place] = (sealed[place] ?? 0) ^ flip;
        const expected =
          place === 0 ? 'seal_unknown_version' : place < 5 ? 'seal_unknown_key' : 'seal_broken';
        expect(codeOf(() => vault.open(sealed, 'session'))).toBe(expected);
      }),
    );
  });

  it('refuses another use, another key, and what is cut or foreign', () => {
    const vault = makeVault(Buffer.alloc(32, 1));
    const sealed = vault.seal('bonjour', 'session');
    expect(codeOf(() => vault.open(sealed, 'exchange'))).toBe('seal_broken');
    expect(codeOf(() => vault.open(sealed))).toBe('seal_broken');
    expect(codeOf(() => makeVault(Buffer.alloc(32, 2)).open(sealed, 'session'))).toBe('seal_unknown_key');
    fc.assert(
      fc.property(data, (bytes) => {
        expect(codeOf(() => vault.open(bytes, 'session'))).toMatch(/^seal_/);
      }),
    );
    for (let length = 0; length < sealed.length; length++) {
      expect(codeOf(() => vault.open(sealed.subarray(0, length), 'session'))).toMatch(/^seal_/);
    }
  });

  it('changes its key: seals with the new one, opens and looks up with the older ones', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(key, { minLength: 2, maxLength: 4, selector: String }),
        data,
        (keys, plain) => {
          const [current, ...older] = keys as [Uint8Array, ...Uint8Array[]];
          const rotated = makeVault(keys);
          for (const old of older) expect([...rotated.open(makeVault(old).seal(plain))]).toEqual([...plain]);
          expect([...makeVault(current).open(rotated.seal(plain))]).toEqual([...plain]);
          const number = rotated.number('+33612345678');
          expect(number.hmac).toBe(makeVault(current).hmacNumber('+33612345678'));
          expect(number.older).toEqual(older.map((old) => makeVault(old).hmacNumber('+33612345678')));
        },
      ),
    );
  });

  it('hashes a number alike each time, and no two alike', () => {
    const vault = makeVault(Buffer.alloc(32, 3));
    const hashes = Array.from({ length: 1000 }, (_, n) =>
      vault.hmacNumber(`+3361234${String(n).padStart(4, '0')}`),
    );
    expect(new Set(hashes).size).toBe(1000);
    expect(vault.hmacNumber('+33612340007')).toBe(hashes[7]);
    expect(hashes[7]).toMatch(/^[\w-]{43}$/);
    expect(vault.open(vault.number('+33612340007').sealed, 'number').toString()).toBe('+33612340007');
    expect(vault.number('+33612340007').older).toBeUndefined();
  });

  it('wants 32 bytes', () => {
    for (const keys of [Buffer.alloc(31), Buffer.alloc(0), [], [Buffer.alloc(32), Buffer.alloc(33)]]) {
      expect(codeOf(() => makeVault(keys))).toBe('key_unreadable');
    }
  });
});

describe('a data key', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'relais-key-'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  it('reads base64, base64url and hex, and several', () => {
    fc.assert(
      fc.property(key, (bytes) => {
        const secret = Buffer.from(bytes);
        const written = ['hex', 'base64', 'base64url'].map((form) => secret.toString(form as BufferEncoding));
        for (const text of written) expect(parseKey(` ${text}\n`)).toEqual(secret);
        expect(parseKeys(written.join(', '))).toEqual([secret, secret, secret]);
      }),
    );
  });

  it('refuses anything else without quoting it', () => {
    for (const text of ['', 'secret', `${'A'.repeat(44)}`, 'g'.repeat(64), `${'A'.repeat(43)}==`]) {
      expect(codeOf(() => parseKey(text))).toBe('key_unreadable');
    }
    expect(() => parseKey('hunter2')).toThrow(/^(?!.*hunter2)/);
  });

  it('is made once, for its owner alone, and read afterwards', () => {
    const file = join(dir, 'data', 'relais.key');
    const made = readOrMakeKey(file);
    expect(made).toHaveLength(32);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readOrMakeKey(file)).toEqual(made);
  });

  it('is the first one’s when another process makes it at the same moment', () => {
    const file = join(dir, 'relais.key');
    let first: Buffer | undefined;
    const second = readOrMakeKey(file, (bytes) => {
      first = readOrMakeKey(file);
      return randomBytes(bytes);
    });
    expect(second).toEqual(first);
  });

  it('is never replaced when its file holds something else', () => {
    const file = join(dir, 'relais.key');
    writeFileSync(file, 'half a k');
    expect(codeOf(() => readOrMakeKey(file))).toBe('key_unreadable');
  });
});
