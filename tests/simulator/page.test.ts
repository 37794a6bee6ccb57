import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { simulatorRoutes } from '../../src/simulator/routes.ts';
import { launch } from '../support/browser.ts';
import { type Dummy, dummy, LANDLINE, MOBILE, NUMBERS, PUBLIC_URL, twiml } from './service.ts';

const AXE = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const FIRST = 'section:nth-of-type(1)';
const SECOND = 'section:nth-of-type(2)';

let browser: Browser;
let made: Dummy;
let origin: string;
let page: Page;
const problems: string[] = [];

beforeAll(async () => {
  browser = await launch();
  const say = (words: string) => `<Say language="fr-FR">${words}</Say>`;
  made = await dummy(
    {
      '/twilio/sms': (fields) => twiml(`<Message>Vous avez dit : ${fields.Body}.</Message>`),
      '/twilio/voice': twiml(
        `<Gather action="/twilio/voice/menu" input="dtmf speech" numDigits="1" finishOnKey="">${say('Bonjour.')}</Gather>`,
      ),
      '/twilio/voice/menu': (fields) =>
        twiml(
          fields.Digits === '1'
            ? `${say('Après le bip.')}<Record action="/twilio/voice/after" maxLength="60"/>`
            : say(`Entendu : ${fields.SpeechResult ?? fields.Digits}.`),
        ),
      '/twilio/voice/after': (fields) => twiml(say(`${fields.RecordingDuration} secondes, merci.`)),
    },
    {},
    async (app, provider) => {
      await app.register(simulatorRoutes, { provider });
    },
  );
  origin = await made.app.listen({ port: 0, host: '127.0.0.1' });
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await made?.app.close();
});

beforeEach(async () => {
  await page?.close();
  for (const phone of [MOBILE, LANDLINE, 'anonymous'])
    for (const call of made.provider.calls(phone)) await call.hangup();
  page = await browser.newPage();
  problems.length = 0;
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(origin);
  await shows('#link', 'Prêt');
});

/** Waits until these words are there to be seen. */
async function shows(selector: string, words: string): Promise<void> {
  const inside = `document.querySelector(${JSON.stringify(selector)})?.innerText`;
  await page.waitForFunction(`${inside}?.includes(${JSON.stringify(words)})`, { timeout: 5000 });
}

async function violations(): Promise<string[]> {
  await page.evaluate(`${AXE};0`);
  const found = (await page.evaluate('axe.run()')) as { violations: { id: string }[] };
  return found.violations.map((violation) => violation.id);
}

