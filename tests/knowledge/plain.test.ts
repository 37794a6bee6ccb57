/** Every sheet is plain: easy by the formula of its language, in sentences of twelve words. */
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/knowledge/read.ts';
import { filedSheets, LEAST, MOST_WORDS, plainness } from '../../src/knowledge/review.ts';
import { CONTENT } from '../../src/read-knowledge.ts';

const sheets = filedSheets(await readContent(CONTENT));
const read = plainness(sheets);

describe('the whole library', () => {
  test('is measured, but for languages without a formula', () => {
    expect(read.length).toBe(sheets.filter(({ lang }) => lang in LEAST).length);
    expect(read.length).toBeGreaterThanOrEqual(200);
  });

  test('reaches what its language asks for, sheet by sheet', () => {
    const hard = read.filter(({ score, lang }) => score < LEAST[lang]);
    expect(hard.map(({ id, lang, score }) => `${id}.${lang} ${score.toFixed(1)}`)).toEqual([]);
  });

  test('has no sentence of more than twelve words', () => {
    expect(read.filter(({ longest }) => longest > MOST_WORDS).map(({ id, lang }) => `${id}.${lang}`)).toEqual(
      [],
    );
  });

  test('leaves little out of the measure', () => {
    // A sheet of names and numbers would be plain by leaving out all that is hard.
    const most = Math.max(...read.map(({ leftOut }) => leftOut));
    expect(most).toBeLessThan(0.35);
    for (const lang of Object.keys(LEAST)) {
      const own = read.filter((one) => one.lang === lang);
      const share = own.reduce((sum, { leftOut }) => sum + leftOut, 0) / own.length;
      expect(share, lang).toBeLessThan(0.15);
    }
  });
});

test('a hard sheet is seen, the hardest first', () => {
  const text = (id: string, words: string) => ({
    ...{ id, lang: 'fr', title: id, edition: '2020-11', facts: [], reviewed: false, reread: [] },
    text: words,
  });
  const hard =
    "L'attribution de la prestation susmentionnée est subordonnée à la présentation concomitante des justificatifs afférents.";
  const seen = plainness([text('facile', 'Allez à la mairie. Prenez une photo.'), text('dur', hard)]);
  expect(seen.map(({ id, plain }) => [id, plain])).toEqual([
    ['dur', false],
    ['facile', true],
  ]);
  expect(seen[0]?.longest).toBeGreaterThan(MOST_WORDS);
});
