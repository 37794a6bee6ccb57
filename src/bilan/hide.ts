/**
 * Counts that may be shown: none under five, and nothing from which one could be worked out. Sums that are shown beside their
 * parts would tell what is missing, so that more is hidden until they do not. Pure.
 */

/** The least count that is shown. */
export const LEAST = 5;

/** A sum and what it is the sum of, by name. */
export interface Sum {
  readonly total: string;
  readonly parts: readonly string[];
}

/** Big enough not to be met by chance, small enough that a product is exact. */
const PRIME = 33_554_393;

/**
 * What is not shown of these counts: those under five, and those that would tell of one. They are not told apart, since
 * knowing that one is five or more would tell of others. A count of nothing is known to be nothing.
 */
export function hide(counts: ReadonlyMap<string, number>, sums: readonly Sum[]): ReadonlySet<string> {
  const hidden = new Set<string>();
  for (const [name, count] of counts) if (count > 0 && count < LEAST) hidden.add(name);
  const some = sums.map(({ total, parts }) => ({
    total,
    parts: parts.filter((name) => (counts.get(name) ?? 0) > 0),
  }));
  const size = (name: string) => counts.get(name) ?? 0;
  const more = ({ total, parts }: Sum): boolean => {
    const [smallest] = [...parts, total]
      .filter((name) => !hidden.has(name) && size(name) > 0)
      .sort((a, b) => Number(a === total) - Number(b === total) || size(a) - size(b));
    if (smallest !== undefined) hidden.add(smallest);
    return smallest !== undefined;
  };
  for (let changed = true; changed; ) {
    changed = false;
    for (const sum of some) if (tells(sum, hidden, size)) changed = more(sum) || changed;
    if (changed) continue;
    const told = workedOut(some, hidden);
    const of = told === undefined ? [] : some.filter((s) => s.total === told || s.parts.includes(told));
    changed = of.some(more);
  }
  return hidden;
}

/** Whether one sum alone tells a part of it that is not shown: the only one, or all of them at their least. */
function tells({ total, parts }: Sum, hidden: ReadonlySet<string>, size: (name: string) => number): boolean {
  const away = parts.filter((name) => hidden.has(name));
  if (hidden.has(total)) return away.length === 0;
  if (away.length === 0) return false;
  return away.length === 1 || away.reduce((n, name) => n + size(name), 0) === away.length;
}

/** One that all sums together leave no choice for, if any: a row of the solved equations that names it alone. */
function workedOut(sums: readonly Sum[], hidden: ReadonlySet<string>): string | undefined {
  const rows: Map<string, number>[] = [];
  for (const { total, parts } of sums) {
    let row = new Map<string, number>();
    for (const name of parts) if (hidden.has(name)) row.set(name, 1);
    if (hidden.has(total)) row.set(total, PRIME - 1);
    for (const other of rows) row = without(row, other);
    const pivot = row.keys().next();
    if (pivot.done) continue;
    row = scaled(row, inverse(row.get(pivot.value) as number));
    for (const [i, other] of rows.entries()) rows[i] = without(other, row, pivot.value);
    rows.push(row);
  }
  return rows
    .find((row) => row.size === 1)
    ?.keys()
    .next().value;
}

/** `row` less what of `other` cancels its pivot: the first name of `other`, unless said. */
function without(
  row: Map<string, number>,
  other: ReadonlyMap<string, number>,
  pivot = other.keys().next().value as string,
): Map<string, number> {
  const times = row.get(pivot);
  if (times === undefined) return row;
  const next = new Map(row);
  for (const [name, value] of other) {
    const left = ((next.get(name) ?? 0) - ((times * value) % PRIME) + PRIME) % PRIME;
    if (left === 0) next.delete(name);
    else next.set(name, left);
  }
  return next;
}

const scaled = (row: ReadonlyMap<string, number>, by: number) =>
  new Map([...row].map(([name, value]) => [name, (value * by) % PRIME] as const));

/** Fermat's: the power of a prime less two. */
function inverse(value: number): number {
  let [result, base, left] = [1, value, PRIME - 2];
  while (left > 0) {
    if (left % 2 === 1) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
    left = Math.floor(left / 2);
  }
  return result;
}
