/** From a phone to the public page: told, read by a human, published as agreed, and taken back. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BLANK, blanked } from '../../src/moderation/index.ts';
import { run } from '../cli/run.ts';
import { launch } from '../support/browser.ts';
import { sound } from '../support/pages.ts';
import { startTest, type TestService } from '../support/service.ts';

const KEY = Buffer.alloc(32, 7).toString('base64');
let folder: string;
let file: string;
let service: TestService;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'relais-moderation-'));
  file = join(folder, 'relais.db');
  service = await startTest({ DATABASE_URL: file });
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const moderate = async (...args: string[]) => {
  const ran = await run('moderate', [...args, '--par', 'Sonia'], '', { DATABASE_URL: file, DATA_KEY: KEY });
  return { ...ran, out: ran.out.trim() };
};
const text = async (phone: string, ...acts: string[]) => {
  let said = '';
  for (const act of acts) {
    service.clock.now += 60_000;
    said = (await service.provider.text(phone, act)).map((m) => m.body).join('\n');
  }
  return said;
};
/** The first column of the only line that says this. */
const idOf = (out: string, what: string) =>
  out
    .split('\n')
    .find((l) => l.includes(what))
    ?.split('\t')[0] ?? '';
const html = async (path: string) => (await fetch(`${service.url}${path}`)).text();

test('written: read, a name blanked, approved, published with a first name, taken back by its code', async () => {
  const sent = await text(
    '+33639980111',
    ...[
      'temoigner',
      '1',
      'logement',
      "Monsieur Durand ne répare rien. C'est noir <partout>.",
      "c'est tout",
      '3',
      'Awa',
      'non',
      '1',
    ],
  );
  const [code = ''] = /\d{4} \d{4}/.exec(sent) ?? [];
  expect(code).not.toBe('');
  expect(await html('/temoignages')).not.toContain('répare');

  const id = idOf((await moderate('liste', 'waiting')).out, 'housing');
  expect((await moderate('lire', id)).out).toContain('Monsieur Durand');
  expect((await moderate('masquer', id, 'Durand')).out).toBe('1 masqué(s).');
  expect((await moderate('approuver', id)).code).toBe(0);
  const page = await html('/temoignages');
  expect(page).toContain(`Monsieur ${BLANK} ne répare rien. C'est noir &lt;partout`);
  expect(page).toContain('Awa');
  expect(page).not.toContain('Durand');
  const journal = (await moderate('journal')).out;
  expect(journal).toMatch(/approved\t.*\tSonia\n.*blanked\t.*\tSonia/);

  // By another phone: whoever has the code may.
  await text('+33639980112', `RETIRER ${code}`);
  expect(await html('/temoignages')).not.toContain('répare');
  expect((await moderate('lire', id)).code).toBe(1);
  expect((await moderate('journal')).out).toContain('withdrawn');
});

test('spoken: heard by a moderator alone, published in words, erased here and at the provider', async () => {
  const call = await service.provider.call('+33199001777');
  for (const key of ['4', '1', '1', '1', '2', '1']) await call.press(key);
  await call.silence();
  await call.record({ seconds: 40 });
  const played = call.events.findLast((e) => 'played' in e);
  const address = played && 'played' in played ? played.played : '';
  expect((await fetch(address)).headers.get('content-type')).toBe('audio/wav');
  // Another mark of the same length, and the same mark for another recording, lead nowhere.
  const marked = address.replace(/.(?=\.wav$)/, (last) => (last === 'A' ? 'B' : 'A'));
  const other = address.replace(/RE\w{32}/, `RE${'0'.repeat(31)}9`);
  for (const wrong of [marked, other, address.replace(/\/[^/]+\.wav$/, '/short.wav')]) {
    expect(wrong).not.toBe(address);
    expect((await fetch(wrong)).status).toBe(404);
  }
  for (const key of ['1', '2', '1', '1']) await call.press(key);
  const said = call.events.flatMap((e) => ('said' in e ? [e.said] : [])).at(-1) ?? '';
  const code = (/((?:\d[ ,]*){8})/.exec(said)?.[1] ?? '').replace(/\D/g, '');
  expect(code).toHaveLength(8);
  await call.hangup();

  const id = idOf((await moderate('liste', 'waiting')).out, 'voix');
  expect((await moderate('approuver', id)).err).toContain('write down');
  // It comes home, and is deleted at the provider.
  expect(await service.recordings.tick()).toMatchObject({ kept: 1, later: 0 });
  const wav = join(folder, 'voice.wav');
  expect((await moderate('son', id, wav)).code).toBe(0);
  expect(readFileSync(wav).subarray(0, 4).toString()).toBe('RIFF');
  const words = join(folder, 'words.txt');
  writeFileSync(words, 'La caf ne répond pas au téléphone.\n');
  await moderate('transcrire', id, `@${words}`);
  await moderate('approuver', id);
  expect(await html('/temoignages')).toMatch(/La caf ne répond pas.*Anonyme.*dit au téléphone/s);
  await text('+33639980113', `retirer ${code}`);
  expect(await html('/temoignages')).not.toContain('La caf ne répond pas');
  const rows = new Database(file, { readonly: true });
  expect(rows.prepare('select count(*) as n from recordings').get()).toEqual({ n: 0 });
  expect(rows.prepare('select count(*) as n from testimonies').get()).toEqual({ n: 0 });
  rows.close();
});

