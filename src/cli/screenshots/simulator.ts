/** The page at `/`: a conversation by text on one phone, by call on the other, as anybody sees it. */
import type { Browser, Page } from 'puppeteer-core';

const WIDTH = 1280;
const PATIENCE = 20_000;

const MOBILE = 'section:nth-of-type(1)';
const LANDLINE = 'section:nth-of-type(2)';

/** Waits until so many things have been told there. */
async function told(page: Page, list: string, count: number): Promise<void> {
  const items = `document.querySelectorAll(${JSON.stringify(`${list} > li`)}).length`;
  await page.waitForFunction(`${items} >= ${count}`, { timeout: PATIENCE });
}

async function text(page: Page, words: string, then: number): Promise<void> {
  await page.type(`${MOBILE} [data-text]`, words);
  await page.keyboard.press('Enter');
  await told(page, `${MOBILE} [data-thread]`, then);
}

/** The whole page, both phones having talked. */
export async function simulatorPicture(browser: Browser, url: string): Promise<Uint8Array> {
  const page = await browser.newPage();
  await page.setViewport({ width: WIDTH, height: 900 });
  await page.goto(url);
  await page.waitForFunction(`document.querySelector('#link')?.innerText === 'Prêt'`, { timeout: PATIENCE });
  await text(page, 'g perdu ma carte didentite', 2);
  await text(page, 'combien sa coute', 4);
  await page.click(`${LANDLINE} [data-act="call"]`);
  await told(page, `${LANDLINE} [data-heard]`, 1);
  await page.type(`${LANDLINE} [data-words]`, 'j’ai perdu ma carte');
  await page.keyboard.press('Enter');
  await told(page, `${LANDLINE} [data-heard]`, 3);
  // The last question and its answer together, rather than the end of the answer.
  await page.evaluate(
    `document.querySelector('${MOBILE} [data-thread] > li:nth-child(3)')?.scrollIntoView()`,
  );
  await page.evaluate('scrollTo(0, 0)');
  // No ring around what was typed in last: the picture shows the phones at rest.
  await page.evaluate('document.activeElement?.blur()');
  const picture = await page.screenshot({ fullPage: true });
  await page.close();
  return picture;
}
