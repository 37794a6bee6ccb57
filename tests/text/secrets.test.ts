import { describe, expect, test } from 'vitest';
import { maskSecrets } from '../../src/text/secrets.ts';

describe('what nobody should send', () => {
  test.each([
    ['ma carte 4970 1012 3456 7890', 'ma carte [efface]'],
    ['4970101234567890', '[efface]'],
    ['mon numéro de sécu 1 85 05 78 006 084 36 svp', 'mon numéro de sécu [efface] svp'],
    ['2850578006084', '[efface]'],
    ["mon mdp c'est Soleil75 merci", "mon mdp c'est [efface] merci"],
    ['code pin: 4821', 'code pin: [efface]'],
    ['my password is hunter2', 'my password is [efface]'],
    ['FR76 3000 6000 0112 3456 7890 189', '[efface]'],
  ])('%s', (text, masked) => {
    expect(maskSecrets(text)).toEqual({ text: masked, found: true });
  });

  test.each([
    'g perdu ma carte didentite',
    '75018',
    '06 39 98 01 01',
    '+33 6 39 98 01 01',
    "j'ai oublié mon mot de passe ameli",
    'mot de passe perdu',
    'code postal 93200',
    "j'habite 12 rue des 2 ponts 69003 lyon",
    'le 12/03/2024 à 14h30',
    'aide au logement APL 2026',
  ])('%s is left alone', (text) => {
    expect(maskSecrets(text)).toEqual({ text, found: false });
  });
});
