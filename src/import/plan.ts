/** What an import would change: the rows that will serve, and how they differ from those that serve now. */
import { breathing } from '../knowledge/geo/breathe.ts';
import { fuse } from '../knowledge/places/fuse.ts';
import { placed } from '../knowledge/places/identity.ts';
import { group } from '../knowledge/places/merge.ts';
import { type PlacedRow, rowKey } from '../knowledge/places/source-row.ts';
import { writeRow } from '../knowledge/places/stored.ts';
import type { FileCount, ReadPoints } from './points.ts';

export interface Changes {
  readonly added: number;
  readonly updated: number;
  readonly retired: number;
  readonly unchanged: number;
}

/** What became of one file: read = kept + merged + rejected. */
export interface Account {
  readonly file: string;
  readonly label: string;
  readonly read: number;
  /** Rows that are a place by themselves, or its first row. */
  readonly kept: number;
  /** Rows and services told with another row's place. */
  readonly merged: number;
  readonly rejected: FileCount['rejected'];
  readonly ms: number;
}

export interface Plan {
  /** Sorted by place. */
  readonly rows: readonly PlacedRow[];
  readonly changes: Changes;
  readonly accounts: readonly Account[];
  /** Whether anything would be written. */
  readonly differs: boolean;
  /** Rows that would go, by source, and how many it had. */
  readonly gone: readonly { readonly source: string; readonly gone: number; readonly had: number }[];
}

/** Puts what was read in the place of what its sources told before. Others' rows stay, and may become one place with these. */
export async function planOf(
  current: readonly PlacedRow[],
  read: ReadPoints,
  newId: () => string,
): Promise<Plan> {
  const others = current.filter(({ source }) => !read.sources.has(source));
  const groups = await group([...others, ...read.rows]);
  const rows = placed(groups, current, newId);
  const { changes, differs } = await compare(current, rows);
  const kept = firstRows(rows, read.files);
  return {
    rows,
    changes,
    differs,
    accounts: read.files.map((file) => account(file, kept)),
    gone: goneFrom(current, rows, read.sources),
  };
}

async function compare(
  current: readonly PlacedRow[],
  rows: readonly PlacedRow[],
): Promise<{ changes: Changes; differs: boolean }> {
  const breathe = breathing();
  const before = byPlace(current);
  const after = byPlace(rows);
  let [added, updated, unchanged] = [0, 0, 0];
  let differs = before.size !== after.size;
  for (const [id, now] of after) {
    await breathe();
    const then = before.get(id);
    if (!then) added++;
    else if (same(then.map(writeRow), now.map(writeRow))) {
      unchanged++;
      continue;
    } else if (JSON.stringify(fuse(then)) === JSON.stringify(fuse(now))) unchanged++;
    else updated++;
    differs = true;
  }
  const retired = [...before.keys()].filter((id) => !after.has(id)).length;
  return { changes: { added, updated, retired, unchanged }, differs };
}

function byPlace(rows: readonly PlacedRow[]): Map<string, PlacedRow[]> {
  const places = new Map<string, PlacedRow[]>();
  for (const row of rows) {
    const list = places.get(row.place);
    if (list) list.push(row);
    else places.set(row.place, [row]);
  }
  return places;
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, at) => one === b[at]);
}

/** Of each place the row that it is counted under: one that no file of this run tells, else the first of the first file. */
function firstRows(rows: readonly PlacedRow[], files: readonly FileCount[]): ReadonlySet<string> {
  const order = new Map<string, number>();
  for (const [at, { kept }] of files.entries()) for (const key of kept) order.set(key, at);
  const first = new Map<string, string>();
  for (const row of rows) {
    const key = rowKey(row);
    const best = first.get(row.place);
    if (best === undefined || (order.get(key) ?? -1) < (order.get(best) ?? -1)) first.set(row.place, key);
  }
  return new Set(first.values());
}

function account({ kept: keys, joined, ...file }: FileCount, first: ReadonlySet<string>): Account {
  const kept = [...keys].filter((key) => first.has(key)).length;
  const { label, read, rejected, ms } = file;
  return { file: file.file, label, read, kept, merged: keys.size - kept + joined, rejected, ms };
}

function goneFrom(
  current: readonly PlacedRow[],
  rows: readonly PlacedRow[],
  sources: ReadonlySet<string>,
): Plan['gone'] {
  const left = new Set(rows.map(rowKey));
  return [...sources].map((source) => {
    const had = current.filter((row) => row.source === source);
    return { source, had: had.length, gone: had.filter((row) => !left.has(rowKey(row))).length };
  });
}
