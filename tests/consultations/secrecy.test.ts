/** After the closing nothing ties a number to a ballot: no table, no byte of a file, no line of a log, no export; even with the data key. */

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { texts } from '../../flows/texts/index.ts';
import { readConfig } from '../../src/config.ts';
import { codeOf } from '../../src/consultations/secrecy.ts';
import { makeLog } from '../../src/log.ts';
import { type Running, start } from '../../src/start.ts';
import { makeVault, type Purpose } from '../../src/vault.ts';
import { exampleDraft } from '../support/consultation.ts';
import { library } from '../support/library.ts';
import { countingIds, MORNING } from '../support/service.ts';

type Row = Record<string, string | number | Buffer | null>;

const dir = mkdtempSync(join(tmpdir(), 'relais-vote-'));
const file = join(dir, 'relais.db');
const KEY = Buffer.from('a key of a consultation, in 32 B');
const vault = makeVault(Buffer.alloc(32, 7));
const clock = { now: MORNING };
const PHONES = ['+33639983001', '+33639983002', '+33639983003', '+33639983004'] as const;
const [ANNA, BEN, CLEO, DAN] = PHONES;
const IDEA = 'un kiosque bleu pour les poules';
let service: Running;
let logged = '';

const read = (table: string): Row[] => {
  const db = new Database(file, { readonly: true });
  try {
    return db.prepare(`select * from ${table}`).all() as Row[];
  } finally {
    db.close();
  }
};
const tables = () => {
  const db = new Database(file, { readonly: true });
  try {
    return db.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[];
  } finally {
    db.close();
  }
};
const opened = (data: unknown, purpose: Purpose) => vault.open(data as Buffer, purpose).toString();

const texting = async (from: string, ...all: string[]) => {
  for (const said of all) {
    clock.now += 60_000;
    await service.provider?.text(from, said);
  }
};

beforeAll(async () => {
  const env = {
    ...{ PORT: '0', HOST: '127.0.0.1', DATABASE_URL: file, LOG_LEVEL: 'trace', OPERATOR_NAME: 'Relais' },
    DATA_KEY: Buffer.alloc(32, 7).toString('base64'),
  };
  const config = readConfig(env, Object.keys(texts));
  const log = makeLog('trace', {
    write: (line: string) => {
      logged += line;
    },
  });
  const clockwork = { clock: () => clock.now, ids: countingIds(), key: () => KEY };
  service = await start(config, log, clockwork, library());
  await service.desk.open(exampleDraft());
  await service.desk.codes('square-2026', 2);
  await texting(ANNA, 'square', '1', 'oui', '2', '1 3', '4', '2 1 3', '5 3 2', IDEA, '1', '1', '1');
  // Changed; then a draft of another change, which is never confirmed.
  await texting(BEN, 'square', '1', 'oui', '1', '1', '5', '1 2 3', '10 0 0', 'passer', '1');
  await texting(BEN, 'square', '1', 'non', '3', '2', '1', '3 2 1', '0 0 10', 'passer', '1');
  await texting(BEN, 'square', '1', 'oui', '2');
  await texting(CLEO, 'square', '2', codeOf(KEY, 1), 'non', '2', '4', '2', '1 3 2', '1 1 1', 'passer', '1');
  const call = await service.provider?.call(DAN);
  await call?.speak('square', 0.9);
  for (const key of ['1', '2', '3', '7', '3', '7']) await call?.press(key);
  for (const points of ['4#', '3#', '3#']) for (const key of points) await call?.press(key);
  await call?.silence();
  await call?.record({ seconds: 3 });
  for (const key of ['1', '1']) await call?.press(key);
  await call?.hangup();
  await service.recordings.tick();
  await service.outbox.tick();
}, 60_000);
afterAll(async () => {
  await service?.stop();
  rmSync(dir, { recursive: true, force: true });
});

test('while it is open: hashes of voters, ballots with a day, and "[vote]" in both directions', () => {
  expect(read('voters')).toHaveLength(4);
  const ballots = read('ballots');
  expect(ballots.map(({ day }) => day)).toEqual(Array(4).fill('2026-01-15'));
  // Random: nothing of them counts up, as every other id of this service does.
  for (const { id } of ballots) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
  const clear = JSON.stringify(read('voters'));
  for (const phone of PHONES) {
    expect(clear).not.toContain(phone.slice(3));
    expect(clear).not.toContain(vault.hmacNumber(phone));
  }
  const logs = read('exchanges').map(({ data }) => opened(data, 'exchange'));
  expect(logs.filter((one) => one.includes('[vote]')).length).toBeGreaterThan(35);
  for (const one of logs) expect(one).not.toMatch(/kiosque|Votre vote|Reçu :|Recu :|bancs|tapez 7\. Jeux/);
});

test('what a repeated webhook needs ends after two days', async () => {
  expect(read('secret_copies').length).toBeGreaterThan(35);
  const before = clock.now;
  clock.now += 3 * 86_400_000;
  await service.retention.tick();
  expect(read('secret_copies')).toHaveLength(0);
  clock.now = before;
  await texting(ANNA, 'square', '1', 'oui', '2', '1 3', '4', '2 1 3', '5 3 2', IDEA, '1', '1');
  expect(read('secret_copies').length).toBeGreaterThan(5);
  expect(read('voters')).toHaveLength(4);
});

