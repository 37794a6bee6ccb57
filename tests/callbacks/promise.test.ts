/** What is promised to somebody who asks to be called: by the desk's clock, the person's own, and the calendar. */
import { describe, expect, test } from 'vitest';
import type { Safe } from '../../flows/duty.ts';
import { readDuty, writeDuty } from '../../src/callbacks/hours.ts';
import { isSafe, nextSafe, promised } from '../../src/callbacks/promise.ts';
import { hoursCompiler } from '../../src/knowledge/hours/index.ts';

const PARIS = 'Europe/Paris';
const compile = hoursCompiler();
const WEEK = 'Mo,Tu,We,Th,Fr 09:00-12:00,14:00-17:00; PH off';
/** `2026-01-15 10:00`, by UTC. */
const at = (utc: string) => Date.parse(`${utc.replace(' ', 'T')}:00Z`);
const said = (instant: number | undefined) =>
  instant === undefined ? undefined : new Date(instant).toISOString().slice(0, 16).replace('T', ' ');

function until(now: string, more: { safe?: Safe; zone?: string; hours?: string } = {}): string | undefined {
  const { safe = 'any', zone = PARIS, hours = WEEK } = more;
  const local = { zone: PARIS, holidays: 'metropole' as const };
  return said(promised(compile({ hours }, local), { zone, safe, now: at(now) }));
}

describe('a promise ends with the stretch of duty in which it can be kept', () => {
  test.each([
    ['in the morning, by noon', '2026-01-15 08:30', {}, '2026-01-15 11:00'],
    ['with less than half an hour left, in the afternoon', '2026-01-15 10:31', {}, '2026-01-15 16:00'],
    ['at noon, in the afternoon', '2026-01-15 11:00', {}, '2026-01-15 16:00'],
    ['on a Friday evening, on Monday', '2026-01-16 17:00', {}, '2026-01-19 11:00'],
    ['on the eve of Easter Monday, on Tuesday', '2026-04-03 16:00', {}, '2026-04-07 10:00'],
    ['over the change of the clock', '2026-03-27 16:30', {}, '2026-03-30 10:00'],
    ['for who can in the afternoon only', '2026-01-15 08:30', { safe: 'afternoon' }, '2026-01-15 16:00'],
    ['for who can in the morning only', '2026-01-15 12:00', { safe: 'morning' }, '2026-01-16 11:00'],
    [
      'in La Réunion, by their own clock',
      '2026-01-15 08:30',
      { safe: 'morning', zone: 'Indian/Reunion' },
      undefined,
    ],
    [
      'in Martinique, not before they are up',
      '2026-01-15 08:30',
      { zone: 'America/Martinique' },
      '2026-01-15 16:00',
    ],
    ['at night, never', '2026-01-15 08:30', { hours: 'Mo-Su 22:00-23:00; PH off' }, undefined],
    ['only in ten days', '2026-01-15 08:30', { hours: '2026 Jan 26 09:00-12:00' }, undefined],
  ] as const)('%s', (_, now, more, expected) => {
    expect(until(now, more)).toBe(expected);
  });

  test('all day and night, by nine in the evening', () => {
    expect(until('2026-01-15 08:30', { hours: '24/7' })).toBe('2026-01-15 20:00');
  });
});

test('a person is reached within their hours alone', () => {
  expect(isSafe('any', PARIS, at('2026-01-15 06:59'))).toBe(false);
  expect(isSafe('any', PARIS, at('2026-01-15 07:00'))).toBe(true);
  expect(isSafe('any', PARIS, at('2026-01-15 20:00'))).toBe(false);
  expect(isSafe('morning', PARIS, at('2026-01-15 11:00'))).toBe(false);
  expect(isSafe('afternoon', PARIS, at('2026-01-15 11:00'))).toBe(true);
  expect(isSafe('any', 'Indian/Reunion', at('2026-01-15 17:30'))).toBe(false);
  expect(said(nextSafe('morning', PARIS, at('2026-01-15 11:00')))).toBe('2026-01-16 07:00');
  expect(said(nextSafe('any', PARIS, at('2026-01-15 11:01')))).toBe('2026-01-15 11:01');
  expect(said(nextSafe('any', PARIS, at('2026-01-15 22:00')))).toBe('2026-01-16 07:00');
});

describe('hours as a form has them', () => {
  const morning = { from: '09:00', until: '12:00' };
  test('are written and read back, never on a holiday', () => {
    const duty = { days: ['Tu', 'Mo'] as const, stretches: [morning, { from: '14:00', until: '17:30' }] };
    const written = writeDuty(duty);
    expect(written).toBe('Mo,Tu 09:00-12:00,14:00-17:30; PH off');
    expect(readDuty(written ?? '')).toEqual({ ...duty, days: ['Mo', 'Tu'] });
  });
  test.each([
    ['no day', { days: [], stretches: [morning] }],
    ['no hour', { days: ['Mo'], stretches: [] }],
    ['an end before its beginning', { days: ['Mo'], stretches: [{ from: '12:00', until: '09:00' }] }],
    ['two that overlap', { days: ['Mo'], stretches: [morning, { from: '11:00', until: '13:00' }] }],
    ['no time', { days: ['Mo'], stretches: [{ from: '9h', until: '12:00' }] }],
    ['half a stretch', { days: ['Mo'], stretches: [{ from: '09:00', until: '' }] }],
  ] as const)('%s is none', (_, duty) => {
    expect(writeDuty(duty)).toBeUndefined();
  });
});
