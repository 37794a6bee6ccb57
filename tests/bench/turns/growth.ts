/**
 * Whether the rate holds as the store grows: the same turns on an empty store and on one of a million contacts, ten million
 * messages (half heard, half answered) and 100,000 places, alternating in one run:
 * `npm run bench:growth [-- --contacts 1000000 --messages 10000000 --places 100000 --rounds 7 --people 500 --folder DIR]`;
 * `--store FILE` keeps the large store, and takes it as it is where it is there.
 */
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { connect } from '../../../db/sqlite/connection.ts';
import { migrate } from '../../../db/sqlite/migrate.ts';
import { storeOver } from '../../../db/sqlite/store.ts';
import { writeRow } from '../../../src/knowledge/places/stored.ts';
import { openVault } from '../../../src/open-vault.ts';
import { signedWebhook } from '../../../src/simulator/sign.ts';
import type { Vault } from '../../../src/vault.ts';
import { fictitiousRows } from '../../support/fictitious-places.ts';
import { type Contestant, contestant, median, medians } from './contestant.ts';
import { fill, type Left } from './fill.ts';
import { addContacts, phoneOf, TEXTS } from './people.ts';
import { configOf, PUBLIC_URL, serve, TOKEN } from './serve.ts';

const { values } = parseArgs({
  options: {
    contacts: { type: 'string', default: '1000000' },
    messages: { type: 'string', default: '10000000' },
    places: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '7' },
    people: { type: 'string', default: '500' },
    folder: { type: 'string', default: tmpdir() },
    store: { type: 'string' },
  },
});
const [contacts, messages, places] = [values.contacts, values.messages, values.places].map(Number) as [
  number,
  number,
  number,
];
const [rounds, people] = [Number(values.rounds), Number(values.people)];
const folder = mkdtempSync(join(values.folder, 'relais-growth-'));
const print = (line: string) => process.stdout.write(`${line}\n`);

try {
  const [empty, full] = [join(folder, 'empty.db'), values.store ?? join(folder, 'full.db')];
  const vault = openVault(configOf(empty));
  // Who texts: spread over all that are there, so that nobody's rows lie beside the last one's.
  const ranks = (round: number) =>
    Array.from({ length: people }, (_, at) => ((round * people + at) * 104_729) % contacts);
  const senders = Array.from({ length: rounds + 1 }, (_, round) => ranks(round)).flat();
  const small = connect(empty);
  migrate(small);
  for (const rank of new Set(senders))
    addContacts(small.client, vault, { from: rank, to: rank + 1 }, Date.now());
  small.client.close();

  if (!existsSync(full)) await write(full, vault);
  print(
    `${contacts} contacts, ${messages} messages, ${places} places: ${(statSync(full).size / 1e9).toFixed(2)} GB`,
  );

  const turns = '';
  const all: Contestant[] = [
    await contestant({ name: 'empty', what: 'ours', database: empty, turns }),
    await contestant({ name: 'full', what: 'ours', database: full, turns }),
  ];
  const before = await Promise.all(all.map((one) => one.memory()));
  for (let round = 0; round <= rounds; round++)
    for (let at = 0; at < all.length; at++)
      await all[(at + round) % all.length]?.run(ranks(round), round > 0);
  const after = await Promise.all(all.map((one) => one.memory()));
  for (const [at, one] of all.entries()) {
    const { perSecond, p50, p99 } = medians(one);
    const heap = [before, after].map((m) => mb(m[at]?.heap)).join(' → ');
    const rss = [before, after].map((m) => mb(m[at]?.rss)).join(' → ');
    print(
      `${one.name.padEnd(6)} ${perSecond.toFixed(0)} turns/s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms; heap ${heap} MB, resident ${rss} MB`,
    );
  }
  const [a, b] = all as [Contestant, Contestant];
  const ratio = median(b.runs.map((run, at) => run.perSecond / (a.runs[at]?.perSecond ?? 1)));
  print(`full / empty: ${ratio.toFixed(2)} (aim 0.9)`);
  for (const one of all) await one.stop();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function write(full: string, vault: Vault): Promise<void> {
  const started = performance.now();
  const big = connect(full);
  migrate(big);
  const store = storeOver(big);
  const left = await leftByOneTurn(join(folder, 'one.db'));
  fill(big.client, vault, left, { contacts, messages }, (line) => process.stderr.write(`  ${line}\n`));
  const base = await store.currentGeneration('places');
  const generation = await store.stageGeneration('places', Date.now());
  const rows = fictitiousRows(places).map(writeRow);
  for (let from = 0; from < rows.length; from += 500)
    await store.writeGeneration(generation, rows.slice(from, from + 500));
  await store.flipGeneration(generation, base);
  await store.close();
  print(`written in ${((performance.now() - started) / 60_000).toFixed(1)} min`);
}

/** A person's first question, asked of the service itself. */
async function leftByOneTurn(database: string): Promise<Left> {
  const service = await serve(configOf(database));
  const form = { MessageSid: 'SM1', From: phoneOf(0), To: '+33639980000', Body: TEXTS[0] as string };
  const { headers, payload } = signedWebhook(TOKEN, `${PUBLIC_URL}/twilio/sms`, form);
  await service.app.inject({ method: 'POST', url: '/twilio/sms', headers, payload });
  await service.stop();
  const { client } = connect(database);
  const data = (table: string) => client.prepare(`SELECT data FROM ${table}`).pluck().get() as Uint8Array;
  const left = { session: data('sessions'), exchange: data('exchanges') };
  client.close();
  return left;
}

function mb(bytes = 0): string {
  return (bytes / 1e6).toFixed(0);
}
