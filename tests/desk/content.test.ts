/** Content kept true: places, sheets, questions without answer, testimonies, the month's counts. In a real browser. */
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '../../src/accounts/index.ts';
import { launch } from '../support/browser.ts';
import { type AtDesk, client, enter, signedIn } from '../support/desk.ts';
import { sound } from '../support/pages.ts';
import { MORNING, startTest, type TestService } from '../support/service.ts';

const PLACE = '00000000-0000-7000-8000-000000000001';
const DAY = 86_400_000;
let browser: Browser;
let service: TestService;
let page: Page;
let editor: AtDesk;
let phones = 0;

beforeAll(async () => {
  [browser, service] = await Promise.all([launch(), startTest({ VOICE_NUMBER: '+33199000000' })]);
  page = await browser.newPage();
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});
beforeEach(async () => {
  service.clock.now = MORNING;
  await as(['editor']);
});

async function as(roles: readonly Role[], name = 'Sonia Diallo'): Promise<void> {
  editor = await signedIn(service, 'Association A', roles, { name });
  await enter(page, service, editor);
}
const main = () => page.$eval('main', (m) => (m as unknown as { innerText: string }).innerText);
const open = (path: string) => page.goto(`${service.url}${path}`);
async function press(selector: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.click(selector)]);
}
async function fill(form: string, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(fields))
    await page.$eval(
      `${form} [name=${name}]`,
      (e, v) => {
        (e as unknown as { value: string }).value = v;
      },
      value,
    );
  await press(`${form} button[type=submit]`);
}
/** Somebody new asks for help with papers near the place. */
async function asks(...more: string[]): Promise<string> {
  phones += 1;
  const phone = `+3363998${String(7000 + phones)}`;
  let said = '';
  for (const act of ['bonjour', '2', '1', '75018', ...more]) {
    service.clock.now += 60_000;
    said = (await service.provider.text(phone, act)).map((m) => m.body).join('\n');
  }
  return said;
}
async function hears(): Promise<string> {
  const call = await service.provider.call('+33199001999');
  await call.press('2');
  await call.press('1');
  for (const key of '75018#') await call.press(key);
  const before = call.events.length;
  await call.press('2');
  const said = call.events.slice(before - 1).flatMap((e) => ('said' in e ? [e.said] : []));
  await call.hangup();
  return said.join(' ');
}

