/** Connections to one Postgres server, and the one way to ask it: templates whose values are bound and whose plans are kept. */
import pg from 'pg';
import { StoreError } from '../errors.ts';

/** How long to wait for a connection, in milliseconds: longer, and the provider has given up on the answer. */
const CONNECT_MS = 5_000;
/** A statement that takes longer waits for something that will not come. */
const STATEMENT_MS = 8_000;
/** A server that does not even say so is not there. */
const ANSWER_MS = 10_000;

/** Instants are integers below 2^53. */
const BIGINT = 20;

/** Asks one connection: ask.rows`select … where id = ${id}`. */
export interface Ask {
  rows<T>(parts: TemplateStringsArray, ...values: readonly unknown[]): Promise<T[]>;
  one<T>(parts: TemplateStringsArray, ...values: readonly unknown[]): Promise<T | undefined>;
  /** How many rows it touched. */
  run(parts: TemplateStringsArray, ...values: readonly unknown[]): Promise<number>;
}

/** A pool that never asks for more than `most` connections; `patient`: where statements may take as long as they take. */
export function connect(url: string, most = 8, patient = false): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: most,
    connectionTimeoutMillis: CONNECT_MS,
    ...(patient ? {} : { statement_timeout: STATEMENT_MS, query_timeout: ANSWER_MS }),
    application_name: 'relais',
    types: {
      getTypeParser: ((oid: number, format?: 'text') =>
        oid === BIGINT ? Number : pg.types.getTypeParser(oid, format)) as never,
    },
  });
  // An idle connection that breaks is replaced by the next question; whoever is asking hears of it there.
  pool.on('error', () => undefined);
  return pool;
}

/** Each template is prepared once on a connection, under a number of its own. */
const names = new WeakMap<TemplateStringsArray, { readonly name: string; readonly text: string }>();
let known = 0;

function statement(parts: TemplateStringsArray): { readonly name: string; readonly text: string } {
  let made = names.get(parts);
  if (made === undefined) {
    known += 1;
    made = { name: `s${known}`, text: parts.reduce((text, part, i) => `${text}$${i}${part}`) };
    names.set(parts, made);
  }
  return made;
}

export function asking(client: Pick<pg.ClientBase, 'query'>): Ask {
  const query = (parts: TemplateStringsArray, values: readonly unknown[]) =>
    client.query({ ...statement(parts), values: [...values] });
  return {
    rows: async <T>(parts: TemplateStringsArray, ...values: readonly unknown[]) =>
      (await query(parts, values)).rows as T[],
    one: async <T>(parts: TemplateStringsArray, ...values: readonly unknown[]) =>
      (await query(parts, values)).rows[0] as T | undefined,
    run: async (parts, ...values) => (await query(parts, values)).rowCount ?? 0,
  };
}

/** The server went away, or never was there: nothing is known of what was asked. */
export function lost(error: unknown): boolean {
  const code = (error as { readonly code?: unknown } | null)?.code;
  if (typeof code === 'string') return /^(08|57P0)/.test(code) || /^E[A-Z]+$/.test(code);
  return connectionWords(error);
}

/** Two that waited for each other: the one that gave way may simply begin again. */
export function collided(error: unknown): boolean {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return code === '40P01' || code === '40001';
}

/** Postgres's trouble under a name of ours; anything else as it is. */
export function translated(error: unknown): unknown {
  if (error instanceof StoreError) return error;
  const code = (error as { readonly code?: unknown } | null)?.code;
  if (collided(error) || code === '55P03' || code === '57014') return new StoreError('busy', error);
  if (typeof code === 'string' && (/^(53|58|28|3D|08|57P|25006)/.test(code) || /^E[A-Z]+$/.test(code)))
    return new StoreError('unavailable', error);
  if (error instanceof pg.DatabaseError) return error;
  return connectionWords(error) ? new StoreError('unavailable', error) : error;
}

/** The driver has no codes for these. */
function connectionWords(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^(Connection terminated|Query read timeout|timeout e(xceeded|xpired)|Client (was closed|has encountered)|The server does not)/i.test(
      error.message,
    )
  );
}
