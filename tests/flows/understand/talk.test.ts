import { describe, expect, it } from 'vitest';
import { ears, meant, shown } from './hearing.ts';

describe('who is there', () => {
  // On a sheet, "c'est combien" asks for its price.
  const menu = shown({ options: [] });
  it.each([
    ['c gratuit ?', 'talk free'],
    ["est-ce que c'est gratuit", 'talk free'],
    ['vous etes un robot', 'talk robot'],
    ['are you a robot', 'talk robot'],
    ['vous etes la caf ?', 'talk official'],
    ['qui lit mes messages', 'talk reads'],
    ['erreur de numéro désolé', 'talk wrong'],
    ['sorry wrong number', 'talk wrong'],
    ['bande de connards', 'talk insult'],
    ['CPF: votre compte expire, cliquez sur http://mon-compte-cpf.top/valider pour vos droits', 'talk scam'],
    ['pres de chez moi', 'near anywhere'],
    ['ou manger', 'near food'],
    // A right is a question, even with one of these words in it.
    ['rsa gratuit', 'question'],
  ])('%s → %s', (text, meaning) => {
    expect(meant(menu, text)).toBe(meaning);
  });

  it('a masked code is told off, whatever else was said', () => {
    expect(meant(menu, { kind: 'text', text: 'ma carte [efface]', secret: true })).toBe('secret');
  });

  it('fragments are read together', () => {
    expect(meant(menu, 'le r', { ...ears, fragment: 'comment' })).toBe('miss unknown');
    expect(meant(menu, 'xkcd', { ...ears, fragment: 'comment avoir le rsa' })).toBe('question');
    expect(meant(menu, 'xkcd', { ...ears, fragment: 'il me frappe' })).toBe('danger violence, miss unknown');
  });
});
