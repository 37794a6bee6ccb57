/** The poster and its cards: the numbers of this service, and nothing printed that it does not do. In a real browser. */
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EXAMPLES, printed } from '../../src/console/poster.tsx';
import { launch } from '../support/browser.ts';
import { client, enter, signedIn } from '../support/desk.ts';
import { sound } from '../support/pages.ts';
import { startTest, type TestService } from '../support/service.ts';

/** As browsers print by themselves. */
const MARGIN = { top: '1cm', right: '1cm', bottom: '1cm', left: '1cm' };
let browser: Browser;
let service: TestService;
let page: Page;

beforeAll(async () => {
  [browser, service] = await Promise.all([
    launch(),
    startTest({
      VOICE_NUMBER: '+33199000000',
      OPERATOR_NAME: 'Relais de Creil',
      OPERATOR_PRICE: 'Prix d’un SMS',
    }),
  ]);
  page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await enter(page, service, await signedIn(service, 'Association A', ['volunteer']));
  await page.goto(`${service.url}/console/affiche`);
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

const text = (selector: string) =>
  page.$$eval(selector, (all) => all.map((e) => (e as unknown as { innerText: string }).innerText));

test('the poster and four cards say the name, both numbers, the price, the examples and the emergency numbers', async () => {
  const [poster = '', ...more] = [...(await text('.poster')), ...(await text('.card'))];
  expect(more).toHaveLength(4);
  for (const one of [poster, ...more]) {
    for (const said of [
      'Relais de Creil',
      '06 39 98 00 00',
      '01 99 00 00 00',
      'Prix d’un SMS',
      '17',
      '114',
      ...EXAMPLES,
    ])
      expect(one).toContain(said);
    expect(one).not.toMatch(/gratuit/i);
  }
  expect(await page.$('script')).toBeNull();
});

test('no barrier, at any width, by keyboard, on paper; two sheets of A4', async () => {
  await page.setJavaScriptEnabled(true);
  await page.reload();
  await sound(page, 'desk-poster');
  // What was looked at before left it as on a screen.
  await page.emulateMediaType('print');
  const pdf = Buffer.from(await page.pdf({ format: 'A4', margin: MARGIN })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
});

test('each example finds a sheet as it is printed; each word in capitals is understood', async () => {
  for (const [i, words] of EXAMPLES.entries()) {
    const from = `+336399866${String(10 + i)}`;
    const [first] = await service.provider.text(from, words);
    expect([words, first?.body]).toEqual([words, expect.stringMatching(/ :\n/)]);
    const menu = (await service.provider.text(from, 'MENU')).map((m) => m.body).join('\n');
    expect(menu).toContain('Choisir un thème');
  }
  const say = async (words: string) =>
    (await service.provider.text('+33639986630', words)).map((m) => m.body).join('\n');
  await say(EXAMPLES[0]);
  expect(await say('SUITE')).toMatch(/\d /);
  expect(await say('RETOUR')).toContain("Carte d'identité");
  expect(await say('AIDE')).not.toBe('');
  expect(await say('QUELQU’UN')).toMatch(/mairie|personne|rappel/i);
  expect(await say('ARRET')).toContain('Nous ne vous enverrons rien sans demande');
  expect(await say('EFFACER')).toContain('sera effacé');
});

test('nobody who is not signed in', async () => {
  expect((await client(service).get('/console/affiche')).status).toBe(303);
});

test.each([
  ['38100', '38100'],
  ['+33937000000', '09 37 00 00 00'],
  ['Relais', undefined],
  ['MG00112233445566778899aabbccddeeff', undefined],
])('a sender that hears nothing, or whose number is not known, is not printed: %s', (sender, sms) => {
  expect(printed({ name: 'Relais', sender, voice: undefined })).toMatchObject({ sms, voice: undefined });
});