describe('a place', () => {
  test('is found, closed for some days, and the next text and the next call say it; opened, they no longer do', async () => {
    expect(await asks()).toContain('Maison des démarches, 150 m : ouvert');
    await open('/console/lieux');
    await sound(page, 'content-places');
    await fill('search form', { ou: '75018', nom: 'demarches' });
    await press('main li a');
    await sound(page, 'content-place');
    await fill('form[action$="/fermer"]', { from: '2026-01-10', to: '2026-01-18' });
    expect(await main()).toContain('Fermé du 10/01/2026 au 18/01/2026');
    expect(await asks()).toContain("Maison des démarches, 150 m : fermé jusqu'au 18 janvier.");
    expect(await hears()).toContain("fermé jusqu'au 18 janvier");
    service.clock.now = MORNING + 4 * DAY;
    await service.corrected.refresh();
    expect(await asks()).toContain('Maison des démarches, 150 m : ouvert');
    service.clock.now = MORNING;
    await as(['editor']);
    await open(`/console/lieux/${PLACE}`);
    await press('form[action$="/rouvrir"] button');
    expect(await asks()).toContain('Maison des démarches, 150 m : ouvert');
  });

  test('is corrected: phone, hours, address, a note; it holds at once, until its day, over an import too', async () => {
    await open(`/console/lieux/${PLACE}`);
    await fill('form[action$="/corriger"]', {
      ...{ phone: '01 99 00 77 77', hours: 'lundi au vendredi 9h-11h', address: '9 rue Neuve' },
      ...{ note: 'Sonnez deux fois', until: '2026-02-01' },
    });
    expect(await main()).toContain('9 rue Neuve');
    const list = await asks();
    expect(list).toContain('01 99 00 77 77');
    const detail = await asks(
      list.includes('1 Détails') && list.indexOf('démarches') < list.indexOf('services') ? '1' : '2',
    );
    expect(detail).toMatch(/9 rue Neuve, 75018[\s\S]*A savoir : Sonnez deux fois\./);
    expect(detail).toContain("ouvert jusqu'à 11h");
    service.clock.now = Date.UTC(2026, 1, 3, 9);
    await service.corrected.refresh();
    expect(await asks()).not.toContain('01 99 00 77 77');
    service.clock.now = MORNING;
    await as(['editor']);
    const wrong = await editor.post(`/console/lieux/${PLACE}/corriger`, {
      hours: 'quand on veut',
      until: '2026-02-01',
    });
    expect([wrong.status, await wrong.text()]).toEqual([
      422,
      expect.stringContaining('Ces horaires ne se lisent pas'),
    ]);
    await editor.post(`/console/lieux/${PLACE}/retablir`);
    expect(await asks()).toContain('01 99 00 10 01');
  });

  test('says by text that it is closed, from a phone that the desk registered; the desk sees it', async () => {
    const phone = '+33639987999';
    const say = async (words: string) => {
      service.clock.now += 60_000;
      return (await service.provider.text(phone, words)).map((m) => m.body).join('\n');
    };
    expect(await say('FERME 24/1')).not.toContain('Maison des démarches');
    await open(`/console/lieux/${PLACE}`);
    await fill('form[action$="/telephone"]', { number: '06 39 98 79 99' });
    expect(await main()).toContain('06 •• •• •• 99');
    expect(await page.content()).not.toContain('39987999');
    expect(await say('FERME 14/1 24/1')).toContain("fermé du 14 janvier au 24 janvier. C'est bien cela ?");
    expect(await asks()).toContain('150 m : ouvert');
    await say('1');
    expect(await asks()).toContain("150 m : fermé jusqu'au 24 janvier");
    await open(`/console/lieux/${PLACE}`);
    expect(await main()).toContain('Fermé du 14/01/2026 au 24/01/2026');
    expect(await say('OUVERT')).toContain('retirer toutes les fermetures');
    await say('1');
    expect(await asks()).toContain('150 m : ouvert');
    await open(`/console/lieux/${PLACE}`);
    await press('form[action$="/oublier"] button');
    expect(await say('FERME 24/1')).not.toContain('Maison des démarches');
  });

  test('is told to be wrong by those who were sent there', async () => {
    await asks('1', 'erreur', "le 06 39 98 11 11 ne marche plus et c'est fermé");
    await open('/console/lieux');
    expect(await main()).toMatch(/Signalés faux\s+Exemple \S[^:]* : le \[…\] ne marche plus/);
  });
});

