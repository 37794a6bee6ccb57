/** What a link leads to: light, readable on anything, on paper, and nothing of anybody. */
import { connect } from 'node:net';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { THEMES } from '../../flows/knowledge.ts';
import { texts } from '../../flows/texts/index.ts';
import { launch } from '../support/browser.ts';
import { sound } from '../support/pages.ts';
import { DAY, makeRig, type Rig, SONIA } from './harness.ts';

/** Milliseconds: a browser on a busy machine. */
const LONG = 60_000;
/** A first round trip of TCP carries this: 10 packets of 1,460 bytes. The issue of a page's weight ends there. */
const LIGHT = 14 * 1024;

let rig: Rig;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  rig = await makeRig();
  browser = await launch();
  page = await browser.newPage();
}, LONG);
afterAll(async () => {
  await browser?.close();
  await rig?.stop();
});

/** Every byte that comes back over the wire, headers included. */
function wire(path: string): Promise<Buffer> {
  const { hostname, port } = new URL(rig.service.url);
  return new Promise((done, failed) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname, () =>
      socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: close\r\n\r\n`),
    );
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('end', () => done(Buffer.concat(chunks)));
    socket.on('error', failed);
  });
}
const pathOf = (link: string) => new URL(link).pathname;
const get = (path: string, init: RequestInit = {}) =>
  fetch(`${rig.service.url}${path}`, { headers: { accept: 'text/html' }, ...init });

/** The page of one sheet, as its place in the data is picked. */
async function linkOf(sheet: string, more: object = {}): Promise<string> {
  const to = rig.fresh();
  return pathOf((await rig.send(to, { sheet, alone: true, ...more })).link);
}
function aPlace() {
  const { places } = rig.service.knowledge;
  const [where] = places.where('75018');
  if (!where) throw new Error('no such place');
  const [near] = places.near({ where, need: 'papers', at: rig.service.clock.now, skip: 0, take: 1 });
  if (!near) throw new Error('no place near');
  return { id: near.place.id, spot: where.id, name: near.place.name.text };
}

describe('weight', () => {
  test('of every sheet in every language: under 14 kB on the wire, with everything', async () => {
    const { knowledge } = rig.service;
    const place = aPlace();
    const weights: { sheet: string; lang: string; bytes: number }[] = [];
    for (const sheet of THEMES.flatMap((theme) => knowledge.sheets(theme))) {
      const path = await linkOf(sheet, { place });
      for (const lang of Object.keys(texts)) {
        // A minute later: one address may not ask much faster.
        const bytes = (
          await rig.service.app.inject({
            url: `${path}?l=${lang}`,
            remoteAddress: `10.0.${weights.length >> 8}.${weights.length & 255}`,
          })
        ).rawPayload.length;
        weights.push({ sheet, lang, bytes });
      }
    }
    const heaviest = weights.sort((a, b) => b.bytes - a.bytes)[0] as (typeof weights)[number];
    const path = await linkOf(heaviest.sheet, { place });
    const all = await wire(`${path}?l=${heaviest.lang}`);
    expect(all.toString('utf8')).toMatch(/^HTTP\/1.1 200/);
    expect(all.length).toBeLessThan(LIGHT);
  });

  test('it asks for nothing else: no script, no image, no other file', async () => {
    const asked: string[] = [];
    const listen = (request: { url(): string }) => void asked.push(request.url());
    page.on('request', listen);
    const path = await linkOf('carte-identite-perdue');
    await page.goto(`${rig.service.url}${path}`, { waitUntil: 'networkidle0' });
    page.off('request', listen);
    // A browser asks by itself for an icon; the page names none.
    expect(asked.filter((url) => !url.endsWith('/favicon.ico'))).toEqual([`${rig.service.url}${path}`]);
    const html = await (await get(path)).text();
    expect(html).not.toMatch(/<script|<img|<link|@import|url\(|javascript:| on[a-z]+=/i);
  });
});

describe('the page', () => {
  test(
    'is sound: axe, 320 px, keyboard, paper; without scripts',
    async () => {
      const path = await linkOf('carte-identite-perdue', { place: aPlace() });
      await page.goto(`${rig.service.url}${path}`);
      await sound(page, 'guidance');
      await page.goto(`${rig.service.url}${path}?l=en`);
      await sound(page, 'guidance-en');
      expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    },
    LONG,
  );

  test('has the sheet, the place, numbers to touch, the source with its edition, and its end', async () => {
    const place = aPlace();
    const path = await linkOf('carte-identite-perdue', { place });
    const html = await (await get(path)).text();
    for (const told of [
      'Carte d&#39;identité perdue',
      'Une photo de moins de 6 mois',
      place.name,
      'href="tel:3400"',
    ])
      expect(html.replaceAll("d'", 'd&#39;')).toContain(told);
    expect(html).toMatch(/href="tel:0?199000000"|href="tel:0199000000"/);
    expect(html).toContain('href="https://www.service-public.gouv.fr/particuliers/vosdroits/F1344"');
    expect(html).toContain('(11/2020)');
    expect(html).toMatch(/Cette page s(&#39;|')efface le \d+ \p{L}+ 20\d\d\./u);
  });

  test('is nobody’s: neither the person, the mediator, the note nor the word is in it, and no engine keeps it', async () => {
    const to = rig.fresh();
    const note = 'Pensez aux deux photos';
    const { link } = await rig.send(to, { note, by: 'Zenobie', sheet: 'ivg', word: 'soleil' });
    const answer = await get(pathOf(link));
    expect(answer.status).toBe(200);
    const html = await answer.text();
    for (const personal of [note, 'Zenobie', 'soleil', to, to.slice(3), '0639', SONIA.author])
      expect(html).not.toContain(personal);
    expect(answer.headers.get('x-robots-tag')).toContain('noindex');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(html).toContain('<meta name="robots" content="noindex"');
  });

  test('says to the desk that it was opened, by who reads it alone', async () => {
    const path = await linkOf('carte-identite-perdue');
    await get(path, { method: 'HEAD' });
    expect((await rig.status()).marks).not.toContain('Page ouverte');
    await get(path);
    expect((await rig.status()).marks).toContain('Page ouverte');
  });

  test('expired, cancelled, unknown and nonsense are told alike', async () => {
    const to = rig.fresh();
    const gone = await linkOf('carte-identite-perdue');
    const { id, link } = await rig.send(to, { at: rig.service.clock.now + DAY });
    await rig.service.guidance.cancel(id, SONIA);
    const capitals = gone.replace(/[a-z0-9]+$/, (code) => code.toUpperCase());
    expect((await get(capitals)).status).toBe(200);
    rig.service.clock.now += 31 * DAY;
    const told = [gone, pathOf(link), '/g/2222222222', '/g/x', '/g/%00', '/g/..%2f..'].map(async (path) => {
      const answer = await get(path);
      return `${answer.status} ${(await answer.text()).replace(/\s+/g, ' ')}`;
    });
    expect(new Set(await Promise.all(told)).size).toBe(1);
    expect((await get(gone)).status).toBe(404);
  });
});
