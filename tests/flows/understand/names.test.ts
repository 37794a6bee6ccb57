import { describe, expect, it, test } from 'vitest';
import { english, hearing, meant, sheet } from './hearing.ts';

describe('the names of answers', () => {
  test.each([
    ['papiers', 'PAPERS'],
    ['les papiers à apporter', 'PAPERS'],
    ['quels papiers il faut', 'PAPERS'],
    ['de quoi j’ai besoin', 'PAPERS'],
    ['combien sa coute', 'COST'],
    ['c combien', 'COST'],
    ['PRIX', 'COST'],
    ['le prix et le délai', 'COST'],
    ['quel numéro', 'CALL'],
    ["c'est quoi le numero svp", 'CALL'],
    ['qui appeler ?', 'CALL'],
    ["c'est où", 'WHERE'],
    ['où dois je aller', 'WHERE'],
  ])('%s → %s', (text, event) => {
    expect(meant(sheet, text)).toBe(`event ${event}`);
  });
  test.each([
    ['papers', 'PAPERS'],
    ['what papers do I need?', 'PAPERS'],
    ['what do i bring', 'PAPERS'],
    ['how much does it cost', 'COST'],
    ['how long', 'COST'],
    ['who do i call', 'CALL'],
    ['phone number pls', 'CALL'],
    ['where do i go', 'WHERE'],
    ['how do i do it', 'STEPS'],
    ['what to do', 'STEPS'],
  ])('%s → %s, in English', (text, event) => {
    expect(meant(english, text, hearing('en'))).toBe(`event ${event}`);
  });

  it('does not take a longer question for one of its words', () => {
    expect(meant(sheet, 'papiers pour le logement de mon fils')).toBe('question');
    expect(meant(sheet, 'prix du permis bateau')).toBe('miss unknown');
  });
});
