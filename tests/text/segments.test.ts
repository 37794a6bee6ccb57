import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, it } from 'vitest';
import { fits, segments } from '../../src/text/segments.ts';

describe('segments', () => {
  it.each([
    ['nothing', '', { count: 1, encoding: 'GSM-7', units: 0, perSegment: 160 }],
    ['a full segment', 'a'.repeat(160), { count: 1, encoding: 'GSM-7', units: 160, perSegment: 160 }],
    ['one more', 'a'.repeat(161), { count: 2, encoding: 'GSM-7', units: 161, perSegment: 153 }],
    ['two full', 'a'.repeat(306), { count: 2, encoding: 'GSM-7', units: 306, perSegment: 153 }],
    ['three', 'a'.repeat(307), { count: 3, encoding: 'GSM-7', units: 307, perSegment: 153 }],
    ['80 euros signs', '€'.repeat(80), { count: 1, encoding: 'GSM-7', units: 160, perSegment: 160 }],
    ['an accent', 'ê'.repeat(70), { count: 1, encoding: 'UCS-2', units: 70, perSegment: 70 }],
    ['one more accent', 'ê'.repeat(71), { count: 2, encoding: 'UCS-2', units: 71, perSegment: 67 }],
    // 152 + 2 does not go into 153: the escape goes whole to the next segment.
    [
      'a straddling escape',
      `${'a'.repeat(152)}€${'a'.repeat(152)}`,
      { count: 3, encoding: 'GSM-7', units: 306, perSegment: 153 },
    ],
    [
      'a straddling emoji',
      `${'ê'.repeat(66)}👍${'ê'.repeat(66)}`,
      { count: 3, encoding: 'UCS-2', units: 134, perSegment: 67 },
    ],
  ])('%s', (_, text, expected) => {
    expect(segments(text)).toEqual(expected);
  });

  const agrees = (text: string): void => {
    const provider = new SegmentedMessage(text);
    const ours = segments(text);
    expect(ours.count).toBe(provider.segmentsCount);
    expect(ours.encoding).toBe(provider.encodingName);
    expect(ours.units).toBe(ours.encoding === 'GSM-7' ? provider.numberOfCharacters : text.length);
  };
  const near = (chars: readonly string[], escapes: readonly string[], length: number) =>
    fc
      .array(
        fc.oneof(
          { weight: 5, arbitrary: fc.constantFrom(...chars) },
          { weight: 1, arbitrary: fc.constantFrom(...escapes) },
        ),
        {
          minLength: 0,
          maxLength: length,
          size: 'max',
        },
      )
      .map((parts) => parts.join(''));

  it('agrees with the provider in GSM-7, escapes included', () => {
    fc.assert(fc.property(near([...'aeé à\n.'], [...'€[]{}|~^\\'], 500), agrees), { numRuns: 150 });
    fc.assert(
      fc.property(
        fc.integer({ min: 140, max: 165 }),
        fc.integer({ min: 1, max: 20 }),
        fc.nat(160),
        (a, e, b) => {
          agrees('a'.repeat(a) + '€'.repeat(e) + 'b'.repeat(b));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('agrees with the provider in UCS-2, marks and emoji included', () => {
    fc.assert(fc.property(near([...'aéêЖسዝ '], ['👍', 'e\u0301', 'சி', '🇫🇷', '€'], 220), agrees), {
      numRuns: 150,
    });
  });

  it('tells what fits', () => {
    expect(fits('a'.repeat(160), 1)).toBe(true);
    expect(fits('a'.repeat(161), 1)).toBe(false);
    expect(fits('a'.repeat(306), 2)).toBe(true);
  });
});
