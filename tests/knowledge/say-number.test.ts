import { expect, test } from 'vitest';
import { sayNumber } from '../../src/knowledge/say-number.ts';

test.each([
  ['32 30', 'trente-deux, trente'],
  ['3949', 'trente-neuf, quarante-neuf'],
  ['34 00', 'trente-quatre, zéro zéro'],
  ['0 809 401 401', 'zéro, huit cent neuf, quatre cent un, quatre cent un'],
  ['09 70 83 07 07', 'zéro neuf, soixante-dix, quatre-vingt-trois, zéro sept, zéro sept'],
  ['01 71 80 91 97', 'zéro un, soixante et onze, quatre-vingts, quatre-vingt-onze, quatre-vingt-dix-sept'],
  ['21 61 16 100', 'vingt et un, soixante et un, seize, cent'],
  ['0 800 001 099', 'zéro, huit cent, zéro zéro un, zéro quatre-vingt-dix-neuf'],
])('%s', (dialled, said) => {
  expect(sayNumber(dialled, 'fr')).toBe(said);
});

test('English says digits', () => {
  expect(sayNumber('32 30', 'en')).toBe('three two, three zero');
});
