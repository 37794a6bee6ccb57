/** The month that an association asks money for: the arithmetic, and the table of the opening kit. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { texts } from '../../flows/texts/index.ts';
import { kitTable, withKit } from '../../src/budget/kit.ts';
import { monthOf, SHORT, WHOLE } from '../../src/budget/model.ts';
import { readConfig } from '../../src/config.ts';

const PRICES = { segmentOut: 0.08, segmentIn: 0.007, minute: 0.01 };
const PAGE = readFileSync(new URL('../../docs/guides/ouvrir.md', import.meta.url), 'utf8');

describe('a month', () => {
  test('texts and calls, each at its price', () => {
    expect(monthOf(1000, 0.25, { segmentsIn: 2, segmentsOut: 4, minutes: 3 }, PRICES)).toEqual({
      ...{ exchanges: 1000, calls: 250, texts: 750 },
      euros: { text: 250.5, voice: 7.5, all: 258 },
    });
  });
  test('none at all, all by text, all by voice', () => {
    expect(monthOf(0, 0.3, WHOLE, PRICES).euros.all).toBe(0);
    expect(monthOf(10, 0, SHORT, PRICES).euros).toMatchObject({ voice: 0, all: 3.34 });
    expect(monthOf(10, 1, SHORT, PRICES).euros).toMatchObject({ text: 0, all: 0.2 });
  });
});

test('the table of the opening kit is the one of the default prices: `npm run kit` writes it', () => {
  const { prices } = readConfig({}, Object.keys(texts)).money;
  const table = kitTable({
    ...{ segmentOut: prices.segments_out, segmentIn: prices.segments_in },
    minute: prices.call_seconds * 60,
  });
  expect(withKit(PAGE, table)).toBe(PAGE);
});

test('the medians that it stands on are those of docs/cost.md', () => {
  const cost = readFileSync(new URL('../../docs/cost.md', import.meta.url), 'utf8');
  const median = (line: string) => Number(new RegExp(`\\| ${line} \\| (\\d+)`).exec(cost)?.[1] ?? Number.NaN);
  expect(median('texts of the person to a whole sheet')).toBe(WHOLE.segmentsIn);
  expect(median('segments told to a whole sheet')).toBe(WHOLE.segmentsOut);
});