test('a recording leads to its person only where they agreed to an answer', async () => {
  const leads = () => {
    const rows = new Database(file, { readonly: true });
    const all = rows
      .prepare('select contact_id is null and inbound_id is null as untied from recordings order by at')
      .pluck()
      .all();
    rows.close();
    return all;
  };
  // Publication, then an answer: yes, then no.
  for (const [phone, answer] of [
    ['+33199001778', '1'],
    ['+33199001779', '2'],
  ] as const) {
    const call = await service.provider.call(phone);
    for (const key of ['4', '1', '1', '1', '2', '1']) await call.press(key);
    await call.silence();
    await call.record({ seconds: 5 });
    for (const key of ['1', '2', answer, '1']) await call.press(key);
    await call.hangup();
    service.clock.now += 60_000;
  }
  expect(leads()).toEqual([0, 1]);
});

test('not for publication is never on the page, whatever a moderator approves', async () => {
  await text(
    '+33639980114',
    ...['temoigner', '1', 'sante', 'Six mois pour un dentiste.', '1', '1', 'non', '1'],
  );
  const id = idOf((await moderate('liste', 'waiting')).out, 'health');
  await moderate('approuver', id);
  expect(await html('/temoignages')).not.toContain('dentiste');
});

test('the journal cannot be rewritten', () => {
  const rows = new Database(file);
  expect(() => rows.exec("update moderations set by = 'x'")).toThrow('the journal stands');
  expect(() => rows.exec('delete from moderations')).toThrow('the journal stands');
  rows.close();
});

test('reports are counted; under five nothing is shown; pages hold in a browser', async () => {
  for (let i = 0; i < 5; i++) await text(`+3363998012${i}`, 'signaler la caf de Creil est fermée', 'oui');
  // Once more by the same person: not counted.
  await text('+33639980120', 'signaler la caf de Creil est fermée', 'oui');
  await text('+33639980120', 'signaler la prefecture de Beauvais pas de rendez vous', 'oui');
  expect(await (await fetch(`${service.url}/blocages.json`)).json()).toEqual({
    smallest: 5,
    cells: [
      { month: '2026-01', department: '60', service: 'family', count: 5 },
      { month: '2026-01', department: '60', service: 'residence' },
    ],
  });
  expect(await html('/blocages.csv')).toBe(
    'month,department,service,count\r\n2026-01,60,family,5\r\n2026-01,60,residence,\r\n',
  );
  await text(
    '+33639980115',
    ...['temoigner', '1', 'travail', 'Le site ne marche pas.', '1', '2', 'non', '1'],
  );
  await moderate('approuver', idOf((await moderate('liste', 'waiting')).out, 'work'));
  const page = await browser.newPage();
  await page.goto(`${service.url}/temoignages`);
  await sound(page, 'temoignages');
  await page.goto(`${service.url}/blocages`);
  await sound(page, 'blocages');
});

test('a blanked word is gone in any case, and nothing else is', () => {
  expect(blanked('Léa, lea et LÉA. Lealand.', ['Léa'])).toEqual({
    text: `${BLANK}, lea et ${BLANK}. Lealand.`,
    count: 2,
  });
  fc.assert(
    fc.property(
      fc.string(),
      fc.string(),
      fc.constantFrom('Durand', 'a.b', '(x)', 'é'),
      (before, after, name) => {
        const { text: out, count } = blanked(`${before} ${name} ${after}`, [name]);
        return count > 0 && !` ${out} `.includes(` ${name} `);
      },
    ),
  );
});
