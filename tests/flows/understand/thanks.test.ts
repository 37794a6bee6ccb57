import { describe, expect, it, test } from 'vitest';
import { en, fr, meant, sheet } from './hearing.ts';

describe('thanks and greetings', () => {
  test.each([
    ...[
      'merci',
      'Merci beaucoup !',
      'ok merci',
      'merci madame',
      'bonne journée',
      'au revoir',
      'ok',
      '👍',
      '🙏🏾',
    ],
    ...['thank you', 'ok thanks', 'thanks a lot', 'bye', 'got it'],
  ])('%s is thanks', (text) => {
    expect(meant(sheet, text)).toBe('thanks');
  });
  test.each(['bonjour', 'Bonjour Madame', 'slt', 'coucou', 'hello', 'good morning', '!!', '…'])(
    '%s is a greeting',
    (text) => {
      expect(meant(sheet, text)).toBe('hello');
    },
  );
  it('takes every politeness away at both ends, and nothing else', () => {
    for (const polite of [...fr.words.polite, ...en.words.polite]) {
      expect(meant(sheet, `${polite} menu`), polite).toBe('global menu');
      expect(meant(sheet, `menu, ${polite}`), polite).toBe('global menu');
    }
  });
});
