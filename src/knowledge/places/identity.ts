/** Which id each place has: the one that its rows had, so that it stays the same over imports. */
import { type PlacedRow, rowKey, type SourceRow } from './source-row.ts';

/**
 * Rows with their place's id, sorted by it. A group keeps the id that most of its rows had; of two that claim one id (a place
 * that was told apart since) the one with more of its rows keeps it.
 */
export function placed<R extends SourceRow>(
  groups: readonly (readonly R[])[],
  before: Iterable<PlacedRow>,
  newId: () => string,
): PlacedRow[] {
  const had = new Map<string, string>();
  for (const row of before) had.set(rowKey(row), row.place);
  const claims: { id: string; at: number; votes: number }[] = [];
  for (const [at, group] of groups.entries()) {
    const votes = new Map<string, number>();
    for (const row of group) {
      const id = had.get(rowKey(row));
      if (id !== undefined) votes.set(id, (votes.get(id) ?? 0) + 1);
    }
    for (const [id, count] of votes) claims.push({ id, at, votes: count });
  }
  claims.sort((a, b) => b.votes - a.votes || (a.id < b.id ? -1 : a.id > b.id ? 1 : a.at - b.at));
  const ids = new Map<number, string>();
  const taken = new Set<string>();
  for (const { id, at } of claims) {
    if (ids.has(at) || taken.has(id)) continue;
    ids.set(at, id);
    taken.add(id);
  }
  return groups
    .flatMap((group, at) => {
      const place = ids.get(at) ?? newId();
      return group.map((row) => ({ ...row, place }));
    })
    .sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : rowKey(a) < rowKey(b) ? -1 : 1));
}