describe('a sheet', () => {
  test('its facts are ticked one by one, then it is signed; whoever reads it to its end hears so', async () => {
    const name = 'carte-identite-perdue.fr';
    await open('/console/fiches');
    await sound(page, 'content-sheets');
    await open(`/console/fiches/${name}`);
    await sound(page, 'content-sheet');
    expect((await editor.post(`/console/fiches/${name}/signer`, { name: 'Sonia Diallo' })).status).toBe(422);
    while ((await page.$('form[action$="/verifie"] button')) !== null)
      await press('form[action$="/verifie"] button');
    expect(await main()).toContain('vérifié par Sonia Diallo');
    const other = await signedIn(service, 'Association A', ['editor'], { name: 'Karim' });
    expect((await other.post(`/console/fiches/${name}/signer`, { name: 'Karim' })).status).toBe(422);
    expect((await editor.post(`/console/fiches/${name}/signer`, { name: 'Quelqu’un' })).status).toBe(422);
    await fill('form[action$="/signer"]', { name: 'Sonia Diallo' });
    expect(await main()).toContain('Relue par Sonia Diallo, le 15/01/2026');
    const call = service.knowledge.sheet('carte-identite-perdue', 'fr')?.parts.call?.map(({ text }) => text);
    expect(call).toContain('Relue par Sonia Diallo, le 15/01/2026.');
    expect(call).not.toContain('Fiche non relue : à vérifier.');
    const file = await (await editor.get(`/console/fiches/${name}/fichier`)).text();
    expect(file).toContain(`review: { by: "Sonia Diallo", on: '2026-01-15' }`);
  });

  test('a fact that changed is shown in its lines, confirmed, and told at once; the signature no longer holds', async () => {
    const name = 'carte-identite-perdue.fr';
    const path = `/console/fiches/${name}/corriger`;
    const key = "prix du timbre : 25 euros quand on ne peut pas rendre l'ancienne carte";
    const shown = await (await editor.post(path, { key, was: '25 euros', is: '30 euros' })).text();
    expect(shown).toContain('À confirmer');
    expect(shown).toMatch(/<ins>[^<]*30 euros/);
    const cost = () =>
      service.knowledge
        .sheet('carte-identite-perdue', 'fr')
        ?.parts.cost?.map(({ text }) => text)
        .join(' ');
    expect(cost()).toContain('25 euros');
    expect((await editor.post(path, { key, was: '25 euros', is: '30 euros', vu: 'oui' })).status).toBe(303);
    expect(cost()).toContain('30 euros');
    expect(cost()).not.toContain('25 euros');
    expect(service.knowledge.sheet('carte-identite-perdue', 'fr')?.review).toBeUndefined();
    const file = await (await editor.get(`/console/fiches/${name}/fichier`)).text();
    expect(file).toContain(`says: "30 euros quand on ne peut pas rendre l'ancienne carte", as-of: 2026-01`);
    const long = 'trente euros '.repeat(6).trim();
    expect(
      (await editor.post(path, { key: key.replace('25', '30'), was: '30 euros', is: long })).status,
    ).toBe(422);
    await editor.post(`/console/fiches/${name}/retablir`);
    expect(cost()).toContain('25 euros');
  });
});

test('questions without an answer are listed without their people; dangers and discreet subjects never', async () => {
  const from = '+33639987123';
  for (const words of [
    "je m'appelle Fatou Diallo, ou louer un dromadaire au 06 39 98 22 22",
    'mon mari me frappe dromadaire',
    'dromadaire violence conjugale',
  ])
    await service.provider.text(from, words);
  await open('/console/questions');
  const text = await main();
  expect(text).toContain('dromadaire');
  for (const secret of ['Fatou', 'Diallo', '22 22', 'frappe', 'violence']) expect(text).not.toContain(secret);
  await sound(page, 'content-questions');
  await press('form[action$="/effacer"] button');
  expect(await main()).toContain('Aucune pour le moment');
});

test('a recorded testimony is heard in pieces, written down, blanked and approved', async () => {
  expect(await tellByVoice()).toBe(true);
  service.clock.now += 60_000;
  await service.recordings.tick();
  await as(['moderator'], 'Awa');
  await open('/console/moderation');
  await sound(page, 'content-moderation');
  const src = await page.$eval('audio', (a) => (a as unknown as { src: string }).src);
  const path = new URL(src).pathname;
  const whole = await editor.get(path);
  expect([whole.status, whole.headers.get('content-type'), whole.headers.get('cache-control')]).toEqual([
    200,
    'audio/wav',
    'no-store, private',
  ]);
  const bytes = (await whole.arrayBuffer()).byteLength;
  const piece = await fetch(src, {
    headers: { cookie: `relais-bureau=${editor.token}`, range: 'bytes=10-19' },
  });
  expect([piece.status, piece.headers.get('content-range'), (await piece.arrayBuffer()).byteLength]).toEqual([
    206,
    `bytes 10-19/${bytes}`,
    10,
  ]);
  const beyond = await fetch(src, {
    headers: { cookie: `relais-bureau=${editor.token}`, range: `bytes=${bytes}-` },
  });
  expect(beyond.status).toBe(416);
  expect((await client(service).get(path)).status).toBe(303);
  expect((await (await signedIn(service, 'Association A', ['editor'])).get(path)).status).toBe(403);
  await press('form[action$="/approuver"] button');
  expect(await main()).toContain('Écrivez d’abord ce que dit');
  await fill('form[action$="/transcrire"]', { words: 'Monsieur Durand ne répond jamais.' });
  await fill('form[action$="/masquer"]', { words: 'Durand' });
  expect(await main()).toContain('Monsieur […] ne répond jamais.');
  await press('form[action$="/approuver"] button');
  expect(await main()).toMatch(/Approuvés[\s\S]*Monsieur \[…\]/);
  const acts = (await service.store.moderations(20)).map(({ act }) => act);
  expect(acts.filter((act) => act === 'heard')).toHaveLength(1);
});

