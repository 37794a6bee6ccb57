/** What is left to review, by which edition, and the count of a start. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { countReviews, due, editions, filedSheets } from '../../src/knowledge/review.ts';
import { build, carte, file, front, library, rsa } from './content.ts';

const facts = `facts:
- { what: délai, says: deux mois, as-of: 2020-11 }
- { what: prix, says: gratuit }
`;
const older = file(
  'sheets/ancien.fr.md',
  rsa(`${front.replace('edition: 2020-11', 'edition: 2019-02')}reread: [un groupe de Lille]\n`).text,
);
const files = [...library.filter(({ path }) => path !== 'sheets/rsa.fr.md'), rsa(front + facts), older];
const sheets = filedSheets(files);

test('every file is there, French before its translations', () => {
  expect(sheets.map(({ id, lang }) => `${id}.${lang}`)).toEqual([
    'ancien.fr',
    'carte.fr',
    'rsa.fr',
    'rsa.en',
  ]);
});

test('what no human reviewed, the oldest source first, with what moves', () => {
  const waiting = due(sheets);
  expect(waiting.map(({ id, lang, edition }) => `${id}.${lang} ${edition}`)).toEqual([
    'ancien.fr 2019-02',
    'rsa.fr 2020-11',
    'rsa.en 2020-11',
  ]);
  expect(waiting[0]?.reread).toEqual(['un groupe de Lille']);
  expect(waiting[1]?.facts).toEqual([
    { what: 'délai', says: 'deux mois', asOf: '2020-11' },
    { what: 'prix', says: 'gratuit' },
  ]);
  expect(waiting[1]?.text).toBe('Demandez le RSA à la Caf.\nUn.\nDeux.');
  expect(sheets.find(({ id }) => id === 'carte')?.changed).toBe("L'ANTS s'appelle France Titres.");
});

test('editions are counted by language', () => {
  expect(editions(sheets).map(({ edition, counts }) => [edition, Object.fromEntries(counts)])).toEqual([
    ['2019-02', { fr: 1 }],
    ['2020-11', { fr: 1, en: 1 }],
    ['2021-03', { fr: 1 }],
  ]);
});

test('a start counts the sheets that no human reviewed', () => {
  expect(countReviews(build(files))).toEqual({ sheets: 3, unreviewed: 2 });
  expect(countReviews(build([...files.filter(({ path }) => !path.startsWith('sheets/')), carte]))).toEqual({
    sheets: 1,
    unreviewed: 0,
  });
});

test('a file that cannot be read is left out', () => {
  expect(filedSheets([file('sheets/seul.en.md', 'x'), file('sheets/faux.fr.md', 'x')])).toEqual([]);
});

test.each([
  ['due', /\d+ of \d+ files have not been reviewed\.\n$/],
  ['readability', /\nfr: \d+ of \d+ at 80 or more/],
  ['editions', /^edition +fr +en\n/],
])('the command prints: %s', (command, expected) => {
  const cli = fileURLToPath(new URL('../../src/cli/sheets.ts', import.meta.url));
  const printed = execFileSync(process.execPath, ['--import', 'tsx', cli, command], { encoding: 'utf8' });
  expect(printed).toMatch(expected);
});
