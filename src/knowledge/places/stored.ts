/** Places as the database keeps them: rows of sources as JSON, those of one place one after the other. */
import { fuse } from './fuse.ts';
import type { KeptPlace } from './model.ts';
import type { PlacedRow } from './source-row.ts';

export function writeRow(row: PlacedRow): string {
  return JSON.stringify(row);
}

export function readRow(data: string): PlacedRow {
  return JSON.parse(data) as PlacedRow;
}

/** The places of rows that come in the order in which they were written. */
export async function* placesOf(rows: AsyncIterable<PlacedRow>): AsyncGenerator<KeptPlace> {
  let group: PlacedRow[] = [];
  for await (const row of rows) {
    if (group[0] && group[0].place !== row.place) {
      yield fuse(group);
      group = [];
    }
    group.push(row);
  }
  if (group.length > 0) yield fuse(group);
}
