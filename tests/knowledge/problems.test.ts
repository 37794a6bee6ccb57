import { expect, test } from 'vitest';
import { BrokenLibrary, type ContentFile } from '../../src/knowledge/index.ts';
import { describe as say } from '../../src/knowledge/problems.ts';
import { bodies, build, carte, file, front, library, rsa, rsaEnglish } from './content.ts';

/** What building these files complains about; nothing when it does not. */
function problemsOf(files: readonly ContentFile[]): string[] {
  try {
    build(files);
    return [];
  } catch (error) {
    if (!(error instanceof BrokenLibrary)) throw error;
    return error.problems.map(say);
  }
}

const withRsa = (sheet: ContentFile) => [...bodies, carte, sheet];
const replaced = (path: string, from: string, to: string) =>
  library.map((one) => (one.path === path ? file(path, one.text.replace(from, to)) : one));
const body = (text: string) => withRsa(rsa(front, text));
const long = (words: number) => `${Array.from({ length: words }, () => 'mot').join(' ')}.`;

const table: readonly (readonly [string, readonly ContentFile[], string])[] = [
  ['unknown key', withRsa(rsa(`${front}colour: red\n`)), 'sheets/rsa.fr.md:10: unknown key colour'],
  [
    'missing key',
    withRsa(rsa(front.replace('edition: 2020-11\n', ''))),
    'sheets/rsa.fr.md:2: edition is missing',
  ],
  ['broken YAML', withRsa(rsa(`${front}spoken: {\n`)), 'sheets/rsa.fr.md:10: '],
  [
    'no front matter',
    withRsa(file('sheets/rsa.fr.md', '## short\nUn.\n')),
    'sheets/rsa.fr.md:1: no front matter',
  ],
  ['unknown theme', withRsa(rsa(front.replace('benefits', 'moon'))), 'sheets/rsa.fr.md:3: theme: '],
  [
    'not a fiche',
    withRsa(rsa(front.replace('F15553', 'abc'))),
    'sheets/rsa.fr.md:4: fiches.1: is not the id',
  ],
  [
    'unknown body',
    withRsa(rsa(front.replace('body: caf', 'body: moon'))),
    'sheets/rsa.fr.md:5: unknown body moon',
  ],
  [
    'edition',
    withRsa(rsa(front.replace('2020-11', '2020-13'))),
    'sheets/rsa.fr.md:7: edition: is not a month',
  ],
  [
    'few words',
    withRsa(rsa(front.replace(', combien le rsa', ''))),
    'sheets/rsa.fr.md:8: words: has fewer than 5',
  ],
  [
    'half a review',
    withRsa(rsa(`${front}review: { by: Ada, on: '' }\n`)),
    'sheets/rsa.fr.md:10: review: has a name or a day',
  ],
  [
    'no such day',
    withRsa(rsa(`${front}review: { by: Ada, on: 2026-02-30 }\n`)),
    'sheets/rsa.fr.md:10: review: on is not a day',
  ],
  [
    'long title',
    withRsa(rsa(front.replace('title: RSA', `title: ${'a'.repeat(41)}`))),
    'sheets/rsa.fr.md:2: title: is longer than 40',
  ],
  ['unknown part', body('## short\nUn.\n## moon\nDeux.\n'), 'sheets/rsa.fr.md:13: unknown part moon'],
  [
    'order',
    body('## short\nUn.\n## cost\nUn.\n## right\nDeux.\n'),
    'sheets/rsa.fr.md:15: part right must come before cost',
  ],
  ['twice', body('## short\nUn.\n## short\nDeux.\n'), 'sheets/rsa.fr.md:13: part short is there twice'],
  [
    'empty part',
    body('## short\nUn.\n\n## cost\n\n## late\nDeux.\n'),
    'sheets/rsa.fr.md:14: part cost is empty',
  ],
  ['no short', body('## right\nUn.\n'), 'sheets/rsa.fr.md:11: part short is missing'],
  [
    'page by hand',
    body('## short\nUn.\n## page\nwww\n'),
    'sheets/rsa.fr.md:13: part page is added by the service',
  ],
  ['before the parts', body('Un.\n## short\nUn.\n'), 'sheets/rsa.fr.md:11: text before the first part'],
  ['markup', body('## short\nUn **mot**.\n'), 'sheets/rsa.fr.md:12: markup'],
  ['click', body('## short\nCliquez ici.\n'), 'sheets/rsa.fr.md:12: do not write "Cliquez"'],
  [
    'long sentence',
    body(`## short\nUn.\n\n${long(13)}\n`),
    'sheets/rsa.fr.md:14: a sentence has 13 words, 12 at most',
  ],
  [
    'long line',
    body(`## short\n${Array(8).fill('Anticonstitutionnellement.').join(' ')}\n`),
    'sheets/rsa.fr.md:12: a line has 215 characters, 150 at most',
  ],
  [
    'long short',
    body(`## short\n- ${'Longuement dit. '.repeat(7)}\n- ${'Longuement dit. '.repeat(7)}\n`),
    'sheets/rsa.fr.md:11: part short has 223 characters, 180 at most',
  ],
  [
    'long changed',
    withRsa(rsa(`${front}changed: ${long(14)}\n`)),
    'sheets/rsa.fr.md:10: a sentence has 14 words, 12 at most',
  ],
  ['no French', [...bodies, carte, rsaEnglish], 'sheets/rsa.en.md:1: no French: rsa.fr.md is missing'],
  [
    'facts in a translation',
    replaced('sheets/rsa.en.md', 'title:', 'theme: benefits\ntitle:'),
    'sheets/rsa.en.md:2: unknown key theme',
  ],
  ['file name', [...library, file('sheets/Bad_Name.md', '')], 'sheets/Bad_Name.md:1: is not named'],
  ['bodies missing', library.filter(({ path }) => path !== 'bodies.yaml'), 'bodies.yaml:1: is missing'],
  [
    'nobody for a theme',
    replaced('bodies.yaml', 'themes: [papers]', 'themes: []'),
    'bodies.yaml:1: no body answers for papers',
  ],
  ['a body unknown', replaced('bodies.en.yaml', 'caf:', 'moon:'), 'bodies.en.yaml:1: unknown body moon'],
  [
    'a body unnamed',
    replaced('bodies.fr.yaml', 'field: les papiers', ''),
    'bodies.fr.yaml:2: town-hall needs',
  ],
  [
    'dial not E.164',
    replaced('bodies.yaml', '+33809401401', '0809401401'),
    'bodies.yaml:10: tax.dial: is not an E.164',
  ],
  [
    'dial a short number',
    replaced('bodies.yaml', '+33809401401', '+333230'),
    'bodies.yaml:10: tax.dial: is not an E.164',
  ],
  [
    'dial behind a short number',
    replaced('bodies.yaml', 'number: 0 809 401 401', 'number: 39 39'),
    'bodies.yaml:10: tax.dial: must not put through',
  ],
  ['synonyms', [...library, file('synonyms.fr.yaml', 'boulot: travail\n')], 'synonyms.fr.yaml:1: boulot: '],
];

