/** The offices that are named: their numbers, their words, and the sheets that end with them. */

import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Body, type Knowledge, THEMES } from '../../flows/knowledge.ts';
import { readContent } from '../../src/knowledge/read.ts';
import { CONTENT } from '../../src/read-knowledge.ts';
import { fold } from '../../src/text/gsm7.ts';
import { longestSentence } from '../../src/text/readability.ts';
import { segments } from '../../src/text/segments.ts';
import { knowledge as realKnowledge } from '../support/library.ts';
import { build, file, library } from './content.ts';

let knowledge: Knowledge;
let facts: Record<string, { number?: string; dial?: string; cost?: string }>;
beforeAll(async () => {
  knowledge = await realKnowledge();
  const files = await readContent(CONTENT);
  facts = parse(files.find(({ path }) => path === 'bodies.yaml')?.text ?? '');
});
const all = (lang: string) => Object.keys(facts).map((id) => knowledge.body(id, lang) as Body);

describe('every office', () => {
  test('is dialled by the number that is said, where a call may be put through', () => {
    const dialled = all('fr').filter(({ dial }) => dial !== undefined);
    expect(dialled.length).toBeGreaterThan(10);
    for (const { id, number, dial } of dialled) {
      expect(dial, id).toBe(`+33${number?.replace(/\D/g, '').replace(/^0/, '')}`);
      // Nobody is put through to a number that costs more than a call.
      expect(facts[id]?.cost, id).not.toBe('payant');
    }
  });

  test('has a cost where it has a number', () => {
    for (const [id, { number, cost }] of Object.entries(facts)) {
      if (number !== undefined) expect(cost, id).toMatch(/^(gratuit|prix d'un appel|payant)$/);
    }
  });

  test.each(['fr', 'en'])('is said in short sentences, in one text: %s', (lang) => {
    for (const { id, name, number = '', field, hours } of all(lang)) {
      const reach = `${name.text} : ${number}.\n${hours?.text ?? ''}`;
      expect(longestSentence(`${reach}\n${name.text} : ${field.text}.`), id).toBeLessThanOrEqual(12);
      expect(segments(fold(reach)).count, id).toBe(1);
    }
  });

  test('speaks English where English is read', () => {
    for (const { id, field } of all('en')) {
      expect(field.text, id).not.toBe(knowledge.body(id, 'fr')?.field.text);
    }
  });
});

describe('a sheet ends with the office that answers', () => {
  test.each([
    ['pension-alimentaire-impayee', 'aripa'],
    ['ivg', 'ivg-contraception'],
    ['contraception', 'ivg-contraception'],
    ['arnaque-sms', 'info-escroqueries'],
    ['carte-bancaire-volee', 'opposition-carte'],
    ['usurpation-identite', 'france-victimes'],
    ['contrat-jeune', 'mission-locale'],
    ['formation-cpf', 'mon-compte-formation'],
    ['soutien-psy', 'cmp'],
    ['soins-sans-droits', 'hopital-pass'],
    ['licenciement', 'droit-travail'],
    ['salaire-impaye', 'droit-travail'],
    ['demission', 'droit-travail'],
    ['heritage-succession', 'notaire'],
    ['harcelement-scolaire', 'harcelement'],
    ['bourse-etudiant', 'crous'],
    ['violences-conjugales-droits', 'violences-femmes'],
    // Help to pay comes from the town; the mediator is for disputes.
    ['facture-energie', 'ccas'],
  ])('%s → %s', (sheet, body) => {
    expect(knowledge.sheet(sheet, 'fr')?.body).toBe(body);
  });

  test('and 39 39 is the last word of none: it sees no file', () => {
    for (const id of THEMES.flatMap((theme) => knowledge.sheets(theme))) {
      expect(knowledge.sheet(id, 'fr')?.body, id).not.toBe('service-public');
    }
  });
});

test('words are read from every language, and an empty one is refused', () => {
  const words = file(
    'bodies.en.yaml',
    'caf: { words: [housing benefit] }\ntown-hall: { words: [birth record] }\n',
  );
  const files = [...library.filter(({ path }) => path !== 'bodies.en.yaml'), words];
  const small = build(files);
  expect(small.who('a housing benefit please', 'en')).toBe('caf');
  expect(small.who('my records of birth', 'fr')).toBe('town-hall');
  expect(small.who('housing', 'en')).toBeUndefined();
  const broken = file('bodies.en.yaml', "caf: { words: [''] }\n");
  expect(() => build([...files.filter((one) => one !== words), broken])).toThrow(/bodies\.en\.yaml:1/);
});
