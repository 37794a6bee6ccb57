/** An appointment is noted with the person, told the day before, and refused: the desk sees it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { segments } from '../../src/text/segments.ts';
import { launch } from '../support/browser.ts';
import { type AtDesk, client, enter, signedIn } from '../support/desk.ts';
import { sound } from '../support/pages.ts';
import { countingIds, MORNING, startTest, type TestService } from '../support/service.ts';

const DAY = 86_400_000;
const WITH_VOICE = { VOICE_NUMBER: '+33199000000' };
let browser: Browser;
let service: TestService;
let page: Page;
let sonia: AtDesk;
let phones = 0;
let phone = '';

beforeAll(async () => {
  [browser, service] = await Promise.all([launch(), startTest(WITH_VOICE)]);
  page = await browser.newPage();
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});
beforeEach(async () => {
  phones += 1;
  phone = `+3363998${String(7000 + phones)}`;
  // Thursdays.
  service.clock.now = MORNING + phones * 28 * DAY;
  sonia = await signedIn(service, `Association ${phones}`, ['mediator'], { name: 'Sonia Diallo' });
});

const home = (e164: string) => `0${e164.slice(3)}`;
const on = (days: number) => new Date(service.clock.now + days * DAY).toISOString().slice(0, 10);
/** To the instant at which, this many days on, it is ten o'clock and a minute in Paris. */
function sleep(days: number): void {
  const there = new Date(service.clock.now + days * DAY).toISOString().slice(0, 10);
  const summer = new Date(`${there}T12:00:00Z`)
    .toLocaleTimeString('fr-FR', { timeZone: 'Europe/Paris' })
    .startsWith('14');
  service.clock.now = Date.parse(`${there}T${summer ? '08' : '09'}:01:00Z`);
}
async function tick(of = service): Promise<void> {
  await of.reminding.tick();
  await of.outbox.tick();
  await of.provider.settled();
}
const got = (of = service) =>
  of.provider
    .thread(phone)
    .filter((m) => m.direction !== 'inbound')
    .map((m) => m.body);
const say = async (words: string, of = service) => {
  of.clock.now += 60_000;
  return (await of.provider.text(phone, words)).map((m) => m.body).join('\n');
};
const set = (who: AtDesk, more: Record<string, string> = {}, verb = 'noter') =>
  who.post(
    `/console/rendez-vous/${verb}`,
    filled({
      ...{
        to: home(phone),
        by: 'Sonia',
        lang: 'fr',
        kind: 'visit',
        date: on(5),
        time: '14:30',
        consent: 'oui',
      },
      ...more,
    }),
  );
/** As a browser sends it: a box that is not ticked is not there. */
const filled = (fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).filter(([name, value]) => name !== 'consent' || value !== ''));
const list = async (who = sonia) => (await who.get('/console/rendez-vous')).text();
const main = () => page.$eval('main', (m) => (m as unknown as { innerText: string }).innerText);
const press = (selector: string) => Promise.all([page.waitForNavigation(), page.click(selector)]);

test('noted in the desk, told the day before at ten with place and papers, refused: seen at the desk', async () => {
  await enter(page, service, sonia);
  await page.goto(`${service.url}/console/rendez-vous`);
  await sound(page, 'reminders-none');
  await press('main a[href$="/nouveau"]');
  await page.type('input[name=to]', home(phone));
  await page.$eval('input[name=date]', (i, day) => void Object.assign(i, { value: day }), on(5));
  await page.$eval('input[name=time]', (i) => void Object.assign(i, { value: '14:30' }));
  await page.type('input[name=place]', 'Mairie de Creil, guichet 2');
  await page.type('input[name=papers]', 'carte, justificatif de domicile');
  await page.click('input[name=consent]');
  await press('form[action$="/voir"] button');
  const shown = (
    await page.$eval('blockquote', (b) => (b as unknown as { innerText: string }).innerText)
  ).trim();
  await sound(page, 'reminders-preview');
  await press('form[action$="/noter"] button');
  expect(await main()).toMatch(/C’est noté\. Le rappel partira le \d+ \S+ à 10:00[\s\S]*SMS prévu/);

  sleep(3);
  await tick();
  expect(got()).toEqual([]);
  sleep(1);
  await tick();
  expect(got()).toEqual([shown]);
  expect(shown).toMatch(
    /^Relais, rappel de Sonia : rendez-vous mardi .* à 14h30\.\nLieu : Mairie de Creil, guichet 2\.\nPapiers : carte, justificatif de domicile\.\n1 Je viens\n2 Je ne peux pas\n3 Rappelez-moi$/,
  );
  expect(segments(shown)).toMatchObject({ encoding: 'GSM-7' });
  expect(segments(shown).count).toBeLessThanOrEqual(2);
  expect(await say('2')).toBe("C'est noté. Sonia verra votre réponse.\n1 Changer ma réponse\n2 Menu");

  sonia = await signedIn(service, `Association ${phones}`, ['mediator']);
  await enter(page, service, sonia);
  await page.goto(`${service.url}/console/rendez-vous`);
  expect(await main()).toMatch(/Ne peut pas[\s\S]*autre rendez-vous/);
  // What waits is counted in the menu.
  expect(await page.$eval('nav', (n) => n.textContent)).toMatch(/Rendez-vous \(1\)/);
  await sound(page, 'reminders-refused');
  await press('form[action$="/vu"] button');
  expect(await main()).toContain('vu par l’équipe');
  // Who changes their mind is seen again.
  await say('1');
  await say('rappelez-moi');
  expect(await list()).toContain('Demande à être rappelé');
});

