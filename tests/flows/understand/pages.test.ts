import { describe, expect, it, test } from 'vitest';
import { line } from '../../../flows/flow.ts';
import { START, showPage } from '../../../flows/paging.ts';
import { meant, shown } from './hearing.ts';

describe('pages', () => {
  const long = showPage({ lines: [line('a'), line('b')], options: [] }, 'sms', { ...START, to: 1 });
  const many = shown({
    options: 'abcdef'.split('').map((c) => ({ label: line(`choix ${c}${c}${c}`), event: { type: c } })),
  });
  test.each(['1', 'suite', 'Suite svp', 'la suite', 'ok', 'oui', '👍', 'next', 'more', 'un'])(
    '%s tells the rest',
    (text) => {
      expect(meant(long, text)).toBe('next');
    },
  );
  test.each(['4', 'suite', 'autres choix', 'more choices'])('%s offers the other answers', (text) => {
    expect(meant(many, text)).toBe('more');
  });
  it('knows answers that another page offers by their name', () => {
    expect(meant(many, 'choix eee')).toBe('event e');
  });
});
