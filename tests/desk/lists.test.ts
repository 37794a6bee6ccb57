/** A sheet to a list of numbers, looked at before anything leaves; and templates that are used again. */
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launch } from '../support/browser.ts';
import { type AtDesk, client, enter, signedIn } from '../support/desk.ts';
import { sound } from '../support/pages.ts';
import { MORNING, startTest, type TestService } from '../support/service.ts';

const SHEET = '/console/guidage/carte-identite-perdue';
let browser: Browser;
let service: TestService;
let page: Page;
let sonia: AtDesk;
let times = 0;

beforeAll(async () => {
  [browser, service] = await Promise.all([launch(), startTest()]);
  page = await browser.newPage();
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});
beforeEach(async () => {
  times += 1;
  service.clock.now = MORNING + times * 7 * 86_400_000;
  sonia = await signedIn(service, `Association ${times}`, ['mediator'], { name: 'Sonia Diallo' });
  await enter(page, service, sonia);
});

const phone = (i: number) => `06399${times % 10}7${String(i).padStart(3, '0')}`.replace(/^06399\d/, '063998');
const main = () => page.$eval('main', (m) => (m as unknown as { innerText: string }).innerText);
const press = (selector: string) => Promise.all([page.waitForNavigation(), page.click(selector)]);
const bodies = (i: number) =>
  service.provider
    .thread(`+33${phone(i).slice(1)}`)
    .filter((m) => m.direction !== 'inbound')
    .map((m) => m.body);
async function tick(): Promise<void> {
  for (let i = 0; i < 5; i += 1) await service.outbox.tick();
  await service.provider.settled();
}
const fields = (csv: string, more: Record<string, string> = {}) => ({
  ...{
    by: 'Sonia',
    lang: 'fr',
    consent: 'oui',
    csv,
    cle: `01900000-0000-7000-8000-00000000f${String(times).padStart(3, '0')}`,
  },
  ...more,
});

describe('a list', () => {
  test('is looked at with its cost before anything leaves, then each line leaves once', async () => {
    const base = times * 10;
    const csv = [
      'numéro;mot',
      `${phone(base)};à mardi`,
      `+33 ${phone(base + 1).slice(1)}`,
      `${phone(base)};encore`,
      '01 99 00 00 01',
      'abc',
      `${phone(base + 2)};voir www.exemple.fr`,
    ].join('\r\n');
    await page.goto(`${service.url}${SHEET}`);
    await press('a[href$="/liste"]');
    await page.type('textarea[name=csv]', 'x');
    await page.$eval('textarea[name=csv]', (t, words) => void Object.assign(t, { value: words }), csv);
    await page.click('input[name=consent]');
    await sound(page, 'list-form');
    await press('form[action$="/liste/voir"] button');
    await sound(page, 'list-run');
    const run = await main();
    expect(run).toMatch(/rien n’est parti/);
    expect(run).toMatch(/2 personnes, 2 SMS, environ 0,1\d\s€/);
    expect(run).toMatch(/Ligne 4, 06 •• .* : Le même numéro est à la ligne 2/);
    expect(run).toMatch(/Ligne 5, .* pas un mobile/);
    expect(run).toMatch(/Ligne 6, .* pas un mobile/);
    expect(run).toMatch(/Ligne 7, .* Pas d’adresse internet/);
    await tick();
    expect([bodies(base), bodies(base + 1)]).toEqual([[], []]);
    await press('form[action$="/liste/envoyer"] button');
    expect(await main()).toMatch(/2 SMS sont notés[\s\S]*Pas envoyés/);
    await tick();
    for (const i of [base, base + 1])
      expect(bodies(i)).toEqual([expect.stringContaining('Sonia vous a laissé un message')]);
    expect(await service.guidance.list({ orgId: sonia.orgId, limit: 9 })).toHaveLength(2);
  });

  test('as a file of a spreadsheet, in the letters of the system', async () => {
    const base = times * 10;
    const answer = await upload(Buffer.from(`num\xe9ro;mot\n${phone(base)};\xe0 mardi\n`, 'latin1'));
    const html = await answer.text();
    expect([answer.status, html.includes('1 personne, 1 SMS')]).toEqual([200, true]);
    expect(html).toContain('à mardi');
  });

  test('sent twice, or cut off and sent again, sends each once; it holds for the night', async () => {
    const base = times * 10;
    service.clock.now += 13 * 3_600_000;
    sonia = await signedIn(service, `Association ${times}`);
    const csv = `${phone(base)}\n${phone(base + 1)}`;
    const path = `${SHEET}/liste/envoyer`;
    await sonia.post(path, fields(phone(base)));
    await Promise.all([1, 2].map(() => sonia.post(path, fields(csv))));
    await tick();
    expect(bodies(base)).toEqual([]);
    service.clock.now += 10 * 3_600_000;
    await tick();
    expect([bodies(base).length, bodies(base + 1).length]).toEqual([1, 1]);
  });

  test('caps hold for each line, and are told', async () => {
    const base = times * 10;
    for (let i = 0; i < 4; i += 1)
      await sonia.post(`${SHEET}/envoyer`, {
        ...fields(''),
        to: phone(base),
        cle: `01900000-0000-7000-8000-0000000ee${i}${String(times).padStart(2, '0')}`,
      });
    const html = await (
      await sonia.post(`${SHEET}/liste/envoyer`, fields(`${phone(base)}\n${phone(base + 1)}`))
    ).text();
    expect(html).toContain('Un SMS est noté');
    expect(html).toContain('a déjà reçu plusieurs SMS');
  });

  test.each([
    ['', 'Choisissez un fichier'],
    [
      Array.from({ length: 201 }, (_, i) => `0639987${String(i).padStart(3, '0')}`).join('\n'),
      '200 lignes au plus',
    ],
    ['"06', 'n’est pas une liste'],
  ])('what is no list is told', async (csv, words) => {
    const answer = await sonia.post(`${SHEET}/liste/voir`, fields(csv));
    expect([answer.status, (await answer.text()).includes(words)]).toEqual([422, true]);
  });

  test('of a discreet sheet, or without consent, leaves to nobody', async () => {
    const run = async (path: string, more: Record<string, string> = {}) =>
      (await sonia.post(path, fields(phone(times * 10), more))).text();
    expect(await run('/console/guidage/violences-conjugales-droits/liste/voir')).toMatch(
      /0 personnes[\s\S]*convenez d’un mot/,
    );
    const { consent: _, ...silent } = fields(phone(times * 10));
    expect(await (await sonia.post(`${SHEET}/liste/voir`, silent)).text()).toContain('doit être d’accord');
  });
});