test('a discreet subject is not told, nor where it would be guessed', async () => {
  const told = { place: 'Planning familial, violences conjugales', papers: '' };
  const refused = await set(sonia, told, 'voir');
  expect([refused.status, (await refused.text()).includes('sujet discret')]).toEqual([422, true]);
  expect((await set(sonia, { ...told, discreet: 'oui' })).status).toBe(303);
  sleep(4);
  await tick();
  expect(got()[0]).toMatch(/^Relais, rappel de Sonia : rendez-vous mardi .* à 14h30\.\n1 Je viens/);
});

test('a landline is called, and its key is seen', async () => {
  phone = `+3319900${String(5000 + phones)}`;
  const preview = await (await set(sonia, { place: 'CAF de Creil' }, 'voir')).text();
  expect(preview).toContain('nous l’appelons');
  await set(sonia, { place: 'CAF de Creil' });
  sleep(4);
  await tick();
  const call = service.provider.ringing(phone);
  await call?.answer();
  expect(call?.heard().join(' ')).toMatch(
    /^Ici Relais. Un rappel de Sonia : rendez-vous .* Lieu : CAF de Creil/i,
  );
  await call?.press('3');
  await call?.hangup();
  sonia = await signedIn(service, `Association ${phones}`);
  expect(await list()).toContain('Demande à être rappelé');
});

test('nothing leaves at night or on a Sunday, by the clock of the person; a restart in between loses nothing', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'relais-reminders-'));
  const [ids, env] = [countingIds(), { ...WITH_VOICE, DATABASE_URL: join(dir, 'relais.db') }];
  const first = await startTest(env, ids);
  const who = await signedIn(first);
  // A Monday at nine in Reunion: the day before is a Sunday, so it is told on the Saturday, three hours before Paris.
  phone = '+262692000001';
  await who.post('/console/rendez-vous/noter', {
    ...{
      to: '0692000001',
      by: 'Sonia',
      lang: 'fr',
      kind: 'visit',
      date: '2026-01-26',
      time: '09:00',
      consent: 'oui',
    },
  });
  await first.stop();
  const again = await startTest(env, ids);
  const left = async (utc: string) => {
    again.clock.now = Date.parse(utc);
    await tick(again);
    return again.provider.thread(phone).length;
  };
  expect(await left('2026-01-24T05:59:00Z')).toBe(0);
  expect(await left('2026-01-24T06:00:00Z')).toBe(1);
  expect(again.provider.thread(phone)[0]?.body).toContain('lundi 26 janvier à 9h');
  await tick(again);
  expect(again.provider.thread(phone)).toHaveLength(1);
  await again.stop();
  const third = await startTest(env, ids);
  third.clock.now = Date.parse('2026-01-24T08:00:00Z');
  expect(await say('1', third)).toContain('vous venez');
  await third.stop();
  rmSync(dir, { recursive: true });
});

