import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAtWord, sentences, splitToFit } from '../../src/text/cut.ts';
import { fits, segments } from '../../src/text/segments.ts';

describe('sentences', () => {
  it.each<[string, string[]]>([
    ['Appelez le 32 30. Puis attendez.', ['Appelez le 32 30.', 'Puis attendez.']],
    [
      'Avez-vous un compte ? Tapez 1. Sinon tapez 2.',
      ['Avez-vous un compte ?', 'Tapez 1.', 'Sinon tapez 2.'],
    ],
    [
      'Voir M. Dupont et Mme. Martin, art. L111. Ensuite partez.',
      ['Voir M. Dupont et Mme. Martin, art. L111.', 'Ensuite partez.'],
    ],
    ["Le taux est de 2.5 points. C'est peu.", ['Le taux est de 2.5 points.', "C'est peu."]],
    ['Tél. 01 44 55 66 77. Ouvert le lundi.', ['Tél. 01 44 55 66 77.', 'Ouvert le lundi.']],
    ['Appelez 08.05.20.42.05. Gratuit.', ['Appelez 08.05.20.42.05.', 'Gratuit.']],
    ['Le 01.02.2026 ou le 01. 02. 2026. Pas après.', ['Le 01.02.2026 ou le 01. 02. 2026.', 'Pas après.']],
    ['Allez sur ants.gouv.fr. Puis signez.', ['Allez sur ants.gouv.fr.', 'Puis signez.']],
    ['https://a.fr/x?y=1. Fin', ['https://a.fr/x?y=1.', 'Fin']],
    ['Papiers, loyer, etc. et le reste.', ['Papiers, loyer, etc. et le reste.']],
    ['Papiers, loyer, etc. Gardez tout.', ['Papiers, loyer, etc.', 'Gardez tout.']],
    ['Il a dit « Venez ! » Puis rien.', ['Il a dit « Venez ! »', 'Puis rien.']],
    ['« Quoi ? » dit-il.', ['« Quoi ? » dit-il.']],
    ['Attendez... Puis revenez !! Oui.', ['Attendez...', 'Puis revenez !!', 'Oui.']],
    ['1. Papiers. 2. Aides.', ['1. Papiers.', '2. Aides.']],
    ['J. Dupont, c.-à-d. moi. À vous. Écrivez.', ['J. Dupont, c.-à-d. moi.', 'À vous.', 'Écrivez.']],
    ['Prix : 25 euros. 8 jours.', ['Prix : 25 euros.', '8 jours.']],
    ['Un\nDeux. Trois', ['Un', 'Deux.', 'Trois']],
    ['هل تريد؟ نعم. شكرا', ['هل تريد؟', 'نعم.', 'شكرا']],
    ['Ask e.g. your town hall. See Mr. Smith.', ['Ask e.g. your town hall.', 'See Mr. Smith.']],
    ['Sans fin', ['Sans fin']],
    ['  ', []],
  ])('%s', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it('keeps every character but the space between', () => {
    fc.assert(fc.property(proseOf(), (text) => solid(sentences(text).join('')) === solid(text)));
  });
});

describe('splitToFit', () => {
  const upTo = (max: number) => (piece: string) => piece.length <= max;

  it.each<[string, number, string[]]>([
    ['Un deux. Trois quatre. Cinq.', 100, ['Un deux. Trois quatre. Cinq.']],
    ['Un deux. Trois quatre. Cinq.', 15, ['Un deux.', 'Trois quatre.', 'Cinq.']],
    ['Un deux. Trois quatre. Cinq.', 22, ['Un deux. Trois quatre.', 'Cinq.']],
    ['Un deux trois quatre. Cinq.', 12, ['Un deux', 'trois', 'quatre.', 'Cinq.']],
    ['Appelez vite le 0 809 401 401 demain', 17, ['Appelez vite le', '0 809 401 401', 'demain']],
    ['Avez-vous un compte ?', 19, ['Avez-vous un', 'compte ?']],
    ['anticonstitutionnel', 8, ['anticons', 'titution', 'nel']],
    ['', 8, []],
  ])('%s in %i', (text, max, expected) => {
    expect(splitToFit(text, upTo(max))).toEqual(expected);
  });

  it('never loses or doubles a character of words, and every piece fits', () => {
    fc.assert(
      fc.property(proseOf(), fc.integer({ min: 2, max: 60 }), (text, max) => {
        const pieces = splitToFit(text, upTo(max));
        expect(solid(pieces.join(''))).toBe(solid(text));
        // A family emoji or a letter with marks may be longer than what fits: it is not cut.
        expect(
          pieces.every(
            (piece) => piece.length <= max || [...new Intl.Segmenter().segment(piece)].length === 1,
          ),
        ).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps words whole where every word fits', () => {
    fc.assert(
      fc.property(proseOf(), (text) => {
        const words = text.split(/\s+/).filter(Boolean);
        const longest = Math.max(1, ...words.map((word) => word.length));
        const pieces = splitToFit(text, upTo(longest + 3));
        expect(pieces.flatMap((piece) => piece.split(/\s+/))).toEqual(words);
      }),
    );
  });

  it('works on segments', () => {
    const text = 'Faites la déclaration de perte à la mairie. '.repeat(12);
    const pieces = splitToFit(text, (piece) => fits(piece, 1));
    expect(pieces.every((piece) => fits(piece, 1))).toBe(true);
    expect(pieces).toHaveLength(4);
  });
});

describe('cutAtWord', () => {
  it.each<[string, number, string]>([
    ['un deux trois', 100, 'un deux trois'],
    ['un deux trois', 7, 'un deux'],
    ['un deux trois', 8, 'un deux'],
    ['un deux trois', 6, 'un'],
    ['anticonstitutionnel', 4, 'anti'],
    ['25€ a', 4, '25€'],
    ['25€ a', 3, '25'],
    ['le 32 30', 5, 'le'],
    ['👍👍 ê', 3, '👍'],
    ['', 3, ''],
  ])('%s in %i', (text, max, expected) => {
    expect(cutAtWord(text, max)).toBe(expected);
  });

  it('is a prefix that costs no more than asked', () => {
    fc.assert(
      fc.property(proseOf(), fc.integer({ min: 1, max: 80 }), (text, max) => {
        const cut = cutAtWord(text, max);
        expect(text.startsWith(cut)).toBe(true);
        expect(cut.trimEnd()).toBe(cut);
        const sameEncoding = segments(cut).encoding === segments(text).encoding;
        expect(sameEncoding ? segments(cut).units : cut.length).toBeLessThanOrEqual(max);
      }),
    );
  });
});

function solid(text: string): string {
  return text.replace(/\s/g, '');
}

function proseOf(): fc.Arbitrary<string> {
  const word = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom(
        'la',
        'mairie',
        'Puis',
        'vous',
        'À',
        'M.',
        'etc.',
        '32',
        '30',
        '?',
        '»',
        '«',
        'déclaration',
      ),
    },
    {
      weight: 2,
      arbitrary: fc.string({ unit: fc.constantFrom(...'abÉ.1?!»("\n€'), minLength: 1, maxLength: 8 }),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }) },
  );
  return fc
    .array(fc.tuple(word, fc.constantFrom(' ', ' ', '. ', ' ? ', '\u00a0', ' \n')), { maxLength: 40 })
    .map((parts) => parts.flat().join(''));
}