test('a template is saved with its note, used again, shared with all, and taken away by its own', async () => {
  await sonia.post(`${SHEET}/modele`, {
    nom: 'Carte, guichet du mardi',
    lang: 'fr',
    note: 'venez mardi',
    partage: 'oui',
  });
  await sonia.post(`${SHEET}/modele`, { nom: 'À nous', lang: 'en', note: '' });
  const other = await signedIn(service, 'Association Z', ['mediator']);
  const theirs = await (await other.get('/console/modeles')).text();
  expect(theirs).toContain('guichet du mardi');
  expect(theirs).not.toContain('À nous');
  await page.goto(`${service.url}/console/modeles`);
  await sound(page, 'templates');
  const href = /href="([^"]+modele=[^"]+)"[^>]*>Carte, guichet/.exec(theirs)?.[1] ?? '';
  expect(await (await other.get(href)).text()).toContain('value="venez mardi"');
  const id = href.split('modele=')[1] ?? '';
  expect((await other.post(`/console/modeles/${id}/oter`)).status).toBe(404);
  expect((await sonia.post(`/console/modeles/${id}/oter`)).status).toBe(303);
  expect(await (await other.get('/console/modeles')).text()).not.toContain('guichet du mardi');
  expect(await (await other.get(href)).text()).not.toContain('venez mardi');
});

test('no route changes anything without its token, a session or the right', async () => {
  const editor = await signedIn(service, `Association ${times}`, ['editor']);
  for (const path of [`${SHEET}/liste`, '/console/modeles'])
    expect((await editor.get(path)).status).toBe(403);
  for (const path of [
    `${SHEET}/liste/voir`,
    `${SHEET}/liste/envoyer`,
    `${SHEET}/modele`,
    '/console/modeles/x/oter',
  ]) {
    const bare = await fetch(`${service.url}${path}`, {
      ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams(fields(phone(1))) },
      headers: { cookie: `relais-bureau=${sonia.token}` },
    });
    expect([path, bare.status]).toEqual([path, 403]);
    expect((await editor.post(path)).status).toBe(403);
    expect((await client(service).post(path)).headers.get('location')).toBe('/console/entrer');
  }
  const forged = await upload(Buffer.from(phone(1)), 'forged');
  expect(forged.status).toBe(403);
});

/** As a browser sends a form with a file. */
async function upload(file: Buffer, token?: string): Promise<Response> {
  const own = `relais-bureau=${sonia.token}`;
  const form = await fetch(`${service.url}${SHEET}/liste`, { headers: { cookie: own } });
  const csrf = token ?? /name="_csrf" value="([^"]+)"/.exec(await form.text())?.[1] ?? '';
  const cookie = form.headers.getSetCookie().map((c) => c.split(';')[0] ?? '');
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...fields(''), _csrf: csrf })) body.append(name, value);
  body.append('file', new Blob([new Uint8Array(file)], { type: 'text/csv' }), 'liste.csv');
  return fetch(`${service.url}${SHEET}/liste/voir`, {
    method: 'POST',
    body,
    headers: { cookie: [own, ...cookie].join('; ') },
  });
}
