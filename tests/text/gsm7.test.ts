import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, it } from 'vitest';
import { fold, gsmUnits, isGsm7 } from '../../src/text/gsm7.ts';

/** Any character of a Latin text: letters of all Latin blocks, marks, digits, punctuation, signs, spaces, controls. */
const latin = fc
  .oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom(...'aeiouyçéèêëàâîïôûùÿœŒæÀÂÈÉÊÎÔÙÛÇ«»“”’‘–—…° .,;:!?€\n\u00a0\u202f'),
    },
    { weight: 2, arbitrary: fc.integer({ min: 0, max: 0x24f }).map((code) => String.fromCodePoint(code)) },
    {
      weight: 2,
      arbitrary: fc.integer({ min: 0x250, max: 0x36f }).map((code) => String.fromCodePoint(code)),
    },
    {
      weight: 2,
      arbitrary: fc.integer({ min: 0x1e00, max: 0x1eff }).map((code) => String.fromCodePoint(code)),
    },
    {
      weight: 3,
      arbitrary: fc.integer({ min: 0x2000, max: 0x2bff }).map((code) => String.fromCodePoint(code)),
    },
    {
      weight: 1,
      arbitrary: fc.integer({ min: 0xfb00, max: 0xfb06 }).map((code) => String.fromCodePoint(code)),
    },
    {
      weight: 1,
      arbitrary: fc.integer({ min: 0xff01, max: 0xff5e }).map((code) => String.fromCodePoint(code)),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('👍', '1️⃣', '👨‍👩‍👧', '\ud83d', '\udc4d', '٣', '\u200b', '\ufeff', '\u00ad'),
    },
  )
  .filter(
    (char) =>
      !/(?![\p{sc=Latin}\p{sc=Common}\p{sc=Inherited}])[\p{L}\p{M}\p{Nl}\p{No}]/u.test(char.normalize('NFC')),
  );
const latinText = fc.array(latin, { maxLength: 60 }).map((chars) => chars.join(''));

describe('fold', () => {
  it.each([
    ['Où êtes-vous né ? Ça dépend.', 'Où etes-vous né ? Ça dépend.'],
    [
      'façon, reçu, Noël, maïs, île, hôpital, coûte, sœur',
      'facon, recu, Noel, mais, ile, hopital, coute, soeur',
    ],
    ['Œuvre À ÈRE Ù ÂGE Êtes Île Ôter', 'OEuvre A ERE U AGE Etes Ile Oter'],
    ['à é è ù É Ç ä ö ü ñ ò ì å ø æ ß', 'à é è ù É Ç ä ö ü ñ ò ì å ø æ ß'],
    ['á í ó ú ý ÿ ã õ', 'a i o u y y a o'],
    ['l’aide « Papiers » “ici” ‘là’', 'l\'aide "Papiers" "ici" \'là\''],
    ['«\u00a0Papiers\u00a0»', '"Papiers"'],
    ['lundi – vendredi — oui… 20 °C', 'lundi - vendredi - oui... 20 oC'],
    ['1\u00a0800\u202feuros\u2009!', '1 800 euros !'],
    ['• un → deux − trois', '- un -> deux - trois'],
    ['25 € [a] {b} | ~ ^ \\', '25 € [a] {b} | ~ ^ \\'],
    ['a\u200bb\ufeffc\u00add\u0007e', 'abcde'],
    ['un\r\ndeux\rtrois\tquatre', 'un\ndeux\ntrois quatre'],
    ['e\u0301t\u00e9 e\u0302tre', 'été etre'],
    ['½ m² n° ² № ﬁn ＡＢ', '1/2 m2 no 2 No fin AB'],
    ['Bɛɛ ni ɔ, ɲɛ ŋ', 'Bèè ni ò, nyè ng'],
    ['şğıİ łódź đ ț', 'sgiI lodz d t'],
    ['merci 👍 1️⃣', 'merci  1'],
    ['٣ pièces', '3 pièces'],
    ['Δ Ω', 'Δ Ω'],
  ])('%s', (text, folded) => {
    expect(fold(text)).toBe(folded);
    expect(isGsm7(folded)).toBe(true);
  });

  it.each([
    ['مرحبا «كيف»…', 'مرحبا «كيف»…'],
    ['Де\u00a0жити – «тут»', 'Де жити – «тут»'],
    ['வணக்கம்\u202f’', 'வணக்கம் ’'],
    ['ሰላም፡ ê', 'ሰላም፡ ê'],
    ['নমস্কার ১', 'নমস্কার ১'],
    ['ελληνικά ç', 'ελληνικά ç'],
  ])('leaves other scripts as they are: %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('makes GSM-7 of any Latin text', () => {
    fc.assert(
      fc.property(latinText, (text) => {
        const folded = fold(text);
        expect(isGsm7(folded)).toBe(true);
        expect(new SegmentedMessage(folded).encodingName).toBe('GSM-7');
      }),
      { numRuns: 500 },
    );
  });

  it('loses no letter or digit of a Latin text', () => {
    const kept = (text: string): number => Array.from(text.matchAll(/[\p{Lu}\p{Ll}\p{Nd}?]/gu)).length;
    const letters = fc
      .array(latin.filter((char) => /^[\p{Lu}\p{Ll}\p{Nd}]$/u.test(char)))
      .map((chars) => chars.join(''));
    fc.assert(fc.property(letters, (text) => kept(fold(text)) >= kept(text.normalize('NFC'))));
  });

  it('is idempotent, whatever the script', () => {
    fc.assert(fc.property(latinText, (text) => fold(fold(text)) === fold(text)));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(fold(text)) === fold(text)));
  });
});

describe('gsmUnits', () => {
  it('agrees with the provider on every character', () => {
    for (let code = 0; code < 0x3000; code++) {
      const provider = new SegmentedMessage(String.fromCharCode(code));
      expect(gsmUnits(code), `U+${code.toString(16)}`).toBe(
        provider.encodingName === 'GSM-7' ? provider.numberOfCharacters : 0,
      );
    }
  });
});
