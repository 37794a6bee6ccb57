/** Reads files of places, whatever their kind, and accounts for every record. */
import type { Geography } from '../knowledge/geo/index.ts';
import { rowKey, type SourceRow } from '../knowledge/places/source-row.ts';
import type { At, Format, Raw, Reading, Sink } from './format.ts';
import { annuaire } from './formats/annuaire.ts';
import { dataInclusion } from './formats/data-inclusion.ts';
import { franceServices } from './formats/france-services.ts';
import { mediation } from './formats/mediation.ts';
import { makeLocate } from './locate.ts';
import { type Limits, type Opened, openFile } from './open-file.ts';
import { ImportError, type Reason } from './reasons.ts';
import { recordsOf } from './records.ts';

export const FORMATS: readonly Format[] = [franceServices, mediation, annuaire, dataInclusion];

/** What became of the records of one file. `read` is the sum of the others. */
export interface FileCount {
  readonly file: string;
  readonly label: string;
  readonly source: string;
  read: number;
  /** Rows that tell a place, by their key. */
  readonly kept: Set<string>;
  /** Records told with a row of this file: services of a place. */
  joined: number;
  readonly rejected: Map<Reason, number>;
  ms: number;
}

export interface ReadPoints {
  readonly rows: readonly SourceRow[];
  /** Sources that these files are the whole of. */
  readonly sources: ReadonlySet<string>;
  readonly files: readonly FileCount[];
}

export interface ReadPointsDeps {
  readonly geography: Geography;
  /** Hears of each rejected record. */
  readonly onReject: (at: At, reason: Reason, about: unknown) => void;
  /** Hears how many records of a file were read so far. */
  readonly onProgress: (file: string, read: number) => void;
  readonly clock: () => number;
  readonly limits?: Limits;
  /** UTC milliseconds: of files that tell no day, neither in their name nor in their rows. */
  readonly edition?: number;
}

/** Every thousandth record tells how far it is. */
const PROGRESS = 1_000;

/** Reads these paths and addresses together. Throws ImportError when a file is of no known kind, empty, or breaks off. */
export async function readPoints(where: readonly string[], deps: ReadPointsDeps): Promise<ReadPoints> {
  const rows = new Map<string, SourceRow>();
  const files = new Map<string, FileCount>();
  const sink = sinkOf(rows, files, deps);
  const aids = { locate: makeLocate(deps.geography), sink };
  const readings = new Map<Format, Reading>();
  for (const path of where) {
    const started = deps.clock();
    const opened = { ...dated(deps.edition), ...(await openFile(path, deps.limits)) };
    const format = await readOne(path, opened, files, deps, (found) => {
      const reading = readings.get(found) ?? found.read(aids);
      readings.set(found, reading);
      return reading;
    });
    const count = files.get(path);
    if (!format || !count) throw new ImportError(`${path} : aucune ligne`);
    count.ms = deps.clock() - started;
  }
  for (const reading of readings.values()) reading.end();
  const counts = [...files.values()];
  return { rows: [...rows.values()], sources: new Set(counts.map(({ source }) => source)), files: counts };
}

async function readOne(
  path: string,
  opened: Opened,
  files: Map<string, FileCount>,
  { onReject, onProgress }: ReadPointsDeps,
  readingOf: (format: Format) => Reading,
): Promise<Format | undefined> {
  let format: Format | undefined;
  let reading: Reading | undefined;
  let count: FileCount | undefined;
  for await (const record of recordsOf(opened)) {
    const at = { file: path, line: record.line };
    if (!format && 'raw' in record) {
      format = formatOf(record.raw);
      if (!format) throw unknownKind(path, record.raw);
      reading = readingOf(format);
      count = {
        ...counted(path, format, opened),
        read: count?.read ?? 0,
        ...(count && { rejected: count.rejected }),
      };
      files.set(path, count);
    }
    count ??= counted(path, undefined, opened);
    files.set(path, count);
    count.read++;
    if (count.read % PROGRESS === 0) onProgress(path, count.read);
    if ('raw' in record) reading?.take(record.raw, at, opened);
    else {
      count.rejected.set(record.broken, (count.rejected.get(record.broken) ?? 0) + 1);
      onReject(at, record.broken, record.about);
      // A file that was cut short is not the whole of its source: what is missing must not be retired.
      if (record.last) throw new ImportError(`${path} : illisible ou coupé en route ; rien n’est changé`);
    }
  }
  return format;
}

function dated(edition: number | undefined): Pick<Opened, 'edition'> {
  return edition === undefined ? {} : { edition };
}

function formatOf(raw: Raw): Format | undefined {
  return FORMATS.find((format) => format.matches(raw));
}

function unknownKind(path: string, raw: Raw): ImportError {
  const fields = Object.keys(raw).slice(0, 8).join(', ').slice(0, 120);
  return new ImportError(`${path} : ce fichier n’est d’aucun format connu (champs : ${fields}…)`);
}

function counted(file: string, format: Format | undefined, opened: Opened): FileCount {
  return {
    file,
    label: format?.label ?? '?',
    source: format?.source(opened) ?? '',
    read: 0,
    kept: new Set(),
    joined: 0,
    rejected: new Map(),
    ms: 0,
  };
}

/** Where records end up, each counted once. */
function sinkOf(
  rows: Map<string, SourceRow>,
  files: ReadonlyMap<string, FileCount>,
  { onReject }: ReadPointsDeps,
): Sink {
  const reject = (at: At, reason: Reason, about: unknown) => {
    const { rejected } = files.get(at.file) as FileCount;
    rejected.set(reason, (rejected.get(reason) ?? 0) + 1);
    onReject(at, reason, about);
  };
  return {
    reject,
    keep(at, row) {
      const key = rowKey(row);
      if (rows.has(key)) return reject(at, 'twice', { id: row.key, nom: row.name });
      rows.set(key, row);
      files.get(at.file)?.kept.add(key);
    },
    join(at) {
      (files.get(at.file) as FileCount).joined++;
    },
  };
}
