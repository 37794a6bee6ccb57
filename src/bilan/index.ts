/** A month in counts: by department, theme and outcome, with nothing under five in it. Pure. */
import type { Counted } from '../../db/tallies.ts';
import { hide, type Sum } from './hide.ts';

export { LEAST } from './hide.ts';

/** A number; or none, where it is small or would tell of a small one. */
export type Cell = number | 'hidden';

export interface Line {
  /** `*`: all of them. */
  readonly department: string;
  readonly theme: string;
  readonly outcome: string;
  readonly cell: Cell;
}

export interface Bilan {
  readonly month: string;
  /** The whole first, then sums, then the finest. Lines of a sum that is not shown are not told. */
  readonly lines: readonly Line[];
}

const ALL = '*';
type Key = readonly [department: string, theme: string, outcome: string];

/** The months that anything was counted in, the newest first. */
export function monthsOf(counted: readonly Counted[]): readonly string[] {
  return [...new Set(counted.map(({ month }) => month))].sort().reverse();
}

export function bilanOf(counted: readonly Counted[], month: string): Bilan {
  const counts = new Map<string, number>();
  const keys = new Map<string, Key>();
  const sums = new Map<string, Set<string>>();
  const add = (key: Key, count: number): string => {
    const name = key.join('|');
    keys.set(name, key);
    counts.set(name, (counts.get(name) ?? 0) + count);
    return name;
  };
  const sum = (total: string, part: string) => sums.set(total, (sums.get(total) ?? new Set()).add(part));
  for (const { department: d, theme: t, outcome: o, count } of counted.filter((c) => c.month === month)) {
    const [finest, both] = [add([d, t, o], count), add([ALL, t, o], count)];
    const [place, theme, outcome] = [
      add([d, ALL, ALL], count),
      add([ALL, t, ALL], count),
      add([ALL, ALL, o], count),
    ];
    const all = add([ALL, ALL, ALL], count);
    sum(`${place}|of`, finest);
    sum(`${both}|of`, finest);
    sum(`${theme}|of`, both);
    sum(`${outcome}|of`, both);
    for (const [name, part] of [
      ['d', place],
      ['t', theme],
      ['o', outcome],
    ] as const)
      sum(`${all}|${name}`, part);
  }
  const all: Sum[] = [...sums].map(([name, parts]) => ({
    total: name.slice(0, name.lastIndexOf('|')),
    parts: [...parts],
  }));
  const hidden = hide(counts, all);
  // Of how many parts such a sum is would tell of them.
  const silent = new Set(all.filter(({ total }) => hidden.has(total)).flatMap(({ parts }) => parts));
  const lines = [...keys]
    .filter(([name]) => !silent.has(name))
    .map(([name, [department, theme, outcome]]) => ({
      ...{ department, theme, outcome },
      cell: hidden.has(name) ? ('hidden' as const) : (counts.get(name) as number),
    }));
  return { month, lines: lines.sort(inOrder) };
}

const depth = (line: Line) => [line.department, line.theme, line.outcome].filter((v) => v !== ALL).length;
const inOrder = (a: Line, b: Line) =>
  depth(a) - depth(b) ||
  compare(a.department, b.department) ||
  compare(a.theme, b.theme) ||
  compare(a.outcome, b.outcome);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** As a table for a spreadsheet; `said` names what the columns hold. */
export function bilanCsv(
  { month, lines }: Bilan,
  said: {
    readonly theme: (id: string) => string;
    readonly outcome: (id: string) => string;
    readonly department: (code: string) => string;
    readonly cell: (cell: Cell) => string;
  },
): string {
  const rows = lines.map(({ department, theme, outcome, cell }) => [
    month,
    said.department(department),
    said.theme(theme),
    said.outcome(outcome),
    said.cell(cell),
  ]);
  const quoted = (value: string) => (/[";\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const all = [['mois', 'département', 'thème', 'résultat', 'nombre'], ...rows];
  return `\ufeff${all.map((row) => row.map(quoted).join(';')).join('\r\n')}\r\n`;
}
