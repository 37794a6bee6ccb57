import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sayAcronyms } from '../../src/text/acronyms.ts';
import { sayAddresses } from '../../src/text/addresses.ts';
import { sayNumbers, slowly } from '../../src/text/numbers.ts';
import { englishSpeech } from '../../src/text/speech/en.ts';
import { frenchNumber, frenchSpeech } from '../../src/text/speech/fr.ts';
import { plainSpeech, speechOf } from '../../src/text/speech/index.ts';
import { say, seconds } from '../../src/text/spoken.ts';

describe('sayNumbers, in French', () => {
  it.each([
    ['Appelez le 32 30.', 'Appelez le trente-deux trente.'],
    ['Appelez le 32\u00a030.', 'Appelez le trente-deux trente.'],
    ['le 3230', 'le trente-deux trente'],
    ['le 3919 ?', 'le trente-neuf dix-neuf ?'],
    ['le 39 39', 'le trente-neuf trente-neuf'],
    ['le 3114, le 3018', 'le trente et un quatorze, le trente dix-huit'],
    ['le 36 46 ou le 39 49', 'le trente-six quarante-six ou le trente-neuf quarante-neuf'],
    ['116 006', 'cent seize, zéro zéro six'],
    ['116117', 'cent seize, cent dix-sept'],
    ['08 05 20 42 05', 'zéro huit, zéro cinq, vingt, quarante-deux, zéro cinq'],
    ['0612116006', 'zéro six, douze, onze, soixante, zéro six'],
    ['0805204205', 'zéro huit, zéro cinq, vingt, quarante-deux, zéro cinq'],
    ['08.05.20.42.05.', 'zéro huit, zéro cinq, vingt, quarante-deux, zéro cinq.'],
    ['01-44-80-00-71', 'zéro un, quarante-quatre, quatre-vingts, zéro zéro, soixante et onze'],
    ['0 809 401 401', 'zéro, huit cent neuf, quatre cent un, quatre cent un'],
    ['0 800 005 696', 'zéro, huit cents, zéro zéro cinq, six cent quatre-vingt-seize'],
    [
      '+33 1 23 45 67 89',
      'plus trente-trois, un, vingt-trois, quarante-cinq, soixante-sept, quatre-vingt-neuf',
    ],
    [
      '+33 (0)1 23 45 67 89',
      'plus trente-trois, un, vingt-trois, quarante-cinq, soixante-sept, quatre-vingt-neuf',
    ],
    ['+33123456789', 'plus trente-trois, un, vingt-trois, quarante-cinq, soixante-sept, quatre-vingt-neuf'],
    [
      '+262692123456',
      'plus deux cent soixante-deux, six cent quatre-vingt-douze, douze, trente-quatre, cinquante-six',
    ],
  ])('%s', (text, spoken) => {
    expect(sayNumbers(text, frenchSpeech)).toBe(spoken);
  });

  it.each([
    'le 15, le 17, le 18, le 112, le 115',
    '1 800 euros',
    '3 230 euros',
    '3230 euros',
    '3500€',
    '3650 €',
    '3000 logements',
    '12 500 euros',
    'en 2026',
    'né en 1985',
    'le 12/03/2026',
    'le 01.02.2026',
    'le 31 12 2026',
    '75018 Paris',
    '75 018',
    '13001',
    'article 3114',
    'cerfa 3919',
    'F3230',
    'Cerfa n°12485*03',
    '116 006 euros',
    'FR76 3000 4000 0312',
    '1 85 05 78 006 084 36',
    '2.5 ou 3,50',
    'de 8h30 à 17 h 30',
    '3919 jours',
    '303 605 euros',
  ])('leaves: %s', (text) => {
    expect(sayNumbers(text, frenchSpeech)).toBe(text);
  });

  it('leaves no digit of any number of ten', () => {
    const pairs = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        pairs,
        fc.constantFrom(' ', '.', '', '-', '\u00a0'),
        (first, rest, sep) => {
          const groups = [`0${first}`, ...rest.map((pair) => String(pair).padStart(2, '0'))];
          const spoken = sayNumbers(`au ${groups.join(sep)}, vite`, frenchSpeech);
          expect(spoken).not.toMatch(/\d/);
          expect(spoken.split(', ')).toHaveLength(6);
        },
      ),
    );
  });
});

describe('sayNumbers, elsewhere', () => {
  it('reads digit by digit in English', () => {
    expect(sayNumbers('Call 3919 or 08 05 20 42 05.', englishSpeech)).toBe(
      'Call three nine, one nine or zero eight, zero five, two zero, four two, zero five.',
    );
    expect(sayNumbers('3500 people, 3600 euros', englishSpeech)).toBe('3500 people, 3600 euros');
  });

  it('sets digits apart where the language has no table', () => {
    expect(speechOf('ar')).toBe(plainSpeech);
    expect(speechOf('fr-FR')).toBe(frenchSpeech);
    expect(speechOf('en')).toBe(englishSpeech);
    expect(say('اتصل 3919 RSA ants.gouv.fr', plainSpeech)).toBe('اتصل 3 9, 1 9 R S A ants.gouv.fr');
  });
});