test('the closing erases who voted, in one transaction, from every byte', async () => {
  const voters = read('voters');
  const sealedKey = read('consultations')[0]?.key as Buffer;
  const copies = read('secret_copies');
  const sealedBallots = read('ballots').map(({ body }) => body as Buffer);
  // Everybody's day: seals and ids that stood there must not be found again.
  const gone: readonly (readonly [string, Buffer])[] = [
    ['key', KEY],
    ['sealed key', sealedKey],
    ...voters.map(({ voter }) => ['voter', Buffer.from(String(voter))] as const),
    ...voters.map(({ ballot_id }) => ['ballot', Buffer.from(String(ballot_id))] as const),
    ...copies.map(({ data }) => ['copy', (data as Buffer).subarray(0, 48)] as const),
    ...sealedBallots.map((body) => ['ballot body', body.subarray(0, 48)] as const),
  ];
  const found = () =>
    readdirSync(dir).flatMap((name) => {
      const bytes = readFileSync(join(dir, name));
      return gone.filter(([, what]) => bytes.includes(what)).map(([name]) => name);
    });
  // The search finds what is there: the key itself never was.
  expect(new Set(found())).toEqual(new Set(['sealed key', 'voter', 'ballot', 'copy', 'ballot body']));

  const { emptied, asked } = await service.desk.close('square-2026');
  expect({ emptied, asked }).toEqual({ emptied: true, asked: 2 });
  expect(found()).toEqual([]);
  expect(read('voters')).toEqual([]);
  expect(read('secret_copies')).toEqual([]);
  expect(read('consultations')).toMatchObject([{ state: 'closed', key: null }]);
  expect(read('ballots').map(({ day, recordings }) => [day, recordings])).toEqual(
    Array(4).fill([null, null]),
  );
});

test('with the data key and all that is left, nobody learns who voted what', () => {
  const purposes: Readonly<Record<string, Purpose>> = {
    exchanges: 'exchange',
    sessions: 'session',
    messages: 'message',
  };
  for (const [table, purpose] of Object.entries(purposes)) {
    for (const row of read(table)) {
      const sealed = (row.data ?? row.body) as Buffer | null;
      if (sealed === null) continue;
      const words = opened(sealed, purpose);
      expect(words, table).not.toMatch(/kiosque|Votre vote|Reçu :|Recu :|"answers":\[[^\]]/);
    }
  }
  // Drafts end with the vote: nobody's session knows of one.
  for (const { data } of read('sessions')) expect(opened(data, 'session')).not.toContain('square');
  const people = read('contacts').flatMap(({ id, number_hmac }) => [String(id), String(number_hmac)]);
  for (const table of ['ballots', 'open_answers', 'receipts', 'consultations']) {
    const all = read(table).map((row) =>
      JSON.stringify(row, (_, v) => (v?.type === 'Buffer' ? Buffer.from(v.data).toString('latin1') : v)),
    );
    for (const one of all) for (const person of people) expect(one.includes(person), table).toBe(false);
  }
  for (const { body } of read('ballots')) {
    const words = opened(body, 'ballot');
    expect(words).not.toContain('kiosque');
    expect(words).not.toContain('recording');
  }
  expect(
    read('recordings').map(({ contact_id, inbound_id, at }) => [
      contact_id,
      inbound_id,
      Number(at) % 86_400_000,
    ]),
  ).toEqual([[null, null, 0]]);
  // No table of a vote can say in which order its rows came.
  const made = new Database(file, { readonly: true });
  const sql = made.prepare("select name, sql from sqlite_master where type = 'table'").all() as Row[];
  made.close();
  for (const name of ['ballots', 'voters', 'receipts', 'open_answers', 'result_wishes', 'secret_copies'])
    expect(String(sql.find((t) => t.name === name)?.sql)).toContain('WITHOUT ROWID');
  expect(tables()).toContain('ballots');
});

test('no line of the log and no export holds a number, a voter or a choice', async () => {
  const exports = await Promise.all(
    ['', '/square-2026', '/square-2026.csv', '/square-2026.json'].map((path) =>
      fetch(`${service.url}/consultations${path}`).then((answer) => answer.text()),
    ),
  );
  expect(logged.length).toBeGreaterThan(100);
  const ids = read('contacts').map(({ id }) => String(id));
  for (const text of [logged, ...exports]) {
    for (const phone of PHONES) expect(text).not.toContain(phone.slice(3));
    for (const id of ids) expect(text).not.toContain(id);
    expect(text).not.toContain('kiosque');
    expect(text).not.toContain(codeOf(KEY, 1));
  }
});

test('the result goes to who asked for it, and a receipt still says "counted"', async () => {
  clock.now += 2 * 86_400_000;
  await service.outbox.tick();
  await service.provider?.settled();
  const last = (phone: string) => service.provider?.thread(phone).at(-1)?.body ?? '';
  expect(last(ANNA)).toMatch(/^Résultat : Le square\. 4 votes\. 1 Non \(3\)/);
  expect(read('result_wishes')).toEqual([]);
  const receipts = read('receipts').map(({ receipt }) => String(receipt));
  expect(receipts).toHaveLength(4);
  await texting(BEN, `recu ${receipts[0]}`);
  expect(last(BEN)).toContain('Ce recu est compté.');
  await texting(BEN, 'square');
  expect(last(BEN)).toContain('Cette consultation est terminée.');
});
