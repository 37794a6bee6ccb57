/** One of the servers that the bench compares, in a process of its own: `ours`, `floor` or `ceiling`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { connect } from '../../../db/sqlite/connection.ts';
import { openVault } from '../../../src/open-vault.ts';
import { floorApp } from './floor.ts';
import { configOf, serve } from './serve.ts';
import type { TracedTurn } from './trace.ts';

const [what, port, database, turns, profile] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  string?,
];
const config = configOf(database, Number(port));
const stop = what === 'ours' ? await ours() : await bare();

async function ours() {
  const service = await serve(config);
  return () => service.stop();
}

async function bare() {
  const client = what === 'floor' ? connect(database).client : undefined;
  const traced = JSON.parse(readFileSync(turns, 'utf8')) as TracedTurn[];
  const app = await floorApp(traced, openVault(config), client);
  await app.listen({ host: '127.0.0.1', port: Number(port) });
  return () => app.close();
}

const session = new Session();
if (profile) {
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
}
process.on('message', (asked) => {
  if (asked === 'memory') {
    (globalThis as { gc?: () => void }).gc?.();
    process.send?.({ rss: process.memoryUsage().rss, heap: process.memoryUsage().heapUsed });
  }
});
process.once('disconnect', async () => {
  if (profile) {
    const { profile: seen } = await session.post('Profiler.stop');
    writeFileSync(profile, JSON.stringify(seen));
  }
  await stop();
  process.exit(0);
});
process.send?.('ready');
