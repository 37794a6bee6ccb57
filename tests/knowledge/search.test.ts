import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalize } from '../../flows/normalize.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { readContent } from '../../src/knowledge/read.ts';
import { coveredBy, evaluate, readQuestions, standing } from '../../src/knowledge/search/evaluation.ts';
import { build, file, library } from './content.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const contentDir = at('../../flows/content');
const knowledge = await loadKnowledge({ contentDir, languages: ['fr', 'en'], danger: () => undefined });
const written = readQuestions(await readFile(at('../eval/questions.jsonl'), 'utf8'));
const questions = standing(written, coveredBy(knowledge));
const unseen = readQuestions(await readFile(at('../eval/questions-2.jsonl'), 'utf8'));
const first = (text: string) => knowledge.search(text, 'fr').hits[0]?.sheet;
const question = fc.constantFrom(...questions.map(({ q }) => q));

test('the questions that judge the search find their sheets, and nothing where there is none', () => {
  for (const held of [false, true]) {
    const asked = questions.filter((one) => (one.held ?? false) === held);
    const { total } = evaluate(
      asked,
      (text, lang) => knowledge.search(text, lang),
      () => 0,
    );
    expect(total.recall1 / total.answerable, `recall@1, held ${held}`).toBeGreaterThanOrEqual(0.9);
    expect(total.recall3 / total.answerable, `recall@3, held ${held}`).toBeGreaterThanOrEqual(0.97);
    expect(total.wrong / total.unanswerable, `wrong, held ${held}`).toBeLessThanOrEqual(0.05);
  }
});

test('questions written before the search was looked at: what is not known is said, most of the rest is found', () => {
  const { total } = evaluate(
    unseen,
    (text, lang) => knowledge.search(text, lang),
    () => 0,
  );
  expect(total.recall1 / total.answerable).toBeGreaterThanOrEqual(0.85);
  expect(total.recall3 / total.answerable).toBeGreaterThanOrEqual(0.9);
  expect(total.told / total.unanswerable).toBeLessThanOrEqual(0.05);
});

test('none of them is written in a sheet or beside it', async () => {
  const asked = new Set([...questions, ...unseen].map(({ q }) => normalize(q)));
  for (const { path, text } of await readContent(contentDir)) {
    if (!/^sheets\/|^phrases/.test(path)) continue;
    const written = path.startsWith('phrases')
      ? text.matchAll(/"([^"]+)"/g)
      : text.matchAll(/^ {2}- (.+)$/gm);
    for (const [, words = ''] of written) {
      expect(asked.has(normalize(words)), `${path}: ${words}`).toBe(false);
    }
  }
});

test('any text gets an answer of at most three sheets that exist, best first', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), question),
      fc.constantFrom('fr', 'en', 'ar'),
      (text, lang) => {
        const { hits, sure } = knowledge.search(text, lang);
        expect(hits.length).toBeLessThanOrEqual(3);
        if (sure) expect(hits.length).toBeGreaterThan(0);
        hits.forEach(({ sheet, score }, i) => {
          expect(knowledge.sheet(sheet, lang)).toBeDefined();
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(1);
          if (i > 0 && sure) expect(score).toBeLessThanOrEqual(hits[i - 1]?.score ?? 0);
        });
        expect(new Set(hits.map(({ sheet }) => sheet)).size).toBe(hits.length);
      },
    ),
    { numRuns: 500 },
  );
});

test('the same question has the same answer, whatever was asked between', () => {
  fc.assert(
    fc.property(question, question, (one, other) => {
      const before = knowledge.search(one, 'fr');
      knowledge.search(other, 'fr');
      expect(knowledge.search(one, 'fr')).toEqual(before);
    }),
  );
});

test('case, accents and spaces do not change the answer', () => {
  fc.assert(
    fc.property(question, (text) => {
      const before = knowledge.search(text, 'fr');
      expect(knowledge.search(text.toUpperCase(), 'fr')).toEqual(before);
      expect(knowledge.search(text.normalize('NFD'), 'fr')).toEqual(before);
      expect(knowledge.search(text.normalize('NFD').replace(/\p{M}/gu, ''), 'fr')).toEqual(before);
      expect(knowledge.search(`  ${text.replaceAll(' ', '   ')} `, 'fr')).toEqual(before);
      expect(knowledge.search(`${text} ???`, 'fr')).toEqual(before);
    }),
  );
});

test('politeness around a question does not change what is found', () => {
  fc.assert(
    fc.property(question, (text) => {
      expect(first(`bonjour, ${text} svp merci`)).toBe(first(text));
    }),
  );
});

