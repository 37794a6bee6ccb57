/** Counts that may be shown: a small cell could be somebody. Pure. */
import type { ObstacleCount } from '../../../db/voices.ts';

/** A cell under this is not shown. */
export const SMALLEST = 5;

/** Reports of one service in one department in one month; `count` is absent where it is too small to be told. */
export interface Cell {
  readonly month: string;
  readonly department: string;
  readonly service: string;
  readonly count?: number;
}

/**
 * By service, month and department, the newest month first. No sum is given: a hidden cell could be counted back from it.
 */
export function cellsOf(counts: readonly ObstacleCount[]): readonly Cell[] {
  const sums = new Map<string, Required<Cell>>();
  for (const { month, department, service, count } of counts) {
    const key = [month, department, service].join('|');
    sums.set(key, { month, department, service, count: (sums.get(key)?.count ?? 0) + count });
  }
  return [...sums.values()]
    .sort(
      (a, b) =>
        b.month.localeCompare(a.month) ||
        a.department.localeCompare(b.department) ||
        a.service.localeCompare(b.service),
    )
    .map(({ count, ...cell }) => (count < SMALLEST ? cell : { ...cell, count }));
}

/** RFC 4180; an empty count is a small one. */
export function csvOf(cells: readonly Cell[]): string {
  const lines = cells.map(({ month, department, service, count }) =>
    [month, department, service, count ?? ''].join(','),
  );
  return ['month,department,service,count', ...lines, ''].join('\r\n');
}