/** By the menu of a call. */
async function tellByVoice(): Promise<boolean> {
  const call = await service.provider.call('+33199001201');
  for (const key of '411121') await call.press(key);
  await call.silence();
  await call.record({ seconds: 4 });
  for (const key of '1221') await call.press(key);
  await call.hangup();
  return (await service.store.testimonies({ limit: 5 })).some(({ recordingId }) => recordingId !== undefined);
}

test('the month: nothing under five, as a page and as a table', async () => {
  for (let i = 0; i < 6; i += 1) {
    phones += 1;
    await service.provider.text(`+3363998${7000 + phones}`, 'g perdu ma carte didentite');
  }
  await open('/console/bilan?mois=2026-01');
  const text = await main();
  expect(text).toMatch(/2026-01[\s\S]*papiers/);
  await sound(page, 'content-bilan');
  const csv = await editor.get('/console/bilan/2026-01.csv');
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const rows = (await csv.text())
    .trim()
    .split('\r\n')
    .slice(1)
    .map((row) => row.split(';').at(-1));
  expect(rows.length).toBeGreaterThan(0);
  for (const value of rows) expect(value === 'non montré' || Number(value) >= 5).toBe(true);
});

describe('who may', () => {
  const OWN = {
    editor: ['/console/lieux', '/console/fiches', '/console/questions', '/console/bilan'],
    moderator: ['/console/moderation'],
    mediator: ['/console/bilan'],
    volunteer: [],
    administrator: ['/console/bilan'],
  } as const satisfies Record<Role, readonly string[]>;
  const ALL = [
    ...OWN.editor,
    ...OWN.moderator,
    `/console/lieux/${PLACE}`,
    '/console/fiches/rsa-demander.fr',
    '/console/bilan/2026-01.csv',
  ];

  test.each(Object.entries(OWN))('%s sees no more than its own', async (role, own: readonly string[]) => {
    const who = await signedIn(service, 'Association A', [role as Role]);
    for (const path of ALL) {
      const mine = own.some((o) => path === o || path.startsWith(`${o}/`));
      const { status } = await who.get(path);
      expect([path, status === 403]).toEqual([path, !mine]);
    }
  });

  test('every route that changes something refuses without its token, and without a session', async () => {
    await as(['editor', 'moderator']);
    const paths = [
      ...['corriger', 'retablir', 'fermer', 'rouvrir', 'telephone', 'oublier'].map(
        (v) => `/console/lieux/${PLACE}/${v}`,
      ),
      ...['verifie', 'corriger', 'retablir', 'signer'].map(
        (v) => `/console/fiches/carte-identite-perdue.fr/${v}`,
      ),
      '/console/questions/x/effacer',
      ...['approuver', 'refuser', 'masquer', 'transcrire'].map((v) => `/console/moderation/x/${v}`),
    ];
    const version = await service.store.correctionsVersion();
    for (const path of paths) {
      const bare = await fetch(`${service.url}${path}`, {
        ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams({ from: '2026-01-20' }) },
        headers: { cookie: `relais-bureau=${editor.token}` },
      });
      expect([path, bare.status]).toEqual([path, 403]);
      expect([path, (await client(service).post(path)).headers.get('location')]).toEqual([
        path,
        '/console/entrer',
      ]);
    }
    expect(await service.store.correctionsVersion()).toBe(version);
  });
});