test.each([
  ['apostrophes left out', 'jai perdu ma carte didentite', 'carte-identite-perdue'],
  ['sounds', 'gé perdu ma kart ditentité', 'carte-identite-perdue'],
  ['an article glued on', 'laloc', 'aide-logement'],
  ['dots', 'r.s.a.', 'rsa'],
  ['spaces', 'a p l', 'aide-logement'],
  ['letters doubled and swapped', 'passseprot', 'passeport'],
  ['two words in one', 'cartevitale perdue', 'carte-vitale-perdue'],
  ['one word in two', 'sur endettement', 'surendettement'],
  ['a word of the street', 'on va me foutre dehors', 'loyer-impaye'],
  ['English', 'i lost my passport and id card', 'carte-identite-perdue'],
])('%s: %s', (_, text, sheet) => {
  expect(knowledge.search(text, 'fr').hits.map((hit) => hit.sheet)).toContain(sheet);
});

test('two questions in one text are offered both', () => {
  const { hits, sure } = knowledge.search('carte vitale perdue et aussi comment avoir le rsa', 'fr');
  expect(hits.map(({ sheet }) => sheet)).toEqual(['carte-vitale-perdue', 'rsa']);
  expect(sure).toBe(false);
});

test('what could mean several sheets is not sure', () => {
  const { hits, sure } = knowledge.search("carte d'identité", 'fr');
  expect(sure).toBe(false);
  expect(hits.length).toBeGreaterThan(1);
});

test.each(['', ' ', '?', '1', 'ok', 'merci', '🙂', 'مرحبا', '12 345'])('%j finds nothing', (text) => {
  expect(knowledge.search(text, 'fr')).toEqual({ hits: [], sure: false });
});

test('a very long text is read as far as ten SMS go', () => {
  expect(first(`comment demander le rsa ${'a'.repeat(100_000)}`)).toBe('rsa');
});

test('what sounds like a sheet and is none is named in data, until a sheet answers it', () => {
  const named = [...library, file('elsewhere.fr.yaml', '- carte de pêche\n- rsa sans internet\n')];
  expect(build(named).search('carte de pêche', 'fr').hits).toEqual([]);
  expect(build(named).search('rsa sans internet', 'fr').hits[0]?.sheet).toBe('rsa');
});

test('synonyms are data, and forgive like any other word', () => {
  const named = [...library, file('synonyms.fr.yaml', 'minimum garanti: [rsa]\n')];
  expect(build(library).search('minimum garanti', 'fr').hits).toEqual([]);
  expect(build(named).search('minimun guaranti', 'fr').hits[0]?.sheet).toBe('rsa');
});

test('more phrasings than a sheet lists have their own file; one for no sheet is a problem', () => {
  const more = file('phrases.fr.yaml', 'rsa: ["je vis de trois fois rien"]\n');
  expect(build([...library, more]).search('je vis de trois fois rien', 'fr').hits[0]?.sheet).toBe('rsa');
  expect(() => build([...library, file('phrases.fr.yaml', 'rsi: ["petits riens"]\n')])).toThrow(
    expect.objectContaining({ problems: [expect.objectContaining({ problem: 'no sheet rsi in fr' })] }),
  );
});

test.each([
  ['je touche plus le rsa pk', 'prestation-coupee'],
  ['pk g plus mon apl', 'prestation-coupee'],
  ['ils mont coupe les droits', 'prestation-coupee'],
  ['j ai pas eu mon rsa ce mois ci', 'ou-est-mon-argent'],
  ['mes apl sont pas tombées', 'ou-est-mon-argent'],
  // The same words of one who has none yet, or no longer may.
  ['je touche pas le rsa est ce que j y ai droit', 'rsa'],
  ['j ai plus droit au rsa', 'rsa'],
  ['j ai plus d electricité', 'facture-energie'],
])('a benefit that stopped, did not come, or was never asked for: %s', (text, sheet) => {
  expect(first(text)).toBe(sheet);
});

test('a turn whose pattern is none is a problem of its file, at its line', () => {
  const restated = file('restated.fr.yaml', "benefits: rsa\nrestated:\n  - said: '(rsa'\n    as: x\n");
  expect(() => build([...library, restated])).toThrow(/restated\.fr\.yaml:3: no regular expression/);
});

test('of a story, what a few words in a row ask for is offered, and never taken for sure', () => {
  const story = 'on ma tiré mn portfeuil o marché ma cb é dedan vite je sais plus koi faire';
  const { hits, sure } = knowledge.search(story, 'fr');
  expect(hits.map(({ sheet }) => sheet)).toContain('carte-bancaire-volee');
  expect(sure).toBe(false);
  const other =
    'bonjour voila je vous explique mon voisin a un coq qui chante toute la nuit et on a demandé au maire mais rien ne bouge depuis mars';
  expect(knowledge.search(other, 'fr').hits).toEqual([]);
});
