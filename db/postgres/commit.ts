/** Commits that are shared: what arrives while one is written goes into the next, each part in its own savepoint. */
import type pg from 'pg';
import { StoreError } from '../errors.ts';
import { type Ask, asking, collided, lost, translated } from './connection.ts';

/** Most parts that one transaction takes: others may wait for the rows that it locked. */
const MOST = 32;
/** How often a part that collided with another process's begins again. */
const TRIES = 5;

export interface Commits {
  /**
   * Runs `work` inside a transaction and resolves with its result after COMMIT. If it throws, what it wrote is undone, what
   * others wrote is not. Where the whole transaction was undone, each part is run again by itself; so `work` may run twice.
   */
  run<T>(work: (ask: Ask) => Promise<T>): Promise<T>;
  /** Writes what waits; afterwards everything rejects with `closed`. */
  end(): Promise<void>;
}

interface Part {
  readonly work: (ask: Ask) => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

type Ending = { readonly value: unknown } | { readonly error: unknown };

/** Shares commits on one connection at a time, so that what one person sends keeps its order. */
export function makeCommits(pool: pg.Pool): Commits {
  const waiting: Part[] = [];
  let ended = false;
  let writing: Promise<void> | undefined;

  /** All of these in one transaction. Throws when none of it is written, or when that is not known. */
  async function together(parts: readonly Part[]): Promise<Ending[]> {
    const client = await pool.connect();
    const ask = asking(client);
    let broken: Error | undefined;
    const breaks = (error: Error) => {
      broken = error;
    };
    client.on('error', breaks);
    try {
      await client.query('BEGIN');
      const endings: Ending[] = [];
      for (const { work } of parts) {
        await client.query('SAVEPOINT part');
        try {
          endings.push({ value: await work(ask) });
          await client.query('RELEASE SAVEPOINT part');
        } catch (error) {
          if (lost(error)) throw error;
          await client.query('ROLLBACK TO SAVEPOINT part');
          endings.push({ error });
        }
      }
      await client.query('COMMIT');
      return endings;
    } catch (error) {
      broken ??= lost(error) ? (error as Error) : undefined;
      if (broken === undefined) await client.query('ROLLBACK').catch(breaks);
      throw error;
    } finally {
      client.off('error', breaks);
      client.release(broken);
    }
  }

  async function alone(part: Part): Promise<void> {
    for (let tries = 1; ; tries++) {
      const [ending] = await together([part]).catch((error: unknown) => [{ error }]);
      if (ending === undefined) return;
      if ('error' in ending && collided(ending.error) && tries < TRIES) continue;
      return settle(part, ending);
    }
  }

  async function write(parts: readonly Part[]): Promise<void> {
    let endings: Ending[];
    try {
      endings = await together(parts);
    } catch (error) {
      // After a lost connection nobody knows: whoever asks again with the same id is answered from what is there.
      if (lost(error) || parts.length === 1) for (const part of parts) settle(part, { error });
      else for (const part of parts) await alone(part);
      return;
    }
    for (const [i, part] of parts.entries()) {
      const ending = endings[i] as Ending;
      if ('error' in ending && collided(ending.error)) await alone(part);
      else settle(part, ending);
    }
  }

  async function loop(): Promise<void> {
    // Once the requests at hand were read.
    await new Promise(setImmediate);
    while (waiting.length > 0) await write(waiting.splice(0, MOST));
    writing = undefined;
  }

  return {
    run<T>(work: (ask: Ask) => Promise<T>): Promise<T> {
      if (ended) return Promise.reject(new StoreError('closed'));
      return new Promise<T>((resolve, reject) => {
        waiting.push({ work, resolve: resolve as Part['resolve'], reject });
        writing ??= loop();
      });
    },
    async end() {
      ended = true;
      await writing;
    },
  };
}

function settle(part: Part, ending: Ending): void {
  if ('error' in ending) part.reject(translated(ending.error));
  else part.resolve(ending.value);
}
