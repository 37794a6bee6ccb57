import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Geography } from '../../../src/knowledge/geo/index.ts';
import { geography as realGeography } from '../../support/library.ts';

let geography: Geography;
beforeAll(async () => {
  geography = await realGeography();
});

const first = (text: string) => geography.where(text)[0];

/** What people write → the place, sure. */
const CLEAR: readonly (readonly [string, string])[] = [
  ['75018', 'p:75018'],
  ['93 200', 'p:93200'],
  ['9 3 2 0 0', 'p:93200'],
  ['93066', 'c:93066'],
  ['insee 97411', 'c:97411'],
  ['2A004', 'c:2A004'],
  ['75018 paris', 'c:75118'],
  ['paris 75018', 'c:75118'],
  ['93200 st denis', 'c:93066'],
  ['Paris', 'c:75056'],
  ['paris 18', 'c:75118'],
  ['paris 18e', 'c:75118'],
  ['Paris 18 ème arrondissement', 'c:75118'],
  ['paris dix-huitième', 'c:75118'],
  ['paris20', 'c:75120'],
  ['dans le 18e', 'c:75118'],
  ['marseille 3e', 'c:13203'],
  ['marseile 15', 'c:13215'],
  ['lyon 3eme', 'c:69383'],
  ['lyon premier', 'c:69381'],
  ["j'habite a bobigny", 'c:93008'],
  ['bobigni', 'c:93008'],
  ['vers Rennes', 'c:35238'],
  ['je cherche un lieu pres de la gare de rennes svp', 'c:35238'],
  ['12 rue de la paix bobigny', 'c:93008'],
  ['3 avenue de paris, versailles', 'c:78646'],
  ['toulose', 'c:31555'],
  ['strassbourg', 'c:67482'],
  ['monpelier', 'c:34172'],
  ['bordo', 'c:33063'],
  ['mulouse', 'c:68224'],
  ['kremlin bicetre', 'c:94043'],
  ['champigny/marne', 'c:94017'],
  ['aulnay s bois', 'c:93005'],
  ['st denis s/ loire', 'c:41206'],
  ["L'Haÿ-les-Roses", 'c:94038'],
  ['l hay les roses', 'c:94038'],
  ['au havre', 'c:76351'],
  ['mans', 'c:72181'],
  ['aux lilas', 'c:93045'],
  ['Levallois', 'c:92044'],
  ['courcouronnes', 'c:91228'],
  ['annecy le vieux', 'c:74010'],
  ['cergy pontoise', 'c:95127'],
  ['rennes cedex 9', 'c:35238'],
  ['st denis 93', 'c:93066'],
  ['saint denis la reunion', 'c:97411'],
  ['montreuil 62', 'c:62588'],
  ['valence drome', 'c:26362'],
  ['93', 'd:93'],
  ['dans le 93', 'd:93'],
  ['2a', 'd:2A'],
  ['974', 'd:974'],
  ['seine saint denis', 'd:93'],
  ['la reunion', 'd:974'],
  ['Martinique', 'd:972'],
  ['fort de france', 'c:97209'],
  ['cayene', 'c:97302'],
  ['pointe à pitre', 'c:97120'],
  ['mamoudzou', 'c:97611'],
  ['saint pierre et miquelon', 'd:975'],
  ['nouméa', 'c:98818'],
  ['97150', 'p:97150'],
  ['soixante quinze zero dix huit', 'p:75018'],
  ['trente-cinq mille', 'p:35000'],
  ['neuf trois', 'd:93'],
  ['quatre vingt treize deux cents', 'p:93200'],
];

/** Several places: the person is asked. */
const DOUBTFUL: readonly (readonly [string, readonly string[]])[] = [
  ['st denis', ['c:97411', 'c:93066']],
  ['stdenis', ['c:97411', 'c:93066']],
  ['ste foy', ['c:85214', 'c:69202']],
  ['st ouen', ['c:93070']],
  ['saint pierre', ['c:97416', 'c:97225']],
  ['vienne', ['d:86', 'c:38544']],
  ['marseille 13', ['c:13213', 'c:13055']],
  ['corse', ['d:2A', 'd:2B']],
  ['20', ['d:2A', 'd:2B']],
  ['93000 saint denis', ['p:93000', 'c:93066']],
  ['35042 cedex', ['d:35']],
  ['1000', ['p:01000']],
];

const NOTHING = [
  '',
  ' ',
  'xyzzyx',
  'je ne sais pas',
  'bonjour',
  'merci',
  'oui',
  '5',
  '06 12 34 56 78',
  'bretagne',
  'ile de france',
  'tananarive',
  '00000',
  '🙂',
];

describe('where', () => {
  it.each(CLEAR)('%s is %s', (text, id) => {
    expect(first(text)).toMatchObject({ id, sure: true });
  });

  it.each(DOUBTFUL)('%s is asked about', (text, ids) => {
    const found = geography.where(text);
    expect(found.map(({ id }) => id)).toEqual(expect.arrayContaining([...ids]));
    expect(found[0]?.id).toBe(ids[0]);
    expect(found.some(({ sure }) => sure)).toBe(false);
  });

  it.each(NOTHING)('"%s" is nowhere', (text) => {
    expect(geography.where(text)).toEqual([]);
  });

  it('says what a place is', () => {
    expect(first('97400')).toMatchObject({
      kind: 'postal',
      name: 'Saint-Denis',
      department: '974',
      departmentName: 'La Réunion',
      zone: 'Indian/Reunion',
      postal: '97400',
      insee: '97411',
    });
    expect(first('pierrefitte sur seine')).toMatchObject({ id: 'c:93066', said: 'Pierrefitte-sur-Seine' });
  });

  it('gives at most four, the first alone sure, each found again by its id', () => {
    const words = [
      'saint',
      'st',
      'la',
      'sur',
      'seine',
      'paris',
      '18',
      'denis',
      'foy',
      '75018',
      'cedex',
      'le',
      'mans',
      'a',
    ];
    const text = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.array(fc.constantFrom(...words), { maxLength: 7 }).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(text, (said) => {
        const found = geography.where(said);
        expect(found.length).toBeLessThanOrEqual(4);
        expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
        found.forEach((guess, at) => {
          if (at > 0) expect(guess.sure).toBe(false);
          const { sure: _, said: __, ...place } = guess;
          expect(geography.at(guess.id)).toEqual(place);
        });
        expect(geography.where(said)).toEqual(found);
      }),
      { numRuns: 200 },
    );
  });
});

describe('communes of a place', () => {
  it('are those of a postal code by population, and a city after its districts', () => {
    expect(geography.communes('p:75018')).toEqual(['75118', '75056']);
    expect(geography.communes('c:93066')).toEqual(['93066']);
    expect(geography.communes('p:01400').length).toBeGreaterThan(1);
    expect(geography.communes('d:93')).toEqual([]);
    expect(geography.communes('c:nowhere')).toEqual([]);
  });
});
