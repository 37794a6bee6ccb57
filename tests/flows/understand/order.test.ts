import { describe, expect, it, test } from 'vitest';
import { line } from '../../../flows/flow.ts';
import type { Shown } from '../../../flows/paging.ts';
import { DANGER, ears, knowledge, meant, PAPERS, sheet, shown, WORDS } from './hearing.ts';

describe('the order: opt-out, danger, command, offered answer, open text, search, miss', () => {
  const open = shown({ options: [PAPERS], ask: WORDS });
  test.each([
    // The reader of dangers would hear nothing else.
    [sheet, 'STOP', 'global optOut'],
    [sheet, 'il me frappe', 'danger violence, miss unknown'],
    [open, 'il me frappe', 'danger violence, event SAID il me frappe'],
    [open, 'papiers', 'event PAPERS'],
    [open, '1', 'event PAPERS'],
    [open, 'aide', 'global help'],
    [open, 'le rsa', 'event SAID le rsa'],
    [open, '7', 'event SAID 7'],
    [open, '75011', 'event SAID 75011'],
    [sheet, 'le rsa', 'question'],
    [sheet, 'xkcd', 'miss unknown'],
    [sheet, '', 'miss empty'],
    [sheet, '  \n', 'miss empty'],
    // Names that every object has.
    [sheet, 'constructor', 'miss unknown'],
    [sheet, 'toString', 'miss unknown'],
  ])('%#: %s', (s, text, meaning) => {
    expect(meant(s as Shown, text as string)).toBe(meaning);
  });

  it('hears no danger in the name of an answer that we offered, written or said', () => {
    const square = { label: line('On frappe ici', 'Là où on frappe'), event: { type: 'HERE' } };
    const asked = shown({ options: [square], ask: WORDS });
    expect(meant(asked, 'on frappe ici')).toBe('event HERE');
    expect(meant(asked, 'Là où on frappe')).toBe('event HERE');
    expect(meant(asked, 'on me frappe ici')).toBe('danger violence, event HERE');
  });

  it('lets a command be the danger itself', () => {
    const alarm = { ...knowledge, danger: () => DANGER };
    expect(meant(sheet, 'aidez moi', { ...ears, knowledge: alarm })).toBe('danger violence, global help');
    expect(meant(sheet, 'arret', { ...ears, knowledge: alarm })).toBe('global optOut');
  });
});
