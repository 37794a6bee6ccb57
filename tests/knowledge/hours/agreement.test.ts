/** Our answers against the `opening_hours` library: every difference has a reason, and none is "open" against "closed". */
import { describe, expect, it } from 'vitest';
import { hoursCompiler, openingAt } from '../../../src/knowledge/hours/index.ts';
import { type Comparison, compare, told } from './compare.ts';
import { franceServicesStrings, mediationHours } from './real-hours.ts';
import { moments } from './reference.ts';
import { COMMON, NEVER_OPEN, RARE, REFUSED } from './strings.ts';

const MOMENTS = 200;
/** The many strings of one source differ in little: all of them at fewer moments; the bench takes them at 200. */
const FEWER = 25;

function check(what: string, comparison: Comparison): void {
  console.info(`${what}: ${told(comparison)}`);
  expect(comparison.unexplained).toEqual([]);
}

describe('agreement with the library', () => {
  it('over strings of our own', () => {
    const all = [...COMMON, ...RARE];
    expect(all.length).toBeGreaterThanOrEqual(60);
    const comparison = compare(all, MOMENTS);
    check('our own', comparison);
    expect(comparison.plans).toBe(COMMON.length);
    expect(comparison.libraries).toBe(RARE.length);
  });

  it.each([...NEVER_OPEN, ...REFUSED])('claims nothing of %j', (text) => {
    const hours = hoursCompiler()({ hours: text }, { zone: 'Europe/Paris', holidays: 'metropole' });
    expect(hours.raw).toBe(text);
    for (const instant of moments(MOMENTS, 1)) expect(openingAt(hours, instant).is).not.toBe('open');
  });

  it.each(REFUSED)('cannot tell %j', (text) => {
    const hours = hoursCompiler()({ hours: text }, { zone: 'Europe/Paris', holidays: 'metropole' });
    expect(openingAt(hours, Date.UTC(2024, 5, 3, 8))).toEqual({ is: 'unknown' });
  });

  const mediation = mediationHours();
  it.runIf(mediation.length > 0)('over the places of digital mediation', () => {
    check('mediation, Provence', compare(mediation, MOMENTS));
  });

  const services = franceServicesStrings();
  it.runIf(services.length > 0)('over the France Services places', () => {
    check('France Services', compare(services, FEWER));
  });
});
