/** Commits that are shared: what arrives together is written by one transaction, each part in its own savepoint. */
import { StoreError } from '../errors.ts';
import type { Client } from './connection.ts';

/** Most parts that one transaction takes: some two milliseconds of writing. */
const MOST = 64;

export interface Commits {
  /**
   * Runs `work` (synchronous) inside a transaction that began as IMMEDIATE and resolves with its result after COMMIT.
   * If it throws, what it wrote is undone, what others wrote is not, and the promise rejects with what it threw.
   */
  run<T>(work: () => T): Promise<T>;
  /** Writes what waits; afterwards everything rejects with `closed`. */
  end(): void;
}

interface Part {
  readonly work: () => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
  done?: () => void;
}

/** Shares commits on one connection. `later` says when those that wait are written: once the requests at hand were read. */
export function makeCommits(client: Client, later: (run: () => void) => void = setImmediate): Commits {
  const waiting: Part[] = [];
  let ended = false;

  // Inside a transaction, a transaction of better-sqlite3 is a savepoint.
  const savepoint = client.transaction((work: () => unknown) => work());
  const together = client.transaction((parts: readonly Part[]) => {
    for (const part of parts) {
      try {
        const value = savepoint(part.work);
        part.done = () => part.resolve(value);
      } catch (error) {
        // A full disk undoes the whole transaction: nothing more may be written outside it.
        if (!client.inTransaction) throw error;
        part.done = () => part.reject(translated(error));
      }
    }
  });

  function flush(): void {
    const parts = waiting.splice(0, MOST);
    if (parts.length === 0) return;
    if (waiting.length > 0) later(flush);
    write(parts);
    for (const part of parts) part.done?.();
  }

  function write(parts: readonly Part[]): void {
    try {
      together.immediate(parts);
    } catch (error) {
      const known = translated(error);
      // Who holds the lock made everybody wait already: once is enough.
      const busy = known instanceof StoreError && known.code === 'busy';
      // One that needs more room than there is does not take the others with it.
      if (parts.length > 1 && !busy) for (const part of parts) write([part]);
      else for (const part of parts) part.done = () => part.reject(known);
    }
  }

  return {
    run<T>(work: () => T): Promise<T> {
      if (ended) return Promise.reject(new StoreError('closed'));
      return new Promise<T>((resolve, reject) => {
        waiting.push({ work, resolve: resolve as Part['resolve'], reject });
        if (waiting.length === 1) later(flush);
      });
    },
    end() {
      ended = true;
      while (waiting.length > 0) flush();
    },
  };
}

/** SQLite's trouble under a name of ours; anything else as it is. */
export function translated(error: unknown): unknown {
  const code = (error as { readonly code?: unknown } | null)?.code;
  if (typeof code !== 'string') return error;
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new StoreError('busy', error);
  if (/^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB|PERM|AUTH)/.test(code)) {
    return new StoreError('unavailable', error);
  }
  return error;
}
