/** Middle and worst of a list, and how a report writes them. */

export interface Spread {
  readonly median: number;
  readonly worst: number;
}

/** The lower middle of an even list: always a value that occurs. Undefined for an empty list. */
export function spread(values: readonly number[]): Spread | undefined {
  if (values.length === 0) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  return { median: sorted[(sorted.length - 1) >> 1] as number, worst: sorted.at(-1) as number };
}

/** "1 · 2": the median, then the worst. */
export function tell(values: readonly number[], digits = 0): string {
  const s = spread(values);
  return s === undefined ? '–' : `${s.median.toFixed(digits)} · ${s.worst.toFixed(digits)}`;
}

/** A Markdown table, figures to the right; `|` inside a cell would end it. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const row = (cells: readonly (string | number)[]) =>
    `| ${cells.map((c) => String(c).replaceAll('|', '\\|')).join(' | ')} |`;
  const figures = (column: number) => rows.every((cells) => /^[\d.· –]*$/.test(String(cells[column] ?? '')));
  const rule = `| ${head.map((_, i) => (figures(i) ? '---:' : '---')).join(' | ')} |`;
  return [row(head), rule, ...rows.map(row)].join('\n');
}
