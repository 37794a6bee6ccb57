import { expect, it } from 'vitest';
import { rank, spokenDigits } from '../../../src/knowledge/geo/numbers.ts';

it.each([
  ['soixante quinze zero dix huit', '75018'],
  ['quatre vingt treize mille deux cents', '93200'],
  ['trente cinq mille', '35000'],
  ['treize zero zero trois', '13003'],
  ['zero un zero zero zero', '01000'],
  ['neuf sept quatre', '974'],
  ['soixante et onze mille', '71000'],
  ['quatre vingt dix sept mille quatre cents', '97400'],
  ['vingt zero deux', '2002'],
])('%s is %s', (said, digits) => {
  expect(spokenDigits(said.split(' '))).toBe(digits);
});

it('leaves names that begin with a number alone', () => {
  expect(spokenDigits(['trois', 'rivieres'])).toBeUndefined();
  expect(spokenDigits([])).toBeUndefined();
});

it('reads ranks', () => {
  expect(rank('18e')).toEqual({ number: 18, ordinal: true });
  expect(rank('3')).toEqual({ number: 3, ordinal: false });
  expect(rank('vingtieme')).toEqual({ number: 20, ordinal: true });
  expect(rank('rennes')).toBeUndefined();
});
