/** Codes of links: as likely one as the other, and read back as they are typed. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newCode, readCode } from '../../src/guidance/code.ts';

test('bytes that would make some letters likelier are thrown away', () => {
  // 248 is the largest multiple of 31 in a byte.
  const given = [248, 255, 250, ...Array(10).fill(30)];
  const random = () => Uint8Array.from(given.splice(0, 13));
  expect(newCode(random)).toBe('zzzzzzzzzz');
});

test('ten letters from any bytes, read in capitals too', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), (bytes) => {
      fc.pre(bytes.some((byte) => byte < 248));
      const code = newCode(() => bytes);
      expect(code).toMatch(/^[2-9a-hjkmnp-z]{10}$/);
      expect(readCode(code.toUpperCase())).toBe(code);
      expect(readCode(`${code}2`)).toBeUndefined();
    }),
  );
});
