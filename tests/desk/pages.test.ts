/** The pages of the desk in a real browser: coming in with a link, a password and an application; then each page, at each width. */
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../support/browser.ts';
import { codeOf, enter, PASSWORD, signedIn } from '../support/desk.ts';
import { sound } from '../support/pages.ts';
import { startTest, type TestService } from '../support/service.ts';

let browser: Browser;
let service: TestService;
let page: Page;

beforeAll(async () => {
  [browser, service] = await Promise.all([launch(), startTest()]);
  page = await browser.newPage();
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

const heading = () => page.$eval('h1', (h) => h.textContent);
async function press(selector: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.click(selector)]);
}

test('a colleague is invited, makes an account, and comes in; no script is needed', async () => {
  await page.setJavaScriptEnabled(false);
  const admin = await signedIn(service, 'Association A', ['administrator']);
  await enter(page, service, admin);
  await page.goto(`${service.url}/console/collegues`);
  await page.type('form[action$="inviter"] input[name=email]', 'karim@relais.example');
  await press('form[action$="inviter"] button');
  const link = (await page.$eval('pre', (pre) => pre.textContent)) ?? '';

  const theirs = await (await browser.createBrowserContext()).newPage();
  page = theirs;
  await page.setJavaScriptEnabled(false);
  await page.goto(link);
  await page.type('input[name=name]', 'Karim');
  await page.type('input[name=password]', PASSWORD);
  await press('main form button');
  expect(await heading()).toBe('Reliez une application de codes');
  const secret = ((await page.$eval('code', (code) => code.textContent)) ?? '').replaceAll(' ', '');
  await page.type('input[name=code]', codeOf(secret, service.clock.now));
  await press('main form button');
  expect(await heading()).toBe('Bonjour Karim');

  // Out, and in again by the usual way.
  await press('header form button');
  expect(await heading()).toBe('Entrer au bureau');
  service.clock.now += 60_000;
  await page.goto(`${service.url}/console/compte`);
  await page.type('input[name=email]', 'karim@relais.example');
  await page.type('input[name=password]', PASSWORD);
  await press('main form button');
  await page.type('input[name=code]', codeOf(secret, service.clock.now));
  await press('main form button');
  expect(await heading()).toBe('Mon compte');
});

test('every page, before and after the sign-in', async () => {
  const context = await browser.createBrowserContext();
  page = await context.newPage();
  const open = async (path: string, name: string) => {
    await page.goto(`${service.url}${path}`);
    await sound(page, `desk-${name}`);
  };
  await open('/console', 'sign-in');
  const all = await signedIn(service, 'Association A', [
    ...(['mediator', 'moderator', 'editor', 'administrator'] as const),
  ]);
  const invited = await service.accounts.invite(undefined, {
    ...{ orgId: all.orgId, email: 'lea@relais.example', roles: ['volunteer'] },
  });
  await open(`/console/invitation/${invited}`, 'invitation');
  await page.type('input[name=name]', 'Léa');
  await page.type('input[name=password]', PASSWORD);
  await press('main form button');
  await sound(page, 'desk-application');
  await enter(page, service, all);
  await open('/console', 'home');
  await open('/console/compte', 'account');
  await open('/console/collegues', 'colleagues');
  await open('/console/journal', 'journal');
  await open('/console/nulle-part', 'nowhere');
});
