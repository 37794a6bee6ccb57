import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalize, tokens } from '../../flows/normalize.ts';

describe('normalize', () => {
  it.each([
    ["J’ai PERDU ma carte d'identité !!", 'j ai perdu ma carte d identite'],
    ["ÇA, c'est-à-dire : œuf, Noël", 'ca c est a dire oeuf noel'],
    ['1️⃣', '1'],
    ['1️⃣2️⃣', '12'],
    ['①', '1'],
    ['❷ ➂ ➍ ⓹ 🔟', '2 3 4 5 10'],
    ['１２', '12'],
    ['٣ ۴ ५ ১ ௨ 𝟗', '3 4 5 1 2 9'],
    ['⑴', '1'],
    ['  deux\u00a0\tmots\n', 'deux mots'],
    ['a\u200db\u00adc\ufeffd', 'abcd'],
    ['oui 👍', 'oui'],
    ['👍', ''],
    ['e\u0301te\u0301', 'ete'],
    ['A.P.L.', 'a p l'],
    ['ARRÊT', 'arret'],
    ['İstanbul ılık ŁÓDŹ straße', 'istanbul ilik lodz strasse'],
    ['مَرْحَبًا؟', 'مرحبا'],
    ['Її Йод', 'її йод'],
    ['வணக்கம்!', 'வணக்கம்'],
    ['ሰላም፡', 'ሰላም'],
    ['নমস্কার', 'নমস্কার'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(normalize(text)).toBe(expected.normalize('NFC'));
  });

  it('is idempotent, trimmed and single-spaced', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
        const normal = normalize(text);
        expect(normalize(normal)).toBe(normal);
        expect(normal).toBe(normal.trim());
        expect(normal).not.toMatch(/\s\s|[^\S ]/);
      }),
      { numRuns: 1000 },
    );
  });

  it('sees no difference between cases, accents and apostrophes', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."abcéèêçàùïœÉÀÇ '’-.") }), (text) => {
        expect(normalize(text.toUpperCase())).toBe(normalize(text));
        expect(normalize(text.normalize('NFD'))).toBe(normalize(text));
        expect(normalize(text.replaceAll('’', "'"))).toBe(normalize(text));
      }),
    );
  });
});

describe('tokens', () => {
  it('gives the words', () => {
    expect(tokens("L'APL, c'est quoi ?")).toEqual(['l', 'apl', 'c', 'est', 'quoi']);
    expect(tokens(' !? ')).toEqual([]);
  });
});
