/** What one text may hold: the answer comes first, and what it leaves no room for comes next. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Prompt } from '../../flows/flow.ts';
import { type Page, paginate, previousPage, START, showPage } from '../../flows/paging.ts';
import { texts } from '../../flows/texts/index.ts';
import { compose, fitsSms } from '../../src/channels/sms/compose.ts';
import type { World } from '../../src/conversation/world.ts';
import { segments } from '../../src/text/segments.ts';
import { GUIANA, makeWorld, person } from './person.ts';

const fr = texts.fr as NonNullable<(typeof texts)['fr']>;
const LONG = 'Une réponse qui prend presque toute la place. '.repeat(3).trim();
const option = (text: string) => ({ label: { text }, event: { type: 'GO', text } });
const prompt: Prompt = {
  lines: [{ text: LONG }],
  options: ['Premier choix', 'Deuxième choix', 'Troisième choix', 'Quatrième choix'].map(option),
};
const fits = (shown: Parameters<typeof fitsSms>[0]) => fitsSms(shown, fr, GUIANA);
const textOf = (page: Page) => compose(showPage(prompt, 'sms', page), fr);

describe('one segment', () => {
  test('holds the answer; its choices come on the next page, and back leads to it', () => {
    const first = paginate(prompt, 'sms', START, fits);
    expect(compose(first, fr)).toBe(`${LONG}\n1 Suite`);
    expect(first.next).toBe('1');
    expect(first.options).toEqual([]);
    // The same page again has the same keys.
    expect(textOf(first.page)).toBe(`${LONG}\n1 Suite`);
    const second = paginate(prompt, 'sms', { ...START, from: first.page.to }, fits);
    expect(compose(second, fr)).toBe(
      '1 Premier choix\n2 Deuxième choix\n3 Troisième choix\n4 Quatrième choix',
    );
    expect(second.next).toBeUndefined();
    expect(textOf(second.page)).toBe(compose(second, fr));
    const back = previousPage(prompt, 'sms', second.page, fits);
    expect(back && compose(paginate(prompt, 'sms', back, fits), fr)).toBe(`${LONG}\n1 Suite`);
    expect(previousPage(prompt, 'sms', first.page, fits)).toBeUndefined();
  });

  test('what is said behind a page is counted, and said with the first one', () => {
    const short: Prompt = {
      ...prompt,
      lines: [{ text: 'Un.' }, { text: 'Deux.' }],
      options: [option('Oui')],
    };
    const after = [{ text: 'Pour reprendre : RETOUR.' }];
    const shown = paginate(short, 'sms', START, fits, [], after);
    expect(compose(shown, fr)).toBe('Un.\nDeux.\nPour reprendre : RETOUR.\n1 Oui');
    // It is no line of the question: the page that is kept does not count it.
    expect(shown.page).toEqual({ ...START, to: 2 });
    expect(textOf(shown.page)).toContain(LONG.slice(0, 10));
  });
});

describe('two segments', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
  });

  test.each([
    'je veux mourir, et je veux le rsa',
    'mon mari me frappe, je cherche un avocat gratuit',
    'je suis à la rue, je veux une adresse',
  ])('hold the numbers for a danger and the beginning of an answer: %s', (said) => {
    const { words, told } = person(world, 'sms').says(said);
    expect(told.shown.before.length).toBeGreaterThan(0);
    expect(segments(words).count, words).toBeLessThanOrEqual(2);
  });
});
