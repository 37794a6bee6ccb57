/** What is asked of every page, in a real browser: no barrier that axe sees, 320 px, a keyboard alone, paper. */
import { mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';

const AXE = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const WIDTHS = [320, 1280];
/** Pictures of the pages that were checked, to be looked at. */
export const PICTURES = join(tmpdir(), 'relais-pages');

/** Rules that the page that is open breaks, with the places. A long run's rule that is about a whole page is one too. */
export async function axe(page: Page): Promise<readonly string[]> {
  await page.evaluate(`${AXE};0`);
  const found = (await page.evaluate('axe.run()')) as {
    violations: { id: string; nodes: { target: string[] }[] }[];
  };
  return found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
}

/** Every link, field and button that is shown can be reached by Tab, and shows that it is. */
export async function keyboard(page: Page): Promise<readonly string[]> {
  const wanted = (await page.evaluate(`(() => {
    const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')];
    // A radio group is one stop.
    const groups = new Set();
    return all.filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.disabled && !(e.type === 'radio' && (groups.has(e.name) || !groups.add(e.name))))
      .map((e, i) => (e.dataset.stop = String(i), e.outerHTML.slice(0, 80)));
  })()`)) as string[];
  const reached = new Set<number>();
  const dim: string[] = [];
  await page.evaluate('document.activeElement?.blur(); scrollTo(0, 0)');
  for (let i = 0; i < wanted.length * 3 + 5 && reached.size < wanted.length; i += 1) {
    await page.keyboard.press('Tab');
    const at = (await page.evaluate(`(() => {
      const e = document.activeElement;
      const s = getComputedStyle(e);
      const group = e.type === 'radio' ? document.querySelector('input[name="' + e.name + '"][data-stop]') : e;
      return { stop: Number(group?.dataset.stop ?? -1), shown: s.outlineStyle !== 'none' || s.boxShadow !== 'none' || s.textDecorationLine !== 'none' };
    })()`)) as { stop: number; shown: boolean };
    if (at.stop >= 0 && !at.shown && !reached.has(at.stop)) dim.push(`no focus seen: ${wanted[at.stop]}`);
    if (at.stop >= 0) reached.add(at.stop);
  }
  return [...wanted.filter((_, i) => !reached.has(i)).map((w) => `not reached: ${w}`), ...dim];
}

/** Checks the page that is open at both widths, by keyboard and on paper; keeps its pictures under `name`. */
export async function sound(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  for (const width of WIDTHS) {
    await page.setViewport({ width, height: 800 });
    expect({ page: name, width, axe: await axe(page) }).toEqual({ page: name, width, axe: [] });
    const wide = await page.evaluate('document.documentElement.scrollWidth');
    expect({ page: name, width, wide: Number(wide) <= width }).toEqual({ page: name, width, wide: true });
    await page.screenshot({ path: join(PICTURES, `${name}-${width}.png`), fullPage: true });
  }
  expect({ page: name, keyboard: await keyboard(page) }).toEqual({ page: name, keyboard: [] });
  await page.emulateMediaType('print');
  const printed = (await page.evaluate('document.querySelector("main").innerText.trim().length')) as number;
  expect({ page: name, printed: printed > 0 }).toEqual({ page: name, printed: true });
  await page.screenshot({ path: join(PICTURES, `${name}-print.png`), fullPage: true });
  await page.emulateMediaType('screen');
}
