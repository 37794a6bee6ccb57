/** What a reader of one kind of file offers, and what it may ask for. */
import type { SourceRow } from '../knowledge/places/source-row.ts';
import type { Locate } from './locate.ts';
import type { Reason } from './reasons.ts';

/** One record as its file writes it. */
export type Raw = Readonly<Record<string, unknown>>;

/** A line of a file: where a record comes from. */
export interface At {
  readonly file: string;
  readonly line: number;
}

/** Where every record ends up, exactly once. */
export interface Sink {
  keep(at: At, row: SourceRow): void;
  /** Told with a row that is already kept: a service of a place. */
  join(at: At): void;
  reject(at: At, reason: Reason, about: unknown): void;
}

export interface Aids {
  readonly locate: Locate;
  readonly sink: Sink;
}

/** A file as far as its name tells. */
export interface FileNamed {
  readonly name: string;
  /** Its name without dates and endings: the same for a newer edition. */
  readonly stem: string;
  /** Day of the file, for rows that have none of their own. */
  readonly edition?: number;
}

/** A reader at work on the files of one run. */
export interface Reading {
  take(raw: Raw, at: At, file: FileNamed): void;
  /** After the last file: what had to wait for others. */
  end(): void;
}

export interface Format {
  readonly id: string;
  /** How the command calls it. */
  readonly label: string;
  /** Does a record of this shape belong to it? */
  matches(raw: Raw): boolean;
  /** The source that such a file is the whole of: its rows that have gone are retired. */
  source(file: FileNamed): string;
  read(aids: Aids): Reading;
}
