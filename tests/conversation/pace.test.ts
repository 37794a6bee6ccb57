/** Two machines that answer each other stop; somebody who floods is told once; a danger is always answered. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Pace, PER_DAY, PER_HOUR, paced, SAME } from '../../src/conversation/pace.ts';
import { startTest, type TestService } from '../support/service.ts';

const HOUR = 3_600_000;
const text = (words: string) => ({ kind: 'text' as const, text: words });

let service: TestService;
beforeAll(async () => {
  service = await startTest({ ABROAD_PER_DAY: '3' });
});
afterAll(() => service.stop());

/** What answers a text, a second after the one before. */
async function says(phone: string, words: string, gap = 1000): Promise<string | undefined> {
  service.clock.now += gap;
  const answers = await service.provider.text(phone, words);
  return answers[0]?.body;
}

describe('over the real service', () => {
  test('an answering machine gets a few answers, one last word, then none; its owner is heard again', async () => {
    const phone = '+33639980201';
    const robot = 'Bonjour, je suis absent, je vous rappelle bientot.';
    const answers: (string | undefined)[] = [];
    for (let n = 0; n < SAME + 4; n += 1) answers.push(await says(phone, robot));
    expect(answers.slice(0, SAME).every((a) => a !== undefined)).toBe(true);
    expect(answers[SAME]).toContain('Trop de messages');
    expect(answers.slice(SAME + 1)).toEqual([undefined, undefined, undefined]);
    expect(await says(phone, 'g perdu ma carte didentite')).toContain('carte');
  });

  test('a flood is told once and costs nothing more; danger and opt-out are answered; an hour later all is as before', async () => {
    const phone = '+33639980202';
    const answers: (string | undefined)[] = [];
    for (let n = 0; n < PER_HOUR + 5; n += 1) answers.push(await says(phone, n % 2 ? 'menu' : 'passeport'));
    expect(answers.filter((a) => a !== undefined)).toHaveLength(PER_HOUR + 1);
    expect(answers[PER_HOUR]).toContain('Trop de messages');
    expect(await says(phone, 'au secours mon mari me frappe')).toContain('17');
    expect(await says(phone, 'arret')).toContain('Entendu');
    expect(await says(phone, 'passeport')).toBeUndefined();
    expect(await says('+33639980203', 'passeport')).toContain('Passeport');
    expect(await says(phone, 'passeport', HOUR)).toContain('Passeport');
  });

  test('so many texts of another country are answered in a day, whatever the number; a danger always is', async () => {
    const numbers = Array.from({ length: 5 }, (_, n) => `+26932123${n}0`);
    const answers: (string | undefined)[] = [];
    for (const number of numbers) answers.push(await says(number, 'passeport'));
    expect(answers.map((a) => a !== undefined)).toEqual([true, true, true, false, false]);
    expect(await says('+2693212390', 'au secours mon mari me frappe')).toContain('17');
    expect(await says('+447400123456', 'passeport')).toContain('Passeport');
    expect(await says('+2693212300', 'passeport', 24 * HOUR)).toContain('Passeport');
  });

  test('pages of a long answer are turned as often as one likes', async () => {
    const phone = '+33639980204';
    for (let n = 0; n < 12; n += 1) expect(await says(phone, '1')).toBeDefined();
  });
});

test('whoever writes at a human pace and says different things is never cut', () => {
  const person = fc.array(
    fc.record({ gap: fc.integer({ min: 10 * 60_000, max: 5 * HOUR }), words: fc.string({ maxLength: 200 }) }),
    { minLength: 1, maxLength: 120 },
  );
  fc.assert(
    fc.property(person, (turns) => {
      let pace: Pace | null = null;
      let now = Date.UTC(2026, 0, 1);
      for (const [n, { gap, words }] of turns.entries()) {
        now += gap;
        const read = paced(pace, text(`${words} ${n}`), now);
        pace = read.pace;
        if (read.over !== 'no') return false;
      }
      return true;
    }),
  );
});

test('whatever is sent, no more than so many in a day are answered', () => {
  const flood = fc.array(fc.string({ maxLength: 40 }), { minLength: 5, maxLength: 8 });
  fc.assert(
    fc.property(flood, fc.integer({ min: 1, max: 120_000 }), (words, gap) => {
      let pace: Pace | null = null;
      let answered = 0;
      const from = Date.UTC(2026, 0, 1);
      for (let now = from, n = 0; now < from + 24 * HOUR && n < 2_000; now += gap, n += 1) {
        const read = paced(pace, text(words[n % words.length] ?? ''), now);
        pace = read.pace;
        if (read.over === 'no') answered += 1;
      }
      return answered <= PER_DAY;
    }),
    { numRuns: 40 },
  );
});
