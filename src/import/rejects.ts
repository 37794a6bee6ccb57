/** The rows that were not taken, in a file beside the database, for whoever can correct them at their source. */
import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { dirname } from 'node:path';
import type { At } from './format.ts';
import { REASONS, type Reason } from './reasons.ts';

export interface Rejects {
  add(at: At, reason: Reason, about: unknown): void;
  /** Resolves with the file, if there was anything to write. */
  end(): Promise<string | undefined>;
}

/** Longer than this a row is cut: enough to find it again. */
const LONGEST = 2_000;

/** Writes to this file, which is made at the first row. */
export function makeRejects(file: string): Rejects {
  let stream: WriteStream | undefined;
  let failed: Error | undefined;
  return {
    add(at, reason, about) {
      if (!stream) {
        mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
        stream = createWriteStream(file, { mode: 0o600 });
        stream.on('error', (error) => {
          failed = error;
        });
        stream.write('fichier,ligne,motif,contenu\n');
      }
      const row = [
        at.file,
        String(at.line),
        REASONS[reason],
        (JSON.stringify(about) ?? '').slice(0, LONGEST),
      ];
      stream.write(`${row.map(cell).join(',')}\n`);
    },
    async end() {
      const written = stream;
      if (!written) return undefined;
      await new Promise<void>((done) => written.end(() => done()));
      if (failed) throw failed;
      return file;
    },
  };
}

/** For a run that writes nothing. */
export const NO_REJECTS: Rejects = { add() {}, end: async () => undefined };

/** Quoted; a spreadsheet must not take a cell for a formula. */
function cell(value: string): string {
  return `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;
}
