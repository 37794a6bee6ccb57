/** A sheet sent from a mediator's own basic phone: a code, five errors, and nothing of the code kept anywhere. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeVault } from '../../src/vault.ts';
import { type AtDesk, signedIn } from '../support/desk.ts';
import { startTest, type TestService } from '../support/service.ts';

const MINE = '+33639987701';
const THEIRS = '+33639987702';
const PIN = '482915';
let dir: string;
let service: TestService;
let sonia: AtDesk;

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'relais-envoi-'));
  service = await startTest({ DATABASE_URL: join(dir, 'relais.db') });
  sonia = await signedIn(service, 'Association A', ['mediator'], { name: 'Sonia Diallo' });
  await sonia.post('/console/compte/telephone', { phone: `0${MINE.slice(3)}` });
  await sonia.post('/console/compte/code', { pin: PIN });
});
afterEach(async () => {
  await service.stop();
  rmSync(dir, { recursive: true });
});

const say = async (words: string, from = MINE) => {
  service.clock.now += 60_000;
  return (await service.provider.text(from, words)).map((m) => m.body).join('\n');
};
async function order(): Promise<void> {
  expect(await say(`ENVOI 0${THEIRS.slice(3)} perdu carte identite`)).toContain('06 39 98 77 02');
  expect(await say('1')).toContain('Votre code');
}
const sent = () => service.guidance.list({ orgId: sonia.orgId, limit: 9 });

test('read back, confirmed, sent once and journalled; the code is nowhere', async () => {
  await order();
  expect(await say('111111')).toContain('faux');
  const [answered] = await Promise.all([say(PIN), say(PIN)]);
  expect(answered).toContain("C'est noté pour le 06 39 98 77 02");
  await service.outbox.tick();
  await service.provider.settled();
  expect(service.provider.thread(THEIRS).map((m) => m.body)).toEqual([
    expect.stringContaining('Sonia vous a laissé un message'),
  ]);
  expect(await sent()).toHaveLength(1);
  const [line] = await service.accounts.journal({ org: { id: sonia.orgId } } as never, 1);
  expect(line).toMatchObject({ act: 'guidance_by_phone', accountId: sonia.id });

  const vault = makeVault(Buffer.alloc(32, 7));
  const db = new Database(join(dir, 'relais.db'), { readonly: true });
  const [said, sessions] = [
    db.prepare('select data from exchanges'),
    db.prepare('select data from sessions'),
  ].map((q) => q.all() as { data: Buffer }[]);
  const kept = [
    ...(said ?? []).map(({ data }) => vault.open(data, 'exchange').toString()),
    ...(sessions ?? []).map(({ data }) => vault.open(data, 'session').toString()),
  ].join('\n');
  db.close();
  expect(kept).toContain('perdu carte identite');
  for (const code of [PIN, '111111']) expect(kept).not.toContain(code);
});

test('five errors lock it, also of a right code later; a new one at the desk opens it again', async () => {
  await order();
  for (const i of [1, 2, 3, 4]) expect(await say(`00000${i}`)).toContain('faux');
  expect(await say('000005')).toContain('bloqué');
  expect(await say(`ENVOI 0${THEIRS.slice(3)} perdu carte identite`)).toContain("Choisissez d'abord un code");
  const [line] = await service.accounts.journal({ org: { id: sonia.orgId } } as never, 1);
  expect(line).toMatchObject({ act: 'pin_locked', accountId: sonia.id });
  await sonia.post('/console/compte/code', { pin: '739164' });
  await order();
  expect(await say('739164')).toContain("C'est noté");
  expect(await sent()).toHaveLength(1);
});

test('errors are counted over several orders, and at once', async () => {
  await order();
  const all = await Promise.all(
    ['000001', '000002', '000003', '000004', '000005', PIN].map((pin) => say(pin)),
  );
  expect(all.filter((answer) => answer.includes("C'est noté")).length).toBeLessThanOrEqual(1);
  for (const pin of ['000006', '000007', '000008', '000009', '000010']) await say(pin);
  await say(`ENVOI 0${THEIRS.slice(3)} perdu carte identite`);
  expect(await say(PIN)).not.toContain("C'est noté");
});

test('an account that was closed, or may not send, sends nothing and is not told apart from anybody', async () => {
  await order();
  const admin = await signedIn(service, 'Association A', ['administrator']);
  await admin.post(`/console/collegues/${sonia.id}/fermer`);
  expect(await say(PIN)).toContain("Rien n'est parti");
  expect(await sent()).toEqual([]);
  const asked = `ENVOI 0${THEIRS.slice(3)} perdu carte identite`;
  await say('menu');
  const [stranger, closed] = [await say(asked, '+33639987703'), await say(asked)];
  expect(stranger.endsWith(closed.split('\n').slice(1).join('\n'))).toBe(true);
  expect(await sent()).toEqual([]);
});
