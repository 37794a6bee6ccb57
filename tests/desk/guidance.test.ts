/** A mediator with ten minutes: the right sheet to a phone, and what became of it. In a real browser. */
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { segments } from '../../src/text/segments.ts';
import { launch } from '../support/browser.ts';
import { type AtDesk, client, enter, signedIn } from '../support/desk.ts';
import { sound } from '../support/pages.ts';
import { MORNING, startTest, type TestService } from '../support/service.ts';

let browser: Browser;
let service: TestService;
let page: Page;
let sonia: AtDesk;
let phones = 0;
let phone = '';
const DISCREET = 'violences-conjugales-droits';

beforeAll(async () => {
  [browser, service] = await Promise.all([launch(), startTest({ VOICE_NUMBER: '+33199000000' })]);
  page = await browser.newPage();
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});
beforeEach(async () => {
  phones += 1;
  phone = `+3363998${String(6000 + phones)}`;
  service.clock.now = MORNING + phones * 7 * 86_400_000;
  sonia = await signedIn(service, 'Association A', ['mediator'], { name: 'Sonia Diallo' });
  await enter(page, service, sonia);
});

const home = (e164: string) => `0${e164.slice(3)}`;
const main = () => page.$eval('main', (m) => (m as unknown as { innerText: string }).innerText);
let clicks = 0;
async function press(selector: string): Promise<void> {
  clicks += 1;
  await Promise.all([page.waitForNavigation(), page.click(selector)]);
}
async function tick(): Promise<void> {
  await service.outbox.tick();
  await service.provider.settled();
}
const got = () =>
  service.provider
    .thread(phone)
    .filter((m) => m.direction !== 'inbound')
    .map((m) => m.body);
const open = (path: string) => page.goto(`${service.url}${path}`);
const say = async (words: string) => {
  service.clock.now += 60_000;
  return (await service.provider.text(phone, words)).map((m) => m.body).join('\n');
};
/** Sends by the forms' own fields. */
const sends = (who: AtDesk, more: Record<string, string> = {}, sheet = 'carte-identite-perdue') =>
  who.post(`/console/guidage/${sheet}/envoyer`, {
    ...{ to: home(phone), by: 'Sonia', lang: 'fr', consent: 'oui' },
    ...more,
  });

