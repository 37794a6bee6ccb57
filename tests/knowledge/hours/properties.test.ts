import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { hoursCompiler, type Local, openingAt } from '../../../src/knowledge/hours/index.ts';
import { COMMON, RARE } from './strings.ts';

const LOCALS: readonly Local[] = [
  { zone: 'Europe/Paris', holidays: 'metropole' },
  { zone: 'Europe/Paris', holidays: 'alsace-moselle' },
  { zone: 'Indian/Reunion', holidays: 'reunion' },
  { zone: 'America/Miquelon', holidays: 'saint-pierre-et-miquelon' },
  { zone: 'Pacific/Marquesas', holidays: 'polynesie' },
];
const compile = hoursCompiler();
const MINUTE = 60_000;

const days = fc.constantFrom(
  'Mo',
  'Tu',
  'We',
  'Th',
  'Fr',
  'Sa',
  'Su',
  'Mo-Fr',
  'Tu-Sa',
  'Sa-Mo',
  'PH',
  'Mo-Su,PH',
);
const when = fc.constantFrom('', '', '', 'Jul-Aug ', 'Sep-Jun ', 'week 1-53/2 ', 'Dec 24-Jan 2 ');
const two = (value: number) => String(value).padStart(2, '0');
const clock = (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
/** From five in the morning on: the hour that is shown twice in autumn is another test's. */
const times = fc
  .uniqueArray(fc.integer({ min: 60, max: 288 }), { minLength: 2, maxLength: 4 })
  .map((all) => [...all].sort((a, b) => a - b).map((five) => clock(five * 5)))
  .map(([a, b, c, d]) => (d === undefined ? `${a}-${b}` : `${a}-${b},${c}-${d}`));
const rule = fc.tuple(when, days, fc.oneof({ weight: 5, arbitrary: times }, fc.constant('off')));
const hours = fc
  .array(rule, { minLength: 1, maxLength: 4 })
  .map((rules) => rules.map(([season, day, time]) => `${season}${day} ${time}`).join('; '));
const instants = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2027, 0) });

describe('any hours', () => {
  it('change when they said, and not before', () => {
    fc.assert(
      fc.property(hours, instants, fc.constantFrom(...LOCALS), (text, instant, local) => {
        const compiled = compile({ hours: text }, local);
        const now = openingAt(compiled, instant);
        if (now.is === 'unknown') return;
        const change = now.is === 'open' ? now.until : now.opens;
        if (change === undefined) return;
        expect(change).toBeGreaterThan(instant);
        expect(openingAt(compiled, change).is === 'open').toBe(now.is === 'closed');
        // Every five minutes up to there, two days at most.
        for (let at = instant; at < Math.min(change, instant + 48 * 60 * MINUTE); at += 5 * MINUTE) {
          const state = openingAt(compiled, at);
          if (now.is === 'open') expect(state).toEqual(now);
          else expect(state.is).not.toBe('open');
        }
        expect(openingAt(compiled, change - 1).is === 'open').toBe(now.is === 'open');
      }),
      { numRuns: 300 },
    );
  });

  it('never throw, whatever they are', () => {
    const words = fc.constantFrom(
      ...'Mo Fr - , ; : 09:00 12:00 off PH week Jul 24/7 " || + [1] / SH 2024 open'.split(' '),
    );
    const text = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.array(words, { maxLength: 12 }).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(text, instants, (written, instant) => {
        expect(['open', 'closed', 'unknown']).toContain(
          openingAt(compile({ hours: written }, LOCALS[0] as Local), instant).is,
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe("the process's own zone", () => {
  const before = process.env.TZ;
  afterEach(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });

  it('changes nothing, but that the hour which it jumps over may be unknown', () => {
    const moments = Array.from({ length: 60 }, (_, at) => Date.UTC(2024, 0, 3) + at * 6.37 * 86_400_000);
    const answers = () =>
      LOCALS.flatMap((local) =>
        [...COMMON.slice(0, 20), ...RARE].map((text) => {
          const compiled = hoursCompiler()({ hours: text }, local);
          return moments.map((at) => openingAt(compiled, at));
        }),
      );
    process.env.TZ = 'UTC';
    expect(new Date(2024, 6).getTimezoneOffset()).toBe(0);
    const here = answers();
    for (const zone of ['Europe/Paris', 'America/Santiago', 'Australia/Lord_Howe']) {
      process.env.TZ = zone;
      expect(new Date(2024, 6).getTimezoneOffset()).not.toBe(0);
      expect(answers()).toEqual(here);
    }
  });
});
