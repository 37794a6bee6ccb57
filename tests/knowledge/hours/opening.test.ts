import { describe, expect, it } from 'vitest';
import {
  hoursCompiler,
  type Local,
  openingAt,
  type WrittenHours,
} from '../../../src/knowledge/hours/index.ts';

const PARIS: Local = { zone: 'Europe/Paris', holidays: 'metropole' };
const REUNION: Local = { zone: 'Indian/Reunion', holidays: 'reunion' };
const compile = hoursCompiler();
const WEEK = 'Mo-Fr 09:00-12:00,14:00-17:00';

/** What is known at a UTC moment, its instants as text. */
function at(moment: string, hours: string | WrittenHours, local = PARIS): unknown {
  const written = typeof hours === 'string' ? { hours } : hours;
  const state = openingAt(compile(written, local), Date.parse(`${moment}Z`));
  const text = (instant: number | undefined) =>
    instant === undefined ? undefined : new Date(instant).toISOString().slice(0, 16);
  if (state.is === 'open') return `open until ${text(state.until)}`;
  return state.is === 'closed' ? `closed until ${text(state.opens)}` : 'unknown';
}

describe('openingAt', () => {
  it.each([
    ['2024-06-03T07:00', 'open until 2024-06-03T10:00', 'opens on the minute'],
    ['2024-06-03T06:59', 'closed until 2024-06-03T07:00', 'a minute before'],
    ['2024-06-03T09:59', 'open until 2024-06-03T10:00', 'the last minute'],
    ['2024-06-03T10:00', 'closed until 2024-06-03T12:00', 'lunch'],
    ['2024-06-07T15:00', 'closed until 2024-06-10T07:00', 'the weekend'],
    ['2024-03-29T16:00', 'closed until 2024-04-02T07:00', 'Easter Monday is passed over, summer time begins'],
    ['2024-10-25T15:30', 'closed until 2024-10-28T08:00', 'winter time begins'],
  ])('%s: %s, %s', (moment, expected) => {
    expect(at(moment, WEEK)).toBe(expected);
  });

  it('claims nothing on a public holiday that the hours do not mention', () => {
    expect(at('2024-05-20T08:00', WEEK)).toBe('unknown');
    expect(at('2024-05-20T04:00', WEEK)).toBe('closed until 2024-05-21T07:00');
    expect(at('2024-05-20T08:00', `${WEEK}; PH off`)).toBe('closed until 2024-05-21T07:00');
    expect(at('2024-05-20T08:00', `PH off; ${WEEK}`)).toBe('closed until 2024-05-21T07:00');
    expect(at('2024-05-20T08:00', 'Mo-Fr,PH 09:00-12:00')).toBe('open until 2024-05-20T10:00');
    expect(at('2024-05-20T08:00', '24/7')).toBe('open until undefined');
  });

  it('knows the holidays of each region', () => {
    const alsace: Local = { zone: 'Europe/Paris', holidays: 'alsace-moselle' };
    expect(at('2024-12-26T09:00', WEEK)).toBe('open until 2024-12-26T11:00');
    expect(at('2024-12-26T09:00', WEEK, alsace)).toBe('unknown');
    expect(at('2024-03-29T09:00', WEEK, alsace)).toBe('unknown');
    expect(at('2024-12-20T06:00', WEEK, REUNION)).toBe('unknown');
    expect(at('2024-12-20T09:00', `${WEEK}; PH off`)).toBe('open until 2024-12-20T11:00');
    expect(at('2024-12-20T06:00', `${WEEK}; PH off`, REUNION)).toBe('closed until 2024-12-23T05:00');
    const martinique: Local = { zone: 'America/Martinique', holidays: 'martinique' };
    // Shrove Tuesday is no public holiday, and nearly nobody works.
    expect(at('2024-02-13T14:00', `${WEEK}; PH off`, martinique)).toBe('unknown');
    expect(at('2024-05-22T14:00', WEEK, martinique)).toBe('unknown');
  });

  it("keeps the place's own clock", () => {
    expect(at('2024-06-03T05:00', WEEK, REUNION)).toBe('open until 2024-06-03T08:00');
    expect(at('2024-06-03T05:00', WEEK)).toBe('closed until 2024-06-03T07:00');
    const tahiti: Local = { zone: 'Pacific/Tahiti', holidays: 'polynesie' };
    expect(at('2024-06-04T00:00', WEEK, tahiti)).toBe('open until 2024-06-04T03:00');
  });

  it('is never open where something is said beside the hours', () => {
    expect(at('2024-06-03T08:00', { hours: WEEK, comment: 'Fermé le 1er lundi du mois' })).toBe('unknown');
    expect(at('2024-06-03T08:00', `${WEEK} "sur rendez-vous"`)).toBe('unknown');
    const said = (written: WrittenHours) => compile(written, PARIS).comment;
    expect(said({ hours: `${WEEK} "sur rendez-vous"` })).toBe('sur rendez-vous');
    expect(said({ hours: WEEK, comment: '  ' })).toBeUndefined();
    expect(at('2024-06-03T08:00', {})).toBe('unknown');
  });

  it('goes on over midnight, up to a day that may be off', () => {
    expect(at('2024-06-03T21:30', 'Mo 20:00-24:00; Tu 00:00-01:00')).toBe('open until 2024-06-03T23:00');
    // Until the end of Tuesday, since 1 May is a Wednesday.
    expect(at('2024-04-30T12:00', 'Mo-Su 00:00-24:00')).toBe('open until 2024-04-30T22:00');
    expect(at('2024-04-30T20:30', 'Mo-Su 18:00-03:00')).toBe('open until 2024-04-30T22:00');
    expect(at('2024-06-03T20:30', 'Mo-Su 18:00-03:00')).toBe('open until 2024-06-04T01:00');
  });

  it('is right in the nights when the clocks are changed', () => {
    // 02:30 does not exist on 31 March: what would open then opens with the change.
    expect(at('2024-03-31T00:00', 'Su 02:30-06:00')).toBe('closed until 2024-03-31T01:00');
    expect(at('2024-03-31T01:00', 'Su 02:30-06:00')).toBe('open until 2024-03-31T04:00');
    expect(at('2024-03-31T00:30', 'Su 01:00-02:30')).toBe('open until 2024-03-31T01:00');
    // 02:30 exists twice on 27 October.
    expect(at('2024-10-27T00:15', 'Su 02:00-02:30')).toBe('open until 2024-10-27T00:30');
    expect(at('2024-10-27T01:15', 'Su 02:00-02:30')).toBe('open until 2024-10-27T01:30');
  });

  it('looks a season ahead', () => {
    expect(at('2024-09-01T12:00', 'Jul-Aug Tu 10:00-12:00')).toBe('closed until 2025-07-01T08:00');
    expect(at('2024-06-03T12:00', 'off')).toBe('closed until undefined');
    expect(at('2024-06-03T12:00', 'Sa[1] 09:00-12:00')).toBe('closed until 2024-07-06T07:00');
  });

  it('shares what is the same', () => {
    expect(compile({ hours: WEEK }, PARIS)).toBe(compile({ hours: WEEK }, { ...PARIS }));
    expect(compile({ hours: WEEK }, PARIS).by).toBe(compile({ hours: WEEK }, REUNION).by);
    expect(() => compile({ hours: WEEK }, { zone: 'Mars/Olympus', holidays: 'metropole' })).toThrow(
      RangeError,
    );
  });
});
