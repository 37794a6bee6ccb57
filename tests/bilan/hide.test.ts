/** No count under five is shown, and none can be worked out from what is. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Counted } from '../../db/tallies.ts';
import { bilanCsv, bilanOf, type Line, monthsOf } from '../../src/bilan/index.ts';

const counted = (department: string, theme: string, outcome: string, count: number): Counted => ({
  ...{ month: '2026-01', department, theme, outcome, channel: 'sms', count },
});
const cell = (lines: readonly Line[], ...[department, theme, outcome]: string[]) =>
  lines.find((l) => l.department === department && l.theme === theme && l.outcome === outcome)?.cell;

test('large counts are shown with their sums, texts and calls together', () => {
  const { lines } = bilanOf(
    [
      counted('93', 'papers', 'sheet', 10),
      { ...counted('93', 'papers', 'sheet', 4), channel: 'voice' },
      counted('75', 'health', 'sheet', 20),
      { ...counted('75', 'health', 'sheet', 9), month: '2026-02' },
    ],
    '2026-01',
  );
  expect(cell(lines, '*', '*', '*')).toBe(34);
  expect(cell(lines, '93', '*', '*')).toBe(14);
  expect(cell(lines, '75', 'health', 'sheet')).toBe(20);
});

test('a small count is not shown, nor what would tell it', () => {
  const { lines } = bilanOf(
    [
      counted('93', 'papers', 'sheet', 10),
      counted('93', 'papers', 'helped', 3),
      counted('93', 'health', 'sheet', 30),
      counted('75', 'papers', 'sheet', 40),
    ],
    '2026-01',
  );
  expect(cell(lines, '93', 'papers', 'helped')).not.toBe(3);
  const shown = lines.filter((l) => typeof l.cell === 'number' && l.cell < 5);
  expect(shown).toEqual([]);
  // 83 in all, 43 in 93, of which 40 are told: the difference would be the three.
  const of93 = lines.filter((l) => l.department === '93');
  expect(of93.filter((l) => l.cell === 'hidden').length).toBeGreaterThan(0);
});

test('of a sum under five nothing more is told, not even of how many parts it is', () => {
  const { lines } = bilanOf(
    [
      counted('2A', 'money', 'sheet', 2),
      counted('2A', 'money', 'helped', 1),
      counted('75', 'papers', 'sheet', 50),
      counted('75', 'money', 'sheet', 60),
      counted('93', 'money', 'sheet', 70),
    ],
    '2026-01',
  );
  expect(lines.filter((l) => l.department === '2A' && l.theme !== '*')).toEqual([]);
});

/** What an attacker knows: each figure that is shown, which are hidden, and that hidden ones are whole and at least one. */
function possible(lines: readonly Line[], all: readonly Counted[], most: number): Map<string, Set<number>> {
  const keys = all.map(({ department, theme, outcome }) => [department, theme, outcome] as const);
  const sums = lines.map(({ department, theme, outcome, cell: told }) => ({
    told,
    of: keys.flatMap((key, i) =>
      [department, theme, outcome].every((v, at) => v === '*' || v === key[at]) ? [i] : [],
    ),
  }));
  const values = new Map(keys.map((key) => [key.join('|'), new Set<number>()]));
  const given = new Array<number>(keys.length).fill(0);
  const fits = () =>
    sums.every(({ told, of }) => {
      const sum = of.reduce((n, i) => n + (given[i] as number), 0);
      return told === 'hidden' || sum === told;
    });
  const walk = (i: number): void => {
    if (i === keys.length) {
      if (fits()) for (const [at, key] of keys.entries()) values.get(key.join('|'))?.add(given[at] as number);
      return;
    }
    const known = cell(lines, ...(keys[i] as readonly string[] as string[]));
    const [from, to] = typeof known === 'number' ? [known, known] : [1, most];
    for (let n = from; n <= to; n++) {
      given[i] = n;
      walk(i + 1);
    }
  };
  walk(0);
  return values;
}

describe('whatever the counts', () => {
  const small = fc.uniqueArray(
    fc.tuple(
      fc.constantFrom('75', '93'),
      fc.constantFrom('papers', 'health'),
      fc.constantFrom('sheet', 'helped'),
      fc.integer({ min: 1, max: 9 }),
    ),
    { minLength: 1, maxLength: 4, selector: ([a, b, c]) => `${a}${b}${c}` },
  );
  test('no small one can be worked out, though its tables are tried one by one', () => {
    fc.assert(
      fc.property(small, (rows) => {
        const all = rows.map((row) => counted(...row));
        const { lines } = bilanOf(all, '2026-01');
        const values = possible(lines, all, 13);
        for (const { department, theme, outcome, count } of all)
          if (count < 5)
            expect([rows, (values.get(`${department}|${theme}|${outcome}`)?.size ?? 0) > 1]).toEqual([
              rows,
              true,
            ]);
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  test('a whole country takes no time that one notices', () => {
    const themes = ['papers', 'health', 'money', 'work', 'family', 'housing', 'age', 'school', ''];
    const outcomes = ['sheet', 'helped', 'not_helped', 'unknown', 'place', 'human'];
    const all = Array.from({ length: 101 }, (_, d) =>
      themes.flatMap((theme, t) =>
        outcomes.map((outcome, o) =>
          counted(String(d).padStart(2, '0'), theme, outcome, 1 + ((d * 31 + t * 17 + o * 7) % 23)),
        ),
      ),
    ).flat();
    const started = performance.now();
    bilanOf(all, '2026-01');
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

test('the table is one that a spreadsheet reads', () => {
  const csv = bilanCsv(bilanOf([counted('93', 'papers', 'sheet', 10)], '2026-01'), {
    theme: (t) => t,
    outcome: (o) => `a;${o}`,
    department: (d) => d,
    cell: String,
  });
  expect(csv.split('\r\n')[0]).toBe('\ufeffmois;département;thème;résultat;nombre');
  expect(csv).toContain('2026-01;93;papers;"a;sheet";10');
  expect(monthsOf([counted('93', 'a', 'b', 1), { ...counted('93', 'a', 'b', 1), month: '2026-02' }])).toEqual(
    ['2026-02', '2026-01'],
  );
});