describe('frenchNumber', () => {
  it.each([
    [0, 'zéro'],
    [1, 'un'],
    [16, 'seize'],
    [17, 'dix-sept'],
    [20, 'vingt'],
    [21, 'vingt et un'],
    [22, 'vingt-deux'],
    [61, 'soixante et un'],
    [70, 'soixante-dix'],
    [71, 'soixante et onze'],
    [72, 'soixante-douze'],
    [79, 'soixante-dix-neuf'],
    [80, 'quatre-vingts'],
    [81, 'quatre-vingt-un'],
    [90, 'quatre-vingt-dix'],
    [91, 'quatre-vingt-onze'],
    [99, 'quatre-vingt-dix-neuf'],
    [100, 'cent'],
    [101, 'cent un'],
    [200, 'deux cents'],
    [280, 'deux cent quatre-vingts'],
    [999, 'neuf cent quatre-vingt-dix-neuf'],
  ])('%i', (n, words) => {
    expect(frenchNumber(n)).toBe(words);
  });

  it('never says two numbers the same way', () => {
    expect(new Set(Array.from({ length: 1000 }, (_, n) => frenchNumber(n))).size).toBe(1000);
  });
});

describe('sayAcronyms', () => {
  it.each([
    ['APL, RSA, MDPH', 'A P L, R S A, M D P H'],
    ['la CAF ou la Caf', 'la Caf ou la Caf'],
    ["l'AAH et l’ASPA", "l'A A H et l’Aspa"],
    ['CPAM, CCAS, ANTS, OFII, AME', 'C P A M, C C A S, A N T S, Ofi, A M E'],
    ['SAMU, SMIC, CROUS, PUMA, PACS, CESU', 'Samu, Smic, Crous, Puma, Pacs, Cesu'],
    [
      'CMU, CSS, PMI, HLM, CDI, CDD, OQTF, CIDFF, SMS',
      'C M U, C S S, P M I, H L M, C D I, C D D, O Q T F, C I D F F, S M S',
    ],
    ['Répondez ARRET, AIDE, MENU, OUI ou NON', 'Répondez arrêt, aide, Menu, oui ou Non'],
    ['NE PAYEZ PAS', 'Ne Payez Pas'],
    ['A, B2, F1344, Paris, URGENT, IMPORTANT', 'A, B2, F1344, Paris, URGENT, IMPORTANT'],
    ['apl rsa', 'apl rsa'],
  ])('%s', (text, spoken) => {
    expect(sayAcronyms(text, frenchSpeech)).toBe(spoken);
  });
});

describe('sayAddresses', () => {
  it.each([
    ['service-public.gouv.fr', 'service tiret public, point gouv, point F R'],
    ['Allez sur https://www.caf.fr.', 'Allez sur caf, point F R.'],
    ['ants.gouv.fr', 'A N T S, point gouv, point F R'],
    [
      'www.service-public.gouv.fr/particuliers/vosdroits/F1344.',
      'service tiret public, point gouv, point F R, barre, particuliers, barre, vosdroits, barre, F 1 3 4 4.',
    ],
    ['contact@mairie-x.fr', 'contact, arobase, mairie tiret x, point F R'],
    ['jean.dupont_2@exemple.org', 'jean point dupont tiret bas 2, arobase, exemple, point org'],
    ['relais.example/g/AB12', 'relais, point example, barre, g, barre, A B 1 2'],
    ['1jeune1solution.gouv.fr', '1jeune1solution, point gouv, point F R'],
    ['etc.puis 2.5 c.a.d M.Dupont 08.05.20.42.05', 'etc.puis 2.5 c.a.d M.Dupont 08.05.20.42.05'],
  ])('%s', (text, spoken) => {
    expect(sayAddresses(text, frenchSpeech)).toBe(spoken);
  });
});

describe('say', () => {
  it('says all of it', () => {
    expect(say('APL : caf.fr ou 32 30, 25 euros.', frenchSpeech)).toBe(
      'A P L : caf, point F R ou trente-deux trente, 25 euros.',
    );
    expect(say('RSA: see service-public.gouv.fr', englishSpeech)).toBe(
      'R S A: see service dash public, dot gouv, dot F R',
    );
  });

  it('has nothing left to say the second time', () => {
    const part = fc.constantFrom(
      'APL',
      'la CAF',
      '32 30',
      '0 809 401 401',
      'caf.fr/F12',
      'ARRET',
      '1 800 euros',
      'le 115',
      'et',
      '.',
      ',',
    );
    fc.assert(
      fc.property(
        fc.array(part),
        fc.constantFrom(frenchSpeech, englishSpeech, plainSpeech),
        (parts, speech) => {
          const once = say(parts.join(' '), speech);
          expect(say(once, speech)).toBe(once);
        },
      ),
    );
  });
});

describe('slowly', () => {
  it.each([
    ['08 05 20 42 05', 'zéro huit. zéro cinq. vingt. quarante-deux. zéro cinq'],
    ['0805204205', 'zéro huit. zéro cinq. vingt. quarante-deux. zéro cinq'],
    ['0 809 401 401', 'zéro. huit cent neuf. quatre cent un. quatre cent un'],
    ['3919', 'trente-neuf. dix-neuf'],
    ['32 30', 'trente-deux. trente'],
    ['115', 'cent quinze'],
    ['75018', 'soixante-quinze. zéro dix-huit'],
    ['+33123456789', 'plus trente-trois. un. vingt-trois. quarante-cinq. soixante-sept. quatre-vingt-neuf'],
  ])('%s', (digits, spoken) => {
    expect(slowly(digits, frenchSpeech)).toBe(spoken);
  });
});

describe('seconds', () => {
  it('counts 14.5 characters a second', () => {
    expect(seconds('')).toBe(0);
    expect(seconds('a'.repeat(290))).toBe(20);
  });
});
