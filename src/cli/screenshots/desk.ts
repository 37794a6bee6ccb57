/** Pictures of the desk for the guide of mediators: nobody in them is real, the numbers are those kept for fiction. */
import type { Browser, Page } from 'puppeteer-core';
import { enter } from '../../../tests/support/desk.ts';
import { onDuty } from '../../../tests/support/duty.ts';
import { MORNING, type TestService } from '../../../tests/support/service.ts';

const WIDE = 1280;
const NARROW = 320;
const TALLEST = 850;
const AWA = '+33639980012';
const DAY = 86_400_000;

/** Takes each page of the guide; `save` keeps a picture by name. */
export async function deskPictures(
  browser: Browser,
  service: TestService,
  save: (name: string, picture: Uint8Array) => void,
): Promise<void> {
  const mediator = await onDuty(service, 'Association exemple', []);
  await mediator.post('/console/compte/telephone', { phone: '06 39 98 00 90' });
  const page = await browser.newPage();
  // Boxes that are ticked, not about to be.
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await enter(page, service, mediator);
  const open = (path: string) => page.goto(`${service.url}${path}`);
  const press = (selector: string) => Promise.all([page.waitForNavigation(), page.click(selector)]);
  const take = async (name: string, width = WIDE) => save(name, await picture(page, width));

  await open('/console/guidage?q=perdu+carte+identite');
  await press('main li a');
  await page.type('input[name=to]', '06 39 98 00 12');
  await page.click('input[name=consent]');
  await page.type('input[name=note]', 'À mardi, au guichet 2.');
  await take('guidage');
  await press('main form button[type=submit]');
  await take('apercu');
  await take('apercu-320', NARROW);
  await press('form[action$="/envoyer"] button');
  await tick(service);
  await service.provider.text(AWA, '1');
  await mediator.post('/console/guidage/carte-vitale-perdue/envoyer', {
    ...{ to: '06 39 98 00 13', by: 'Sonia', lang: 'fr', consent: 'oui', date: '2026-01-16', time: '10:00' },
  });
  await open('/console/envois');
  await take('envois');

  for (const words of ['RAPPEL', '2', '93200', '2', '1']) {
    service.clock.now += 60_000;
    await service.provider.text('+33639980014', words);
  }
  await open('/console/rappels');
  await press('article form button');
  await take('rappels');

  await open('/console/rendez-vous/nouveau');
  await page.type('input[name=to]', '06 39 98 00 15');
  await page.evaluate(
    `document.querySelector('input[name=date]').value = '${new Date(MORNING + 5 * DAY).toISOString().slice(0, 10)}'`,
  );
  await page.evaluate(`document.querySelector('input[name=time]').value = '14:30'`);
  await page.type('input[name=place]', 'Mairie, guichet 2');
  await page.type('input[name=papers]', 'carte, justificatif de domicile');
  await page.evaluate(`document.querySelector('input[name=by]').value = 'Sonia'`);
  await page.click('input[name=consent]');
  await press('form[action$="/voir"] button');
  await take('rendez-vous');
  await open('/console/affiche');
  await take('affiche');
  await page.close();
}

async function tick(service: TestService): Promise<void> {
  await service.outbox.tick();
  await service.provider.settled();
}

/** The page from its top, no taller than what a guide can show. */
async function picture(page: Page, width: number): Promise<Uint8Array> {
  await page.setViewport({ width, height: 800 });
  await page.evaluate('document.activeElement?.blur(); scrollTo(0, 0)');
  const height = (await page.evaluate('document.documentElement.scrollHeight')) as number;
  return page.screenshot({ clip: { x: 0, y: 0, width, height: Math.min(height, TALLEST) } });
}