test('search as people ask, look at the exact text, send, see it delivered, get the answer: five clicks', async () => {
  clicks = 0;
  service.provider.callbacks.order('reversed');
  await open('/console');
  await sound(page, 'desk-first');
  await page.type('input[name=q]', 'g perdu ma carte didentite');
  await press('search button');
  await sound(page, 'desk-search');
  expect(await page.$eval('main li a', (a) => a.textContent)).toMatch(/^Carte d'identité perdue/);
  await press('main li a');
  await page.type('input[name=to]', home(phone));
  await page.click('input[name=consent]');
  clicks += 1;
  await sound(page, 'desk-compose');
  await press('main form button[type=submit]');
  const shown = (
    await page.$eval('blockquote', (b) => (b as unknown as { innerText: string }).innerText)
  ).trim();
  expect(await main()).toContain('1 SMS, environ 0,08');
  expect(await main()).toContain('1 (Le lire), 2 (Pas pour moi)');
  // Nothing that is not in the page itself: it works as well where scripts do not run.
  expect(await page.$('script')).toBeNull();
  await sound(page, 'desk-preview');
  await press('form[action$="/envoyer"] button');
  expect(clicks).toBe(5);
  expect(await main()).toMatch(/C’est parti[\s\S]*en file/);

  await tick();
  service.provider.callbacks.order('in order');
  const [text = ''] = got();
  expect(text.replace(/\/g\/\w+/, '/g/xxxxxxxxxx')).toBe(shown);
  expect(segments(text)).toMatchObject({ count: 1, encoding: 'GSM-7' });
  await open('/console/envois');
  expect(await main()).toContain('Arrivé sur le téléphone');
  expect(await say('1')).toMatch(/^Carte d'identité perdue ou volée :/);
  await page.goto(/http\S+\/g\/\w+/.exec(text)?.[0] ?? '');
  await open('/console/envois');
  expect(await main()).toMatch(/A répondu[\s\S]*Page ouverte/);
  await sound(page, 'desk-sent');
});

test('in English, with a place and a note, the essential where the phone is theirs alone', async () => {
  await open('/console/guidage/carte-identite-perdue');
  await page.type('input[name=to]', home(phone));
  for (const name of ['consent', 'alone']) await page.click(`input[name=${name}]`);
  await page.select('select[name=lang]', 'en');
  await page.type('input[name=note]', 'See you on Tuesday.');
  await page.type('input[name=where]', 'Saint-Denis');
  await press('main form button[type=submit]');
  await page.click('fieldset label:nth-of-type(2) input');
  const place = await page.$eval('fieldset label:nth-of-type(2)', (l) => l.textContent);
  await press('form[action$="/voir"] button[type=submit]');
  await sound(page, 'desk-place');
  await press('form[action$="/envoyer"] button');
  await tick();
  const [text = ''] = got();
  expect(text).toContain('See you on Tuesday.');
  expect(text).toMatch(/Lost or stolen/);
  expect(text).toContain((place ?? '?').trim().split(',')[0] ?? '?');
  expect(segments(text).count).toBeLessThanOrEqual(2);
});

describe('what may not be sent is told beside its field, and what was typed stays', () => {
  test.each([
    [{ to: '01 99 00 00 01' }, 'Ce numéro n’est pas un mobile'],
    [{ to: 'abc' }, 'Ce numéro n’est pas un mobile'],
    [{ consent: '' }, 'La personne doit être d’accord'],
    [{ note: 'voir bit.ly.com/x' }, 'Pas d’adresse internet'],
    [{ where: 'zzzzzz' }, 'Aucun lieu trouvé'],
    [{ date: '2020-01-01', time: '10:00' }, 'Une date à venir'],
    [{ date: '2026-02-31' }, 'Écrivez le jour et l’heure'],
    [{ by: '' }, 'Un prénom'],
    [{ lang: 'xx' }, 'Cette langue'],
  ] as [Record<string, string>, string][])('%o', async (more, words) => {
    const { consent = 'oui', ...rest } = more;
    const fields = { to: home(phone), by: 'Sonia', lang: 'fr', note: 'gardez vos papiers', ...rest };
    const answer = await sonia.post('/console/guidage/carte-identite-perdue/voir', {
      ...fields,
      ...(consent === '' ? {} : { consent }),
    });
    const html = await answer.text();
    expect([answer.status, html.includes(words)]).toEqual([422, true]);
    expect(html).toContain(`value="${fields.note}"`);
    expect(html).not.toContain('/envoyer');
  });

  test('a discreet sheet asks for a word agreed face to face', async () => {
    await open(`/console/guidage/${DISCREET}`);
    await page.type('input[name=to]', home(phone));
    await page.click('input[name=consent]');
    await press('main form button[type=submit]');
    expect(await main()).toContain('convenez d’un mot');
    await sound(page, 'desk-discreet');
    await page.type('input[name=word]', 'soleil');
    await press('form[action$="/voir"] button[type=submit]');
    await press('form[action$="/envoyer"] button');
    await tick();
    expect(got()[0]).not.toMatch(/violence|\/g\//i);
    expect(await say('1')).toBe('Écrivez le mot convenu avec Sonia.');
    expect(await say('soleil')).toMatch(/violence/i);
  });
});

test.each([
  [21610, 'cette personne ne veut pas de nos SMS', false],
  [30006, 'c’est un téléphone fixe', false],
  [30003, 'éteint ou hors réseau', true],
] as const)('a text that fails with %i says why, and what to do', async (code, why, again) => {
  if (code === 21610) service.provider.faults.api({ status: 400, code, text: 'fault' });
  else service.provider.faults.delivery(phone, [{ status: 'sent' }, { status: 'undelivered', code }]);
  await sends(sonia);
  await tick();
  await open('/console/envois');
  const article = await page.$eval('article', (a) => (a as unknown as { innerText: string }).innerText);
  expect(article).toContain(why);
  expect(article.includes('Renvoyer')).toBe(again);
  if (code === 30006) await sound(page, 'desk-failed');
  if (again) {
    await press('article form[action$="/renvoyer"] button');
    expect(await main()).toContain('Renvoyé');
    await tick();
    await open('/console/envois');
    expect(await main()).toContain('Arrivé sur le téléphone');
  }
});

test('two touches of the same button send one text', async () => {
  const key = '01900000-0000-7000-8000-0000000fffff';
  const answers = await Promise.all([1, 2, 3].map(() => sends(sonia, { cle: key })));
  expect(answers.map((a) => a.status)).toEqual([303, 303, 303]);
  await tick();
  expect(got()).toHaveLength(1);
});

test('one for later waits, is taken back, and one for the night leaves in the morning', async () => {
  const day = new Date(service.clock.now + 86_400_000).toISOString().slice(0, 10);
  await sends(sonia, { date: day, time: '14:30' });
  await tick();
  expect(got()).toEqual([]);
  await open('/console/envois');
  expect(await main()).toContain('à 14:30');
  await press('article form[action$="/annuler"] button');
  expect(await main()).toContain('Annulé : rien ne partira');
  service.clock.now += 2 * 86_400_000;
  await tick();
  expect(got()).toEqual([]);
  sonia = await signedIn(service);
  const night = await sends(sonia, {
    ...{ date: new Date(service.clock.now + 86_400_000).toISOString().slice(0, 10), time: '23:00' },
  });
  expect(decodeURIComponent(decodeURIComponent(night.headers.getSetCookie().join()))).toMatch(
    /Le SMS partira/,
  );
});

test('caps are told in words', async () => {
  for (let i = 0; i < 4; i += 1) expect((await sends(sonia)).status).toBe(303);
  const fifth = await sends(sonia);
  expect(await fifth.text()).toContain('a déjà reçu plusieurs SMS');
});

describe('a number', () => {
  test('is masked until it is asked for; the journal tells who did; a volunteer never sees it', async () => {
    await sends(sonia);
    await open('/console/envois');
    const digits = home(phone).replace(/(\d\d)(?=\d)/g, '$1 ');
    expect(await page.content()).not.toContain(home(phone));
    expect(await main()).not.toContain(digits);
    await press('article form[action$="/numero"] button');
    expect(await main()).toContain(digits);
    const [line] = await service.accounts.journal({ org: { id: sonia.orgId } } as never, 1);
    expect(line).toMatchObject({ act: 'number_shown', accountId: sonia.id });

    const volunteer = await signedIn(service, 'Association A', ['volunteer']);
    const list = await (await volunteer.get('/console/envois')).text();
    expect(list).toContain('06 •• •• ••');
    expect(list).not.toContain('/numero');
    expect((await volunteer.post(`/console/envois/${line?.about}/numero`)).status).toBe(403);
  });

  test('and all else of another organisation is none', async () => {
    await sends(sonia, { note: 'rendez-vous mardi' });
    const [mine] = await service.guidance.list({ orgId: sonia.orgId, limit: 1 });
    const other = await signedIn(service, 'Association B', ['mediator']);
    expect(await (await other.get('/console/envois')).text()).not.toContain('rendez-vous mardi');
    for (const act of ['renvoyer', 'annuler', 'numero'])
      expect([act, (await other.post(`/console/envois/${mine?.row.id}/${act}`)).status]).toEqual([act, 404]);
    const editor = await signedIn(service, 'Association A', ['editor']);
    for (const path of ['/console/guidage', '/console/envois', `/console/guidage/${DISCREET}`])
      expect((await editor.get(path)).status).toBe(403);
  });
});

test('every route that changes something refuses without its token, and without a session', async () => {
  const routes = service.app.printRoutes({ commonPrefix: false, includeHooks: false });
  expect(routes).toContain('guidage');
  const paths = [
    ...['voir', 'envoyer'].map((verb) => `/console/guidage/carte-identite-perdue/${verb}`),
    ...['renvoyer', 'annuler', 'numero'].map((verb) => `/console/envois/x/${verb}`),
    ...[
      '/console/compte/telephone',
      '/console/compte/mot-de-passe',
      '/console/compte/fermer',
      '/console/sortir',
    ],
  ];
  for (const path of paths) {
    const bare = await fetch(`${service.url}${path}`, {
      ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams({ to: home(phone) }) },
      headers: { cookie: `relais-bureau=${sonia.token}` },
    });
    expect([path, bare.status]).toEqual([path, 403]);
    if (path !== '/console/sortir') {
      const nobody = await client(service).post(path);
      expect([path, nobody.headers.get('location')]).toEqual([path, '/console/entrer']);
    }
  }
  await tick();
  expect(got()).toEqual([]);
});
