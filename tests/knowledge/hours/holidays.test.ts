import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { civil, dayNumber, isoWeek, weekday } from '../../../src/knowledge/hours/civil.ts';
import { Clock } from '../../../src/knowledge/hours/clock.ts';
import { Holidays } from '../../../src/knowledge/hours/holidays.ts';
import { dice } from './reference.ts';

/** By name, at local midnight. */
const official = createRequire(import.meta.url)('@socialgouv/jours-feries') as (
  year: number,
  options: { alsace: boolean },
) => Record<string, Date>;

it.each([
  ['metropole', false],
  ['alsace-moselle', true],
] as const)('holidays of %s are those of the package, a century long', (region, alsace) => {
  const holidays = new Holidays(region);
  for (let year = 1990; year <= 2099; year++) {
    const theirs = Object.values(official(year, { alsace }))
      .map((date) => dayNumber(date.getFullYear(), date.getMonth() + 1, date.getDate()))
      .sort((a, b) => a - b);
    const ours: number[] = [];
    for (let day = dayNumber(year, 1, 1); day < dayNumber(year + 1, 1, 1); day++) {
      if (holidays.on(day) === 'legal') ours.push(day);
    }
    expect(ours).toEqual([...new Set(theirs)]);
  }
});

it('days are numbered as the calendar has them', () => {
  for (let day = dayNumber(1970, 1, 1); day < dayNumber(2100, 1, 1); day += 7 + (day % 5)) {
    const date = new Date(day * 86_400_000);
    expect(civil(day)).toEqual({
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
    });
    expect(weekday(day)).toBe((date.getUTCDay() + 6) % 7);
  }
  expect(isoWeek(dayNumber(2024, 1, 1))).toBe(1);
  expect(isoWeek(dayNumber(2023, 1, 1))).toBe(52);
  expect(isoWeek(dayNumber(2020, 12, 31))).toBe(53);
  expect(isoWeek(dayNumber(2024, 12, 30))).toBe(1);
});

it.each(['Europe/Paris', 'Indian/Reunion', 'America/Miquelon', 'America/Cayenne', 'Pacific/Marquesas'])(
  'the clock of %s is the platform’s',
  (zone) => {
    const clock = new Clock(zone);
    const next = dice(7);
    const near = [
      '2024-03-31T01:00Z',
      '2024-10-27T01:00Z',
      '2024-03-10T05:00Z',
      '2024-11-03T04:00Z',
      '2025-01-01T00:00Z',
    ];
    for (let at = 0; at < 500; at++) {
      const base = at % 2 ? Date.parse(near[at % near.length] as string) - 7_200_000 : Date.UTC(2020, 0);
      const instant = Math.floor((base + next() * (at % 2 ? 14_400_000 : 3e11)) / 1000) * 1000;
      const shown = new Date(instant).toLocaleString('sv-SE', { timeZone: zone });
      expect(new Date(clock.wall(instant)).toISOString().slice(0, 19)).toBe(shown.replace(' ', 'T'));
      const back = clock.instant(clock.wall(instant), instant - 1);
      expect(clock.wall(back)).toBe(clock.wall(instant));
      expect(back).toBe(instant);
    }
  },
);
