import { describe, expect, it, test } from 'vitest';
import { yesNo } from '../../../flows/flow.ts';
import { en, hearing, meant, no, question, shown, yes } from './hearing.ts';

describe('yes and no', () => {
  test.each([
    ...['oui', 'OUI !', 'ouais', 'ui', 'wé', 'ok', 'dac', "d'accord", 'c ça', 'oui merci', 'bien sûr', 'yes'],
    ...['1', '👍', '👍🏽', '👍👍', ' 👍🏿 👍🏿 ', '✅'],
  ])('%s is a yes', (text) => {
    expect(meant(question, text)).toBe('event YES');
  });
  test.each(['non', 'nan', 'NON MERCI', 'nn', 'pas du tout', '2', 'no', '👎', '👎🏻', '❌'])(
    '%s is a no',
    (text) => {
      expect(meant(question, text)).toBe('event NO');
    },
  );
  test.each([
    ['yes please', 'YES'],
    ['yeah', 'YES'],
    ["that's right", 'YES'],
    ['no thanks', 'NO'],
    ['nope', 'NO'],
    ['👎', 'NO'],
  ])('%s → %s, in English', (text, event) => {
    const asked = shown({ options: yesNo(en, yes, no) });
    expect(meant(asked, text, hearing('en'))).toBe(`event ${event}`);
  });
  it('reads no meaning into other signs, nor into mixed ones', () => {
    expect(meant(question, '🙂')).toBe('hello');
    expect(meant(question, '👍👎')).toBe('hello');
  });
});