test.each(table)('%s is said with its line', (_, files, expected) => {
  expect(
    problemsOf(files).some((problem) => problem.startsWith(expected)),
    problemsOf(files).join('\n'),
  ).toBe(true);
});

test('the small library has no problem', () => {
  expect(problemsOf(library)).toEqual([]);
});

test('every problem of every file is said at once', () => {
  const files = [
    ...bodies,
    rsa(`${front}colour: red\nshape: round\n`, 'x\n## moon\n'),
    file('sheets/a.en.md', ''),
  ];
  expect(problemsOf(files)).toEqual([
    'sheets/rsa.fr.md:10: unknown key colour',
    'sheets/rsa.fr.md:11: unknown key shape',
    'sheets/rsa.fr.md:13: text before the first part',
    'sheets/rsa.fr.md:14: unknown part moon',
    'sheets/a.en.md:1: no front matter between two lines of ---',
    'sheets/a.en.md:1: no French: a.fr.md is missing',
  ]);
});

test('the error names them all, a line each', () => {
  expect(() => build(withRsa(rsa(`${front}colour: red\n`)))).toThrow(
    'The content has 1 problem:\nsheets/rsa.fr.md:10: unknown key colour',
  );
});

test('limits count what is sent: a folded letter costs one', () => {
  expect(problemsOf(withRsa(rsa(front.replace('title: RSA', `title: ${'é'.repeat(40)}`))))).toEqual([]);
  expect(problemsOf(withRsa(rsa(front.replace('title: RSA', `title: ${'œ'.repeat(21)}`))))).toHaveLength(1);
});

test('windows line ends and a byte order mark do not move the lines', () => {
  const windows = (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`;
  expect(problemsOf(withRsa(file('sheets/rsa.fr.md', windows(rsa().text))))).toEqual([]);
  const broken = rsa(`${front}colour: red\n`).text;
  expect(problemsOf(withRsa(file('sheets/rsa.fr.md', windows(broken))))).toEqual([
    'sheets/rsa.fr.md:10: unknown key colour',
  ]);
});
