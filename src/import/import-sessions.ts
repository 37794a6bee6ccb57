/** The command that imports permanences and workshops. */
import type { Workshop } from '../knowledge/places/workshops.ts';
import { isSessions, readSessions } from './formats/sessions.ts';
import { current } from './generation.ts';
import type { ImportDeps } from './import-points.ts';
import { makeLocate } from './locate.ts';
import { openFile } from './open-file.ts';
import { ImportError, type Reason } from './reasons.ts';
import { recordsOf } from './records.ts';
import { replaceGeneration } from './write.ts';

/** A workshop with the file that tells it, as it is stored. */
export interface StoredWorkshop extends Workshop {
  readonly source: string;
  readonly key: string;
}

export interface ImportedSessions {
  /** Lines: read = taken + rejected. */
  readonly read: number;
  readonly taken: number;
  readonly rejected: ReadonlyMap<Reason, number>;
  /** Dates: a weekly series is many. */
  readonly sessions: number;
  readonly added: number;
  readonly updated: number;
  readonly retired: number;
  readonly unchanged: number;
  readonly written: boolean;
  readonly rejects?: string;
}

/** Puts the sessions of a file in the place of what the same file told before; those of other files stay. */
export async function importSessions(
  file: string,
  { dryRun }: { readonly dryRun: boolean },
  deps: ImportDeps,
): Promise<ImportedSessions> {
  const { base, rows } = await current<StoredWorkshop>(deps.store, 'workshops', readWorkshop);
  const read = await readLines(file, deps, new Map(rows.map((row) => [`${row.source} ${row.key}`, row.id])));
  const others = rows.filter(({ source }) => source !== read.source);
  const before = new Map(
    rows.filter(({ source }) => source === read.source).map((row) => [row.id, JSON.stringify(row)]),
  );
  const after = [...read.found.values()];
  const added = after.filter(({ id }) => !before.has(id)).length;
  const unchanged = after.filter((row) => before.get(row.id) === JSON.stringify(row)).length;
  const changes = {
    ...{
      added,
      unchanged,
      updated: after.length - added - unchanged,
      retired: before.size - (after.length - added),
    },
    ...{ read: read.lines, taken: read.taken, rejected: read.rejected, sessions: after.length },
    ...(read.rejects === undefined ? {} : { rejects: read.rejects }),
  };
  if (dryRun || (unchanged === after.length && changes.retired === 0)) return { ...changes, written: false };
  const all = [...others, ...after].map((row) => JSON.stringify(row));
  await replaceGeneration('workshops', base, all, deps);
  return { ...changes, written: true };
}

async function readLines(file: string, deps: ImportDeps, ids: ReadonlyMap<string, string>) {
  const opened = await openFile(file, deps.limits);
  const locate = makeLocate(deps.geography);
  const source = `sessions:${opened.stem}`;
  const found = new Map<string, StoredWorkshop>();
  const rejected = new Map<Reason, number>();
  let [lines, taken] = [0, 0];
  const reject = (line: number, reason: Reason, about: unknown) => {
    rejected.set(reason, (rejected.get(reason) ?? 0) + 1);
    deps.rejects.add({ file, line }, reason, about);
  };
  for await (const record of recordsOf(opened)) {
    lines++;
    if (!('raw' in record)) {
      reject(record.line, record.broken, record.about);
      if (record.last) throw new ImportError(`${file} : illisible ou coupé en route ; rien n’est changé`);
      continue;
    }
    if (!isSessions(record.raw))
      throw new ImportError(`${file} : il faut les colonnes theme, lieu, date, debut et fin`);
    const told = readSessions(record.raw, locate);
    if ('reject' in told) reject(record.line, told.reject, record.raw);
    else if (told.sessions.every(({ key }) => found.has(key))) reject(record.line, 'twice', record.raw);
    else {
      taken++;
      for (const { key, told: session } of told.sessions) {
        const id = found.get(key)?.id ?? ids.get(`${source} ${key}`) ?? deps.ids();
        found.set(key, { id, ...session, source, key });
      }
    }
  }
  if (lines === 0) throw new ImportError(`${file} : aucune ligne`);
  const rejects = await deps.rejects.end();
  return { source, found, rejected, lines, taken, rejects };
}

export function readWorkshop(data: string): StoredWorkshop {
  return JSON.parse(data) as StoredWorkshop;
}
