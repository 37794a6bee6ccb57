/** Databases of a campaign, on each engine. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import { startPostgres } from '../support/postgres.ts';
import type { Kept } from './campaign.ts';

export interface Databases {
  readonly kept: Kept;
  readonly untouched: Kept;
  end(): Promise<void>;
}

export async function onSqlite(): Promise<Databases> {
  const dir = mkdtempSync(join(tmpdir(), 'relais-torture-'));
  const at = (name: string): Kept => {
    const url = join(dir, name);
    return {
      url,
      async ask<T>(sql: string) {
        const file = new Database(url);
        try {
          return file.prepare(sql).all() as T[];
        } finally {
          file.close();
        }
      },
    };
  };
  return {
    kept: at('killed.db'),
    untouched: at('untouched.db'),
    end: async () => rmSync(dir, { recursive: true, force: true }),
  };
}

export async function onPostgres(): Promise<Databases> {
  const server = await startPostgres();
  const at = async (name: string): Promise<Kept> => {
    const url = await server.database(name);
    return {
      url,
      async ask<T>(sql: string) {
        const client = new pg.Client({ connectionString: url });
        await client.connect();
        try {
          return (await client.query(sql)).rows as T[];
        } finally {
          await client.end();
        }
      },
    };
  };
  return { kept: await at('killed'), untouched: await at('untouched'), end: () => server.stop() };
}
