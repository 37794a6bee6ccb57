/** A question that strangers read says nothing of who asked it. */
import { describe, expect, test } from 'vitest';
import { redact } from '../../src/text/redact.ts';

describe('what tells who it was is taken out', () => {
  test.each([
    ["bonjour je m'appelle Fatou Diallo je cherche un cours de natation", 'Diallo', 'cours de natation'],
    ['jmappelle karim benali et je veux un permis bateau', 'karim', 'permis bateau'],
    ['je mappelle karim benali et je veux un permis bateau', 'benali', 'permis bateau'],
    ['mon nom est traore, permis bateau svp', 'traore', 'permis bateau'],
    ['my name is John Smith and I want a boat licence', 'Smith', 'boat licence'],
    ['mme dupont veut un permis bateau', 'dupont', 'permis bateau'],
    ['permis bateau pour mon fils adam', 'adam', 'permis bateau'],
    ['permis bateau rappelez moi au 06 39 98 12 34', '98 12', 'permis bateau'],
    ['permis bateau rappelez moi au 0639981234', '0639981234', 'permis bateau'],
    ['permis bateau +33 6 39 98 12 34', '98', 'permis bateau'],
    ['permis bateau 06.39.98.12.34', '39', 'permis bateau'],
    ['permis bateau ecrivez a fatou.diallo@exemple.fr merci', 'fatou', 'permis bateau'],
    ['permis bateau ecrivez a fatou.diallo @ exemple.fr merci', 'fatou', 'permis bateau'],
    ['permis bateau j habite 12 bis rue des lilas a cote', 'lilas', 'permis bateau'],
    ['permis bateau a la residence les oiseaux bleus', 'oiseaux', 'permis bateau'],
    ['permis bateau pour Fatou a Villeneuve-la-Garenne', 'Fatou', 'permis bateau'],
    ['permis bateau pour Fatou a Villeneuve-la-Garenne', 'Villeneuve', 'permis bateau'],
    ['permis bateau je suis née le 3 mars 1984', '1984', 'permis bateau'],
    ['permis bateau né le 03/03/1984', '1984', 'permis bateau'],
    ['permis bateau dossier AB12345CD', '12345', 'permis bateau'],
    ['permis bateau 93200', '93200', 'permis bateau'],
    ['permis bateau sur www.exemple.org/fatou', 'fatou', 'permis bateau'],
    ['permis bateau mon code 4821', '4821', 'permis bateau'],
    ['permis bateau mon numero 1 84 03 75 116 123 45', '116', 'permis bateau'],
    ["permis bateau c'est Moussa qui demande", 'Moussa', 'permis bateau'],
  ])('%s', (text, secret, kept) => {
    const out = redact(text);
    expect(out).not.toContain(secret);
    expect(out).toContain(kept);
  });
});

test('acronyms, ages and ordinary words stay', () => {
  expect(redact('la CAF refuse mon dossier, 2 enfants, RSA coupé à 62 ans')).toBe(
    'la CAF refuse mon dossier, 2 enfants, RSA coupé à 62 ans',
  );
  expect(redact('je suis malade et mon mari est au chômage')).toBe(
    'je suis malade et mon mari est au chômage',
  );
});

test('of what is hardly a question nothing is kept', () => {
  for (const text of ['', '06 39 98 12 34', 'Fatou', "je m'appelle Fatou Diallo", '12 rue des lilas'])
    expect(redact(text)).toBe('');
  expect(redact(`permis bateau ${'bla '.repeat(100)}`).length).toBeLessThanOrEqual(160);
});
