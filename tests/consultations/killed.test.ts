/** The process dies in the middle of a vote, again and again; the provider delivers again what had no answer. Nothing is lost, nothing counts twice. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../src/free-port.ts';
import { run } from '../cli/run.ts';
import { EXAMPLE } from '../support/consultation.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dir = mkdtempSync(join(tmpdir(), 'relais-killed-'));
const file = join(dir, 'square.yaml');
const LONG = 120_000;
let env: Record<string, string>;
let url: string;
let child: ChildProcess | undefined;

/** Resolves once it says that it is ready. */
function live(): Promise<void> {
  const started = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: root,
    env: { ...process.env, ...env },
  });
  child = started;
  return new Promise((resolve, reject) => {
    started.stdout.on('data', (data: Buffer) => {
      if (data.includes('http://')) resolve();
    });
    started.once('exit', (code) => reject(new Error(`ended with ${code}`)));
  });
}

async function kill(): Promise<void> {
  const dying = child;
  if (!dying || dying.exitCode !== null) return;
  const gone = new Promise((done) => dying.once('exit', done));
  dying.kill('SIGKILL');
  await gone;
}

let last = 0;
/** One text as the provider delivers it; the same `sid` again is the same text. */
async function text(said: string, sid = `SM${String(++last).padStart(32, '0')}`): Promise<string> {
  const form = { MessageSid: sid, From: '+33639984001', To: '+33639980000', Body: said, NumMedia: '0' };
  const answer = await fetch(`${url}/twilio/sms`, { method: 'POST', body: new URLSearchParams(form) });
  expect(answer.status).toBe(200);
  return answer.text();
}

/** The process dies while this text is on its way; restarted, it gets it again. */
async function textKilled(said: string): Promise<string> {
  const sid = `SM${String(++last).padStart(32, '0')}`;
  const lost = text(said, sid).catch(() => 'lost');
  await new Promise((done) => setImmediate(done));
  await kill();
  await lost;
  await live();
  return text(said, sid);
}

beforeAll(async () => {
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  env = { PORT: String(port), HOST: '127.0.0.1', DATABASE_URL: join(dir, 'relais.db'), LOG_LEVEL: 'silent' };
  const example = readFileSync(EXAMPLE, 'utf8')
    .replace(/^opens: \S+/m, 'opens: 2020-01-01')
    .replace(/^closes: \S+/m, 'closes: 2099-12-31');
  writeFileSync(file, example);
  await live();
}, LONG);
afterAll(async () => {
  await kill();
  rmSync(dir, { recursive: true, force: true });
});

test(
  'killed in the middle of a vote and started again, it loses and doubles nothing',
  async () => {
    // Opened by another process: the one that runs knows it at the next text.
    expect((await run('consultation', ['open', file], '', env)).out).toContain('square-2026 : ouverte');
    expect(await text('square')).toContain('Consultation : Le square.');
    await text('1');
    expect(await textKilled('oui')).toContain('2/7');
    await text('2');
    await text('1 3');
    expect(await textKilled('4')).toContain('5/7');
    for (const said of ['2 1 3', '5 3 2']) await text(said);
    expect(await text('passer')).toContain('Votre vote');
    const voted = await textKilled('1');
    // Soon after its question, a digit is read back before it votes.
    const receipt = /Recu : ([\d ]+)/.exec(voted.includes('Recu') ? voted : await textKilled('oui'))?.[1];
    expect(receipt).toBeDefined();
    const results = () => fetch(`${url}/consultations/square-2026.json`).then((answer) => answer.json());
    expect(await results()).toMatchObject({ status: 'open', ballots: 1 });
    expect(await text(`recu ${receipt}`)).toContain('Ce recu est compté');

    const closed = await run('consultation', ['close', file], '', env);
    expect(closed.out).toContain('Détruisez maintenant toute sauvegarde');
    expect(await text('square')).not.toContain('Commencer');
    expect(await results()).toMatchObject({
      ...{ slug: 'square-2026', status: 'closed', ballots: 1 },
      questions: [
        { results: [{ count: 1 }, { count: 0 }] },
        {},
        {},
        {},
        {},
        { results: [{ count: 5 }, { count: 3 }, { count: 2 }] },
        {},
      ],
    });
    const told = await run('consultation', ['results', 'square-2026'], '', env);
    expect(JSON.parse(told.out)).toEqual(await results());
  },
  LONG,
);
