import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortAddress } from '../../../src/knowledge/places/address.ts';
import { calmName, LONGEST_NAME, shortName } from '../../../src/knowledge/places/short-name.ts';

describe('a short name', () => {
  it.each([
    ['France services de Valserhône', 'France services de Valserhône'],
    ['France services La Poste de Saint-Trivier-de-Courtes', 'La Poste Saint-Trivier-de-Courtes'],
    ["France services de L'Hôpital-Folschviller - Antenne de Folschviller", 'France services Folschviller'],
    ['France services multisites Sud-Hérault - Site de Quarante', 'France services Quarante'],
    ['France services Marseille 2ème - Panier', 'France services Marseille 2ème'],
    ['France services Saint-Jean-en-Royans', 'Saint-Jean-en-Royans'],
    ['France services de la sous-préfecture de Fontainebleau', 'Sous-préfecture de Fontainebleau'],
    ['Bus France services Thiérache Sambre et Oise', 'Thiérache Sambre et Oise'],
    ['COMMUNE D AIX EN PROVENCE', "Commune d'Aix en Provence"],
    ['CCAS DE MIRAMAS', 'CCAS de Miramas'],
    ['Centre Social Associatif Planete Champsaur valgo - St-Firmin', 'Centre Social Associatif Planete'],
    ['CCAS', 'CCAS'],
    ['x'.repeat(50), 'X'.padEnd(34, 'x')],
  ])('of %s is %s', (name, short) => {
    expect(shortName(name)).toBe(short);
  });

  it('is never empty nor too long, and cuts no word where there are several', () => {
    const word = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'abcdéèA-'.split('')) });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
        const short = shortName(words.join(' '));
        expect(short.length).toBeGreaterThan(0);
        expect(short.length).toBeLessThanOrEqual(LONGEST_NAME);
        const plain = (text: string) => text.toLowerCase();
        const whole = plain(calmName(words.join(' '))).split(' ');
        if (whole.length > 1 && short.includes(' ')) {
          expect(whole.join(' ')).toContain(plain(short.split(' ').at(-1) as string));
        }
      }),
    );
  });
});

describe('a short address', () => {
  it.each([
    ['5-9 Rue des Papetiers', '01200', 'Valserhône', '5-9 Rue des Papetiers'],
    ['2 Passage du Rempart 04140 Seyne', '04140', 'Seyne', '2 Passage du Rempart'],
    ['12 BIS RUE DE LECLERCQ', '51100', 'Reims', '12 Bis Rue de Leclercq'],
    ['1 rue de la Paix, Martigues', '13500', 'Martigues', '1 rue de la Paix'],
    [
      '124 Boulevard du Général de Gaulle Bâtiment Sud',
      '31000',
      'Toulouse',
      '124 bd du gal de Gaulle bât. Sud',
    ],
    ['', '75001', 'Paris', ''],
  ])('of %s is short', (written, postal, commune, short) => {
    expect(shortAddress(written, postal, commune)).toBe(short);
  });
});