describe('seven days after a guidance', () => {
  const guide = (more: Record<string, string> = {}) =>
    sonia.post('/console/guidage/carte-identite-perdue/envoyer', {
      ...{ to: home(phone), by: 'Sonia', lang: 'fr', consent: 'oui' },
      ...more,
    });

  test('it is asked whether it worked out; what is blocked comes back to the desk', async () => {
    await guide({ suite: 'oui' });
    await tick();
    sleep(6);
    await tick();
    expect(got()).toHaveLength(1);
    sleep(1);
    await tick();
    expect(got()[1]).toBe('Relais, de la part de Sonia. Avez-vous pu ?\n1 Oui\n2 Non\n3 Bloqué');
    expect(await say('3')).toContain("L'équipe de Sonia verra votre demande");
    sonia = await signedIn(service, `Association ${phones}`);
    expect(await list()).toMatch(/Suivi : Carte d(&#39;|')identité perdue[\s\S]*Bloqué/);
  });

  test('not where it was not agreed, was not for them, or they said STOP', async () => {
    await guide();
    await tick();
    const other = `+3363998${String(8000 + phones)}`;
    const mine = phone;
    phone = other;
    await guide({ suite: 'oui' });
    await tick();
    await say('2');
    phone = `+3363998${String(8500 + phones)}`;
    await guide({ suite: 'oui' });
    await tick();
    await say('ARRET');
    const third = phone;
    sleep(8);
    await tick();
    for (const one of [mine, other, third]) {
      phone = one;
      expect(got().join('\n')).not.toContain('Avez-vous pu');
    }
  });
});

test('EFFACER takes reminders along', async () => {
  await set(sonia);
  await say('effacer');
  expect(await say('1')).toContain('effacé');
  sleep(4);
  await tick();
  expect(got().join()).not.toContain('rendez-vous');
});

describe('what may not be a reminder is told beside its field', () => {
  test.each([
    [{ to: 'abc' }, 'n’est pas un téléphone'],
    [{ consent: '' }, 'doit être d’accord'],
    [{ date: '2020-01-01' }, 'Une date à venir'],
    [{ date: '2026-02-31' }, 'Écrivez le jour'],
    [{ time: '' }, 'Écrivez le jour'],
    [{ place: 'voir www.exemple.fr' }, 'Pas d’adresse internet'],
    [{ papers: 'x'.repeat(61) }, '60 caractères au plus'],
    [{ by: '' }, 'Un prénom'],
    [{ lang: 'xx' }, 'n’est pas servie'],
  ] as [Record<string, string>, string][])('%o', async (more, words) => {
    const answer = await set(sonia, more, 'voir');
    expect([answer.status, (await answer.text()).includes(words)]).toEqual([422, true]);
    expect((await set(sonia, more)).status).toBe(422);
  });
});

test('another organisation, another role, and no token: nothing', async () => {
  await set(sonia, { place: 'Mairie de Creil' });
  const [one] = await service.reminders.list({ orgId: sonia.orgId, what: 'coming', limit: 1 });
  const other = await signedIn(service, 'Association Z', ['mediator']);
  expect(await list(other)).not.toContain('Creil');
  for (const act of ['annuler', 'vu', 'numero'])
    expect([act, (await other.post(`/console/rendez-vous/${one?.row.id}/${act}`)).status]).toEqual([
      act,
      404,
    ]);
  const editor = await signedIn(service, `Association ${phones}`, ['editor']);
  for (const path of ['', '/nouveau'])
    expect((await editor.get(`/console/rendez-vous${path}`)).status).toBe(403);
  const volunteer = await signedIn(service, `Association ${phones}`, ['volunteer']);
  expect(await list(volunteer)).toContain('06 •• •• ••');
  expect((await volunteer.post(`/console/rendez-vous/${one?.row.id}/numero`)).status).toBe(403);
  for (const path of ['voir', 'noter', 'x/annuler', 'x/vu', 'x/numero'].map(
    (verb) => `/console/rendez-vous/${verb}`,
  )) {
    const bare = await fetch(`${service.url}${path}`, {
      ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams({ to: home(phone) }) },
      headers: { cookie: `relais-bureau=${sonia.token}` },
    });
    expect([path, bare.status]).toEqual([path, 403]);
    expect((await client(service).post(path)).headers.get('location')).toBe('/console/entrer');
  }
  expect((await sonia.post(`/console/rendez-vous/${one?.row.id}/annuler`)).status).toBe(303);
  sleep(4);
  await tick();
  expect(got()).toEqual([]);
});
