import { describe, expect, test } from 'vitest';
import type { Input } from '../../../flows/input.ts';
import type { Shown } from '../../../flows/paging.ts';
import { meant, sheet, shown, TEN } from './hearing.ts';

describe('what is not words', () => {
  const message = shown({ ask: { kind: 'message', event: 'WORDS', maxSeconds: 60 } });
  test.each<[string, Shown, Input, string]>([
    ['a call begins', sheet, { kind: 'call' }, 'call'],
    ['silence', sheet, { kind: 'silence' }, 'silence'],
    ['a picture', sheet, { kind: 'wordless', what: 'picture' }, 'miss picture'],
    ['nothing at all', sheet, { kind: 'wordless', what: 'empty' }, 'miss empty'],
    ['an end of a call put through', sheet, { kind: 'dialed', answered: true }, 'event DIALED'],
    ['a message', message, { kind: 'recording', id: 'RE1', seconds: 4 }, 'event WORDS RE1'],
    ['a message unasked', sheet, { kind: 'recording', id: 'RE1', seconds: 4 }, 'miss unheard'],
    ['speech', sheet, { kind: 'speech', text: 'Les papiers.', confidence: 0.9 }, 'event PAPERS'],
    ['unclear speech', sheet, { kind: 'speech', text: 'mmh bzz', confidence: 0.2 }, 'miss unheard'],
    ['a key', sheet, { kind: 'digits', digits: '2' }, 'event COST'],
    ['a key that is not offered', sheet, { kind: 'digits', digits: '5' }, 'miss choice'],
    ['no key', sheet, { kind: 'digits', digits: '' }, 'miss unheard'],
    ['0', sheet, { kind: 'digits', digits: '0' }, 'global help'],
    ['star', sheet, { kind: 'digits', digits: '*' }, 'global back'],
    ['hash', sheet, { kind: 'digits', digits: '#' }, 'global repeat'],
    ['8', sheet, { kind: 'digits', digits: '8' }, 'global slower'],
    ['9', sheet, { kind: 'digits', digits: '9' }, 'global menu'],
    ['ten keys', shown({ ask: TEN }), { kind: 'digits', digits: '0639980001' }, 'event NUMBER 0639980001'],
    ['too many', shown({ ask: TEN }), { kind: 'digits', digits: '06399800012' }, 'miss choice'],
    ['star in an entry', shown({ ask: TEN }), { kind: 'digits', digits: '0639*' }, 'global back'],
  ])('%s', (_, s, input, meaning) => {
    expect(meant(s, input)).toBe(meaning);
  });
});
