/** Two processes on one database, neither with anything of its own: a conversation alternates between them, and one dies. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../src/free-port.ts';
import { run } from '../cli/run.ts';
import { type Carrier, SENDER, startCarrier, wordsOf } from '../support/carrier.ts';
import { EXAMPLE } from '../support/consultation.ts';
import { type Server, startPostgres } from '../support/postgres.ts';
import { bundle, type Running, startProcess } from '../support/process.ts';

const LONG = 300_000;
/** Whatever node a webhook reaches, the provider called this. */
const PUBLIC = 'https://relais.example';
const dir = mkdtempSync(join(tmpdir(), 'relais-nodes-'));
let server: Server;
let carrier: Carrier;
let url: string;
let nodes: Running[] = [];

beforeAll(async () => {
  server = await startPostgres();
  carrier = await startCarrier();
  url = await server.database('nodes');
  const file = await bundle('tests/torture/process.ts');
  const env = { ...carrier.env(PUBLIC), DATABASE_URL: url };
  const one = async () => startProcess(file, `http://127.0.0.1:${await freePort()}`, env);
  nodes = await Promise.all([one(), one()]);
}, LONG);
afterAll(async () => {
  await Promise.all(nodes.map((node) => node.kill()));
  await carrier.stop();
  await server.stop();
  rmSync(dir, { recursive: true, force: true });
}, LONG);

let last = 0;
const sid = () => `SM${String(++last).padStart(32, '0')}`;
async function text(node: Running, from: string, said: string, id = sid()): Promise<string> {
  const form = { MessageSid: id, From: from, To: SENDER, Body: said, NumMedia: '0' };
  const answer = await carrier.post(PUBLIC, '/twilio/sms', form, node.url);
  expect(answer.status).toBe(200);
  return answer.body;
}

const SAID = [
  'bonjour',
  'menu',
  '1',
  '2',
  'suite',
  'retour',
  'english',
  'menu',
  '3',
  'francais',
  'rsa',
  '1',
  'aide',
  'menu',
];

test('a conversation that alternates between them goes as one that stays', { timeout: LONG }, async () => {
  const [one, two] = nodes as [Running, Running];
  for (const [i, said] of SAID.entries()) {
    const alternating = await text(i % 2 === 0 ? one : two, '+33639986001', said);
    expect(wordsOf(alternating)).toBe(wordsOf(await text(one, '+33639986002', said)));
  }
});

test('a text that reaches both at once is one turn, with one answer', { timeout: LONG }, async () => {
  const from = '+33639986003';
  for (const said of ['bonjour', 'menu', '1', 'suite', 'suite', 'menu']) {
    const id = sid();
    const [here, there] = await Promise.all(nodes.map((node) => text(node, from, said, id)));
    expect(here).toBe(there);
    expect(wordsOf(here as string)).toBe(wordsOf(await text(nodes[0] as Running, '+33639986004', said)));
  }
});

test('a consultation that is opened is known to both at the next text, and closed to both', {
  timeout: LONG,
}, async () => {
  const file = join(dir, 'square.yaml');
  writeFileSync(
    file,
    readFileSync(EXAMPLE, 'utf8')
      .replace(/^opens: \S+/m, 'opens: 2020-01-01')
      .replace(/^closes: \S+/m, 'closes: 2099-12-31'),
  );
  const env = { ...carrier.env(PUBLIC), DATABASE_URL: url };
  expect((await run('consultation', ['open', file], '', env)).out).toContain('square-2026 : ouverte');
  for (const [i, node] of nodes.entries())
    expect(await text(node, `+3363998601${i}`, 'square')).toContain('Consultation : Le square.');
  expect((await run('consultation', ['close', file], '', env)).code).toBe(0);
  for (const [i, node] of nodes.entries())
    expect(await text(node, `+3363998602${i}`, 'square')).not.toContain('Commencer');
});

test('one dies in the middle of it all, and the other answers everything, once', {
  timeout: LONG,
}, async () => {
  const [dies, lives] = nodes as [Running, Running];
  const people = Array.from({ length: 8 }, (_, i) => `+3363998700${i}`);
  let answered = 0;
  let gone: Promise<void> | undefined;
  /** The provider tries the other node when one does not answer. */
  async function told(from: string, i: number, said: string): Promise<string> {
    const id = sid();
    try {
      if (i % 2 === 0) return await text(dies, from, said, id);
    } catch {}
    return text(lives, from, said, id);
  }
  const all = await Promise.all(
    people.map(async (from) => {
      const answers: string[] = [];
      for (const [i, said] of SAID.entries()) {
        answers.push(wordsOf(await told(from, i, said)));
        answered += 1;
        if (answered === 30) gone = dies.kill();
      }
      return answers;
    }),
  );
  await gone;
  expect(dies.ended()).toBe(true);
  for (const answers of all) expect(answers).toEqual(all[0]);
  const undisturbed: string[] = [];
  for (const said of SAID) undisturbed.push(wordsOf(await text(lives, '+33639986005', said)));
  expect(all[0]).toEqual(undisturbed);
});
