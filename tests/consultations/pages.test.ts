/** The public pages of consultations, in a real browser and for programs. */
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../support/browser.ts';
import { exampleDraft } from '../support/consultation.ts';
import { sound } from '../support/pages.ts';
import { startTest, type TestService } from '../support/service.ts';

let service: TestService;
let browser: Browser;
let page: Page;
const LONG = 60_000;
/** Answers to the questions of the example, as people text them. */
const VOTES = [
  ['oui', '2', '1 3', '4', '2 1 3', '5 3 2', 'un banc'],
  ['oui', '2', '2', '5', '1 2 3', '10 0 0', 'passer'],
  ['non', '1', 'jouer, lire', '1', 'passer', '0 0 9', 'des lampes'],
];

beforeAll(async () => {
  service = await startTest();
  browser = await launch();
  page = await browser.newPage();
  await page.setJavaScriptEnabled(true);
  await service.desk.open(exampleDraft());
  for (const [i, answers] of VOTES.entries()) {
    service.clock.now += 86_400_000;
    for (const said of ['square', '1', ...answers, '1']) {
      service.clock.now += 60_000;
      await service.provider.text(`+3363998200${i}`, said);
    }
  }
}, LONG);
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

const get = (path: string, accept = 'text/html') => fetch(`${service.url}${path}`, { headers: { accept } });
const visit = async (path: string) => {
  const answer = await page.goto(`${service.url}${path}`, { waitUntil: 'load' });
  return answer?.status();
};

test(
  'while it is open, only participation is to be known',
  async () => {
    const json = (await (await get('/consultations/square-2026.json')).json()) as object;
    expect(json).toEqual({ slug: 'square-2026', status: 'open', ballots: 3, questions: [] });
    expect(await (await get('/consultations/square-2026.csv')).text()).toBe('question,type,option,count\r\n');
    expect(await visit('/consultations/square-2026')).toBe(200);
    const words = (await page.evaluate('document.body.innerText')) as string;
    expect(words).toContain('3 votes');
    expect(words).toContain('SQUARE');
    expect(words).not.toMatch(/Oui|Centre/);
    await sound(page, 'consultation-open');
  },
  LONG,
);

test(
  'a receipt is checked without anybody, and says nothing more',
  async () => {
    const said = service.provider.thread('+33639982000').map((m) => m.body);
    const receipt = said.flatMap((body) => /Recu : ([\d ]+)\./.exec(body)?.[1] ?? []).at(-1) ?? '';
    for (const [typed, told] of [
      [receipt, 'Ce reçu est compté.'],
      ['12 3456 7890', 'n’est pas connu'],
      ['12', '10 chiffres'],
    ] as const) {
      expect(await visit('/consultations')).toBe(200);
      await page.type('#recu', typed);
      await Promise.all([page.waitForNavigation(), page.click('main button[type=submit]')]);
      const shown = (await page.evaluate(
        'document.querySelector("[role=status],[role=alert]").innerText',
      )) as string;
      expect(shown).toContain(told);
    }
    await sound(page, 'consultations');
  },
  LONG,
);

test(
  'closed: counts, charts and their tables, without a script',
  async () => {
    await service.desk.close('square-2026');
    expect(await (await get('/consultations/square-2026')).text()).not.toContain('<script');
    expect(await visit('/consultations/square-2026')).toBe(200);
    const charts = (await page.evaluate(
      '[...document.images].map((i) => ({ wide: i.naturalWidth, alt: i.alt.length > 20 }))',
    )) as object[];
    // Six questions that have a chart, and participation.
    expect(charts).toEqual(Array(7).fill({ wide: 360, alt: true }));
    const tables = (await page.evaluate(
      `[...document.querySelectorAll('table')].map((t) => [...t.tBodies[0].rows].map((r) => r.cells[0].innerText + ' ' + r.cells[1].innerText))`,
    )) as string[][];
    expect(tables.slice(0, 2)).toEqual([
      ['Oui 2', 'Non 1'],
      ['Entrée 1', 'Centre 2', 'Fond 0'],
    ]);
    expect(tables).toHaveLength(8);
    await sound(page, 'consultation-closed');
  },
  LONG,
);

test('for programs: JSON in its shape, CSV a spreadsheet can read', async () => {
  const json = (await (await get('/consultations/square-2026.json')).json()) as {
    questions: { id: string; type: string; results: { option: string; count: number }[]; blank: number }[];
  };
  expect(json).toMatchObject({ slug: 'square-2026', status: 'closed', ballots: 3 });
  expect(json.questions.map(({ id, results }) => [id, ...results.map((r) => r.count)])).toEqual([
    ['bancs', 2, 1],
    ['lieu', 1, 2, 0],
    ['usages', 2, 2, 1, 0],
    ['note', 1, 0, 0, 1, 1],
    ['ordre', 5, 5, 2],
    ['argent', 15, 3, 11],
    ['idee', 2],
  ]);
  const csv = await (await get('/consultations/square-2026.csv')).text();
  expect(csv).toContain('bancs,yesno,oui,2\r\nbancs,yesno,non,1\r\nbancs,yesno,,0\r\n');
  expect((await get('/consultations/none')).status).toBe(404);
  expect((await get('/consultations/square-2026.xml')).status).toBe(404);
});
