import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRules } from '../../../src/knowledge/hours/grammar.ts';
import { franceServicesHours, readFrenchHours } from '../../../src/knowledge/hours/index.ts';
import { franceServicesRows } from './real-hours.ts';

describe('hours in French', () => {
  it.each([
    ['Lundi au vendredi : 9h-12h / 14h-17h', 'Mo-Fr 09:00-12:00,14:00-17:00'],
    [
      'du lundi au vendredi de 9h à 12h et de 14h à 17h30, le samedi de 9h à 12h',
      'Mo-Fr 09:00-12:00,14:00-17:30; Sa 09:00-12:00',
    ],
    ['Lundi 9:00-12:00 ; mardi, jeudi 14h00 - 17h', 'Mo 09:00-12:00; Tu,Th 14:00-17:00'],
    ['Ouvert les mardis et jeudis de 13 h 30 à 17 heures', 'Tu,Th 13:30-17:00'],
    ['mar. 9h – midi', 'Tu 09:00-12:00'],
    ['Tous les jours 9h-18h sauf jours fériés', 'Mo-Su 09:00-18:00; PH off'],
    ['du lundi au vendredi 9h-17h. Fermé le mercredi', 'Mo-Fr 09:00-17:00; We off'],
    ['24h/24 7j/7', '24/7'],
  ])('%s', (text, hours) => {
    expect(readFrenchHours(text)).toEqual({ hours });
  });

  it.each([
    'mardi matin sur rendez-vous',
    '9h-12h',
    'fermé le mercredi',
    'lundi - mardi - mercredi : 9h-12h',
    'Horaires d’été : 10h-12h30 du lundi au vendredi',
    'lundi 17h-9h',
    'Se renseigner en mairie',
  ])('%s is handed on as it is', (comment) => {
    expect(readFrenchHours(comment)).toEqual({ comment });
  });

  it('keeps what corrects the hours beside them', () => {
    const text = 'Mardi 9h-12h, sur rendez-vous';
    expect(readFrenchHours(text)).toEqual({ hours: 'Tu 09:00-12:00', comment: text });
    expect(readFrenchHours('Samedi 9h-12h le 1er samedi du mois').comment).toBeDefined();
  });

  it('never throws, and writes what our own form reads', () => {
    const words = fc.constantFrom(
      ...'lundi mardi au 9h 12h30 à 14h - / , ; et fermé sauf jours fériés rdv 7j/7'.split(' '),
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (all) => {
        const { hours, comment } = readFrenchHours(all.join(' '));
        if (hours !== undefined) expect(parseRules(hours)).toBeDefined();
        if (all.length > 0) expect(hours ?? comment).toBeDefined();
      }),
    );
  });
});

describe('hours of the France Services list', () => {
  it('are a day a column, with the comment beside', () => {
    expect(
      franceServicesHours({
        h_lundi: '13:30 - 17:00',
        h_mardi: '09:00 - 12:00 / 13:30 - 17:00',
        h_mercredi: '00:00 - 00:00 / 09:00 - 12:00',
        h_jeudi: '09:00 - 12:00 / 13:30 - 17:00',
        h_vendredi: '09:00 - 12:00 / 09:00 - 12:00',
        h_samedi: '',
        commentaire: 'Fermeture\\x20chaque\r\n1er mardi',
      }),
    ).toEqual({
      hours: 'Mo 13:30-17:00; Tu,Th 09:00-12:00,13:30-17:00; We,Fr 09:00-12:00',
      comment: 'Fermeture chaque 1er mardi',
    });
    expect(franceServicesHours({ commentaire: '.' })).toEqual({});
  });

  it('claim nothing where a cell contradicts itself', () => {
    expect(
      franceServicesHours({ h_lundi: '09:00 - 12:00 / 09:00 - 17:00', h_mardi: '09:00 - 12:00' }),
    ).toEqual({
      hours: 'Tu 09:00-12:00',
      comment: 'lundi 09:00 - 12:00 / 09:00 - 17:00',
    });
  });

  const rows = franceServicesRows();
  it.runIf(rows.length > 0)('all read, in full', () => {
    const read = rows.map((row) => franceServicesHours(row));
    const count = (part: (written: (typeof read)[number]) => unknown) => read.filter(part).length;
    console.info(
      `${rows.length} places: ${count(({ hours }) => hours)} with hours, ${count(({ comment }) => comment)} with a comment, ` +
        `${count(({ hours, comment }) => hours && !comment)} that may be called open`,
    );
    for (const { hours } of read) if (hours) expect(parseRules(hours)).toBeDefined();
    expect(count(({ hours }) => hours)).toBeGreaterThan(0.97 * rows.length);
  });
});
