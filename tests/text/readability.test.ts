import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestSentence, readability } from '../../src/text/readability.ts';
import { words } from '../../src/text/words.ts';

describe('words', () => {
  it.each<[string, string[]]>([
    ["L'aide est là : venez !", ["L'aide", 'est', 'là', 'venez']],
    ['Au 0 809 401 401, « vite »', ['Au', '0809401401,', 'vite']],
    ['un rendez-vous - demain', ['un', 'rendez-vous', 'demain']],
    ['1 800 euros', ['1800', 'euros']],
    [' … ', []],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });
});

describe('readability, in French', () => {
  it('follows the formula', () => {
    // 4 words (l'aide is one), 1 + 1 + 2 + 2 syllables, one sentence.
    expect(readability("L'aide est pour demain. Venez vite.", 'fr')).toEqual({
      score: 207 - 1.015 * (6 / 2) - 73.6 * (8 / 6),
      sentences: 2,
      words: 6,
      syllables: 8,
      leftOut: 0,
    });
  });

  it('leaves numbers, addresses and official names out, and says how much', () => {
    const result = readability(
      "Appelez l'Assurance maladie au 36 46 ou sur ameli.fr. RSA : voir la CAF.",
      'fr',
    );
    // Counted: Appelez au ou sur, voir la. Left out: l'Assurance maladie, 36 46, ameli.fr, RSA, CAF.
    expect(result).toMatchObject({ sentences: 2, words: 6, syllables: 8 });
    expect(result?.leftOut).toBeCloseTo(6 / 12);
  });

  it('takes the list of names that it is given', () => {
    expect(readability('La Maison bleue est là.', 'fr', ['maison bleue'])).toMatchObject({
      words: 3,
      leftOut: 2 / 5,
    });
    expect(readability('La Maison bleue est là.', 'fr', [])).toMatchObject({ words: 5, leftOut: 0 });
    // Capitals alone are matched as they are: "ame" is a word, "AME" a right.
    expect(readability("l'AME et son ame", 'fr', ['AME'])).toMatchObject({ words: 3 });
  });

  it('finds nothing to say of nothing', () => {
    expect(readability('', 'fr')).toBeUndefined();
    expect(readability('36 46. APL.', 'fr')).toBeUndefined();
  });

  it('puts plain words above official prose', () => {
    const plain =
      "Faites d'abord la déclaration de perte, à la mairie. Puis demandez une nouvelle carte. Apportez une photo. Tout est gratuit.";
    const prose =
      "L'attribution de la prestation susmentionnée est subordonnée à la présentation concomitante des justificatifs afférents à la " +
      'situation administrative du demandeur, conformément aux dispositions réglementaires en vigueur.';
    expect(readability(plain, 'fr')?.score).toBeGreaterThan(75);
    expect(readability(prose, 'fr')?.score).toBeLessThan(20);
  });
});

describe('readability, in English', () => {
  it('follows the formula of Flesch', () => {
    expect(readability('The town hall is free. Call before noon.', 'en')).toMatchObject({
      score: 206.835 - 1.015 * (8 / 2) - 84.6 * (9 / 8),
      words: 8,
      syllables: 9,
    });
  });
});

describe('readability, whatever the text', () => {
  it('stays a number, and shares stay between 0 and 1', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('fr' as const, 'en' as const),
        (text, lang) => {
          const result = readability(text, lang);
          if (result === undefined) return;
          expect(Number.isFinite(result.score)).toBe(true);
          expect(result.leftOut).toBeGreaterThanOrEqual(0);
          expect(result.leftOut).toBeLessThan(1);
          expect(result.syllables).toBeGreaterThanOrEqual(result.words);
        },
      ),
    );
  });
});

describe('longestSentence', () => {
  it.each([
    ['Un deux trois. Quatre cinq.', 3],
    ["Appelez l'Assurance maladie au 0 809 401 401.", 5],
    ['Voir M. Dupont, 2.5 km.', 5],
    ['Un\ndeux trois', 2],
    ['', 0],
  ])('%s: %i', (text, count) => {
    expect(longestSentence(text)).toBe(count);
  });
});