describe('the two phones', () => {
  it('text, and show what a text weighs and costs', async () => {
    await page.type(`${FIRST} textarea`, 'loyer');
    await page.keyboard.press('Enter');
    await shows(`${FIRST} [data-thread]`, 'Vous avez dit : loyer.');
    await shows(`${FIRST} [data-thread]`, '1 SMS, environ 0,08');
    // The keypad writes, out of a call.
    await page.click(`${FIRST} .keypad button:nth-of-type(7)`);
    await page.click(`${FIRST} [data-write] button`);
    await shows(`${FIRST} [data-thread]`, 'Vous avez dit : 7.');
    await page.click(`${SECOND} [data-tab="texts"]`);
    await shows(SECOND, 'ne reçoit pas de SMS');
    expect(problems).toEqual([]);
  });

  it('call with the keyboard alone', async () => {
    await page.focus(`${SECOND} [data-act="call"]`);
    await page.keyboard.press('Enter');
    await shows(`${SECOND} [data-heard]`, 'Bonjour.');
    await page.keyboard.press('1');
    await shows(`${SECOND} [data-heard]`, 'Bip');
    await page.focus(`${SECOND} [data-act="sample"]`);
    await page.keyboard.press('Enter');
    await shows(`${SECOND} [data-heard]`, '3 secondes, merci.');
    await shows(`${SECOND} [data-heard]`, 'L’appel est terminé.');
    const { RecordingSid = '' } = made.at('/twilio/voice/after').at(-1) ?? {};
    const recorded = made.provider.recordings.find(RecordingSid)?.audio ?? new Uint8Array();
    expect(Buffer.from(recorded).subarray(0, 4).toString()).toBe('RIFF');
    expect(problems).toEqual([]);
  });

  it('speak words and record the microphone', async () => {
    await page.click(`${FIRST} [data-act="call"]`);
    await shows(FIRST, 'Appuyez sur une touche, ou parlez.');
    await page.type(`${FIRST} [data-words]`, 'le RSA');
    await page.keyboard.press('Enter');
    await shows(`${FIRST} [data-heard]`, 'Entendu : le RSA.');
    await page.click(`${FIRST} [data-act="call"]`);
    await shows(FIRST, 'Appuyez sur une touche, ou parlez.');
    await page.click(`${FIRST} .keypad button:nth-of-type(1)`);
    await page.waitForSelector(`${FIRST} [data-act="microphone"]:not([hidden])`);
    await page.click(`${FIRST} [data-act="microphone"]`);
    await shows(FIRST, 'Le micro est ouvert');
    await new Promise((resolve) => setTimeout(resolve, 1200));
    await page.click(`${FIRST} [data-act="stop"]`);
    await shows(`${FIRST} [data-heard]`, 'secondes, merci.');
    expect(problems).toEqual([]);
  });

  it('hide their number, and change it', async () => {
    await page.click(`${SECOND} [data-masked]`);
    await page.click(`${SECOND} [data-act="call"]`);
    await shows(`${SECOND} [data-heard]`, 'Bonjour.');
    expect(made.at('/twilio/voice').at(-1)?.From).toBe('anonymous');
    await page.click(`${SECOND} [data-act="hangup"]`);
    await shows(`${SECOND} [data-heard]`, 'Vous avez raccroché.');
    await page.click(`${SECOND} [data-number]`, { count: 3 });
    await page.keyboard.type('06 39 98 02');
    await page.keyboard.press('Tab');
    await shows(SECOND, 'Ce numéro n’existe pas.');
    await page.click(`${SECOND} [data-number]`, { count: 3 });
    await page.keyboard.type('06.39.98.02.02');
    await page.keyboard.press('Tab');
    await shows(SECOND, 'Téléphone 2 : un mobile');
    await page.type(`${SECOND} textarea`, 'a');
    await page.keyboard.press('Enter');
    await shows(`${SECOND} [data-thread]`, 'Vous avez dit : a.');
    expect(made.at('/twilio/sms').at(-1)?.From).toBe('+33639980202');
  });

  it('ring when the service calls, and find the call again after a reload', async () => {
    const ring = () =>
      made.app.inject({
        method: 'POST',
        url: `/2010-04-01/Accounts/${made.account}/Calls.json`,
        headers: { ...made.authorization, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({
          To: LANDLINE,
          From: NUMBERS.voice,
          Url: `${PUBLIC_URL}/twilio/voice`,
        }).toString(),
      });
    await ring();
    await shows(SECOND, 'Relais vous appelle.');
    await page.click(`${SECOND} [data-act="decline"]`);
    await shows(`${SECOND} [data-heard]`, 'Appel manqué.');
    await ring();
    await shows(SECOND, 'Relais vous appelle.');
    await page.click(`${SECOND} [data-act="call"]`);
    await shows(`${SECOND} [data-heard]`, 'Bonjour.');
    await page.reload();
    await shows(`${SECOND} [data-heard]`, 'Bonjour.');
    await page.click(`${SECOND} [data-act="hangup"]`);
    await shows(`${SECOND} [data-heard]`, 'Vous avez raccroché.');
  });

  it.each([320, 1280])('can be used by everybody at %i pixels', async (width) => {
    await page.setViewport({ width, height: 800 });
    await page.type(`${FIRST} textarea`, 'ça coûte');
    await page.keyboard.press('Enter');
    await shows(`${FIRST} [data-thread]`, 'lettres rares');
    await page.click(`${SECOND} [data-act="call"]`);
    await shows(`${SECOND} [data-heard]`, 'Bonjour.');
    expect(await violations()).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });
});
