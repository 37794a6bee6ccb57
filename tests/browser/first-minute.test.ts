/** The first minute of somebody who installs the service: the page at /, a text on one phone, a call on the other. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launch } from '../support/browser.ts';
import { startTest, type TestService } from '../support/service.ts';

const AXE = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const MOBILE = 'section:nth-of-type(1)';
const LANDLINE = 'section:nth-of-type(2)';

let browser: Browser;
let service: TestService;
let page: Page;
const problems: string[] = [];

beforeAll(async () => {
  [browser, service] = await Promise.all([launch(), startTest()]);
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});
beforeEach(async () => {
  page = await browser.newPage();
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(service.url);
  await shows('#link', 'Prêt');
});
afterEach(async () => {
  await page.close();
  expect(problems.splice(0)).toEqual([]);
  expect(service.provider.alerts()).toEqual([]);
});

async function shows(selector: string, words: string): Promise<void> {
  const inside = `document.querySelector(${JSON.stringify(selector)})?.innerText`;
  await page.waitForFunction(`${inside}?.includes(${JSON.stringify(words)})`, { timeout: 10_000 });
}

async function text(words: string): Promise<void> {
  await page.type(`${MOBILE} textarea`, words);
  await page.keyboard.press('Enter');
}

/** A key of the keypad, as it is laid out: 1 to 9, *, 0, #. */
const key = (phone: string, k: string) =>
  page.click(`${phone} .keypad button:nth-of-type(${'123456789*0#'.indexOf(k) + 1})`);

test('a question by text gets its answer, and a digit goes on', async () => {
  await text('g perdu ma carte didentite');
  await shows(`${MOBILE} [data-thread]`, "Carte d'identité perdue");
  await text('1');
  await shows(`${MOBILE} [data-thread]`, 'Démarche :');
});

test('the same by call, on the keypad alone, and the sheet arrives by SMS on the mobile', async () => {
  await page.click(`${LANDLINE} [data-act="call"]`);
  await shows(`${LANDLINE} [data-heard]`, 'un service automatique');
  for (const k of ['1', '1', '1']) {
    await key(LANDLINE, k);
    await shows(LANDLINE, 'Appuyez sur une touche');
  }
  await shows(`${LANDLINE} [data-heard]`, 'La démarche sans internet, tapez 1.');
  await key(LANDLINE, '3');
  await shows(`${LANDLINE} [data-heard]`, 'Tapez les dix chiffres du mobile');
  for (const k of '0639980101#') await key(LANDLINE, k);
  await shows(`${LANDLINE} [data-heard]`, "Si c'est juste, tapez 1.");
  await key(LANDLINE, '1');
  await shows(`${LANDLINE} [data-heard]`, "C'est parti.");
  const before = service.provider.thread('+33639980101').length;
  await service.outbox.tick();
  expect(service.provider.thread('+33639980101').length).toBe(before + 1);
  await page.click(`${LANDLINE} [data-act="hangup"]`);
});

test('a message after the beep: the bundled sample stands for a voice', async () => {
  await page.click(`${LANDLINE} [data-act="call"]`);
  await shows(`${LANDLINE} [data-heard]`, 'un service automatique');
  for (const words of ['renouveler mon passeport', 'donner un avis']) {
    await page.waitForSelector(`${LANDLINE} [data-words]`, { visible: true });
    await page.type(`${LANDLINE} [data-words]`, words);
    await page.keyboard.press('Enter');
    await shows(LANDLINE, 'Appuyez sur une touche');
  }
  await shows(`${LANDLINE} [data-heard]`, 'Cette réponse vous a-t-elle aidé ?');
  await key(LANDLINE, '2');
  await shows(`${LANDLINE} [data-heard]`, 'après le bip');
  await page.click(`${LANDLINE} [data-act="silence"]`);
  await page.waitForSelector(`${LANDLINE} [data-act="sample"]`, { visible: true });
  await page.click(`${LANDLINE} [data-act="sample"]`);
  await shows(`${LANDLINE} [data-heard]`, 'Merci.');
  expect(await service.recordings.tick()).toEqual({ kept: 1, later: 0 });
});

test('no barrier that axe can see, at 320 and at 1280 pixels', async () => {
  await text('comment avoir le rsa');
  await shows(`${MOBILE} [data-thread]`, 'RSA');
  for (const width of [320, 1280]) {
    await page.setViewport({ width, height: 800 });
    await page.evaluate(`${AXE};0`);
    const found = (await page.evaluate('axe.run()')) as { violations: { id: string }[] };
    expect(found.violations.map((v) => v.id)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  }
});
