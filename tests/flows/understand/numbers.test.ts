import { describe, expect, it, test } from 'vitest';
import { line } from '../../../flows/flow.ts';
import { meant, sheet, shown, TEN } from './hearing.ts';

describe('the numbers of answers', () => {
  test.each([
    ...[
      '1',
      '1.',
      '1)',
      '(1)',
      ' 1 ',
      '1️⃣',
      '①',
      '１',
      '١',
      'un',
      'Une',
      'le 1',
      'la 1ere',
      '1er',
      'le premier',
    ],
    ...[
      'numéro 1',
      'n°1',
      'option 1',
      'tapez 1',
      'je veux le 1',
      '1 svp',
      'bonjour 1 merci',
      'one',
      'the 1st',
    ],
  ])('%s is the first', (text) => {
    expect(meant(sheet, text)).toBe('event PAPERS');
  });
  test.each([
    ...[
      '2',
      'le 2',
      'deux',
      '2eme',
      '2ème',
      'la deuxième',
      'second',
      'Réponse 2',
      'c 2',
      '2️⃣',
      '2!!',
      'deuzieme',
    ],
    ...['two', 'number two please', 'I want 2', 'option two', '2nd'],
  ])('%s is the second', (text) => {
    expect(meant(sheet, text)).toBe('event COST');
  });

  test.each([
    ['3', 'miss choice'],
    ['la 3', 'miss choice'],
    ['12', 'miss choice'],
    ['0', 'global help'],
    ['*', 'global back'],
    ['#', 'global repeat'],
    ['17', 'miss emergency'],
    ['le 115', 'miss emergency'],
    ['39 19', 'miss emergency'],
    ['75011', 'miss postal'],
    ['75 011', 'miss postal'],
    ['75018', 'near p:75018'],
    ['06 39 98 00 01', 'miss phone'],
    ['+33639980001', 'miss phone'],
  ])('%s where no such answer is offered → %s', (text, meaning) => {
    expect(meant(sheet, text)).toBe(meaning);
  });

  it('reads digits that are asked for', () => {
    const ten = shown({ options: [{ label: line('Pas de mobile'), event: { type: 'NONE' } }], ask: TEN });
    expect(meant(ten, '06 39 98 00 01')).toBe('event NUMBER 0639980001');
    expect(meant(ten, 'c le 06.39.98.00.01')).toBe('event NUMBER 0639980001');
    expect(meant(ten, '1')).toBe('event NONE');
    expect(meant(ten, '0639')).toBe('miss choice');
    expect(meant(ten, 'pas de mobile')).toBe('event NONE');
  });
});
