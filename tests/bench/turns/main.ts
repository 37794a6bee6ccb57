/**
 * How many turns a second, against a floor and a ceiling measured in the same run: `npm run bench [-- --rounds 7 --people 500]`.
 * `--profile FILE` writes a profile and adds where our time goes, by part. Ratios, since times belong to a machine.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { connect } from '../../../db/sqlite/connection.ts';
import { migrate } from '../../../db/sqlite/migrate.ts';
import { openVault } from '../../../src/open-vault.ts';
import { type Contest, type Contestant, contestant, median, medians } from './contestant.ts';
import { disk } from './disk.ts';
import { CONNECTIONS } from './load.ts';
import { addContacts } from './people.ts';
import { partsOf } from './profile.ts';
import { configOf } from './serve.ts';
import { traceTurns } from './trace.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    people: { type: 'string', default: '500' },
    folder: { type: 'string', default: tmpdir() },
    profile: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const people = Number(values.people);
const folder = mkdtempSync(join(values.folder, 'relais-bench-'));
const print = (line: string) => process.stdout.write(`${line}\n`);
const row = (...cells: readonly (string | number)[]) =>
  print(cells.map((cell, at) => (at === 0 ? String(cell).padEnd(30) : String(cell).padStart(11))).join(''));

try {
  const turns = join(folder, 'turns.json');
  const traced = await traceTurns();
  writeFileSync(turns, JSON.stringify(traced));
  const statements = traced.map((turn) => turn.statements.length);
  print(`${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.version}`);
  const { full, normal } = disk(folder);
  print(
    `disk: ${full.toFixed(0)} transactions a second FULL, ${normal.toFixed(0)} NORMAL: ${(full / normal).toFixed(2)}`,
  );
  print(`statements of a turn: ${statements.join(', ')}`);
  const all: Contestant[] = [];
  for (const what of ['ours', 'floor', 'ceiling'] as const) {
    const database = join(folder, `${what}.db`);
    filled(database, people * (rounds + 1));
    const contest: Contest = { name: what, what, database, turns };
    all.push(
      await contestant(what === 'ours' && values.profile ? { ...contest, profile: values.profile } : contest),
    );
  }
  for (let round = 0; round <= rounds; round++) {
    const ranks = Array.from({ length: people }, (_, at) => round * people + at);
    // The first round warms up, and the order turns.
    for (let at = 0; at < all.length; at++) await all[(at + round) % all.length]?.run(ranks, round > 0);
  }
  print(`\n${CONNECTIONS} connections, ${rounds} rounds of ${people * 8} turns each, medians`);
  row('', 'turns/s', 'p50 ms', 'p99 ms');
  for (const one of all) {
    const { perSecond, p50, p99 } = medians(one);
    row(one.name, perSecond.toFixed(0), p50.toFixed(1), p99.toFixed(1));
  }
  const [ours, floor, ceiling] = all as [Contestant, Contestant, Contestant];
  const against = (other: Contestant) =>
    median(ours.runs.map((run, at) => run.perSecond / (other.runs[at]?.perSecond ?? 1))).toFixed(2);
  print(
    `ours / floor ${against(floor)} (aim 2, at least 1.5) · ours / ceiling ${against(ceiling)} (aim 0.3)`,
  );
  const { rss, heap } = await ours.memory();
  print(`memory of ours: ${mb(rss)} MB resident, ${mb(heap)} MB of heap`);
  for (const one of all) await one.stop();
  if (values.profile)
    for (const [part, share] of partsOf(values.profile)) row(`  ${part}`, `${share.toFixed(1)} %`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function filled(database: string, contacts: number): void {
  const connection = connect(database);
  migrate(connection);
  addContacts(connection.client, openVault(configOf(database)), { from: 0, to: contacts }, Date.now());
  connection.client.close();
}

function mb(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}
