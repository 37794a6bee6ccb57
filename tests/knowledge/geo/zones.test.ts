import { expect, it } from 'vitest';
import { zoneOf } from '../../../src/knowledge/geo/index.ts';
import { departmentOfPostal, holidaysOf } from '../../../src/knowledge/geo/zones.ts';
import { geography as realGeography } from '../../support/library.ts';

it('every place keeps a clock that the platform knows', async () => {
  const geography = await realGeography();
  const departments = Array.from({ length: 95 }, (_, at) => String(at + 1).padStart(2, '0'));
  for (const code of [
    ...departments,
    '2A',
    '2B',
    ...Array.from({ length: 19 }, (_, at) => String(971 + at)),
  ]) {
    expect(() => new Intl.DateTimeFormat('fr', { timeZone: zoneOf(code) })).not.toThrow();
    const place = geography.at(`d:${code}`);
    if (place) expect(place.zone).toBe(zoneOf(code));
  }
});

it('tells the regions of France apart', () => {
  expect(zoneOf('974')).toBe('Indian/Reunion');
  expect(zoneOf('987', '98731')).toBe('Pacific/Marquesas');
  expect(zoneOf('75')).toBe('Europe/Paris');
  expect(holidaysOf('67')).toBe('alsace-moselle');
  expect(holidaysOf('93')).toBe('metropole');
  expect(holidaysOf('972')).toBe('martinique');
});

it.each([
  ['20000', '2A'],
  ['20200', '2B'],
  ['97411', '974'],
  ['97133', '977'],
  ['75018', '75'],
])('the postal code %s is in %s', (postal, department) => {
  expect(departmentOfPostal(postal)).toBe(department);
});
