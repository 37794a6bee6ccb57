import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { PARTS, THEMES } from '../../flows/knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { defaultWords } from '../../src/knowledge/words.ts';
import { bodies, build, carte, file, library, rsa, rsaEnglish } from './content.ts';

const knowledge = build();

test('a sheet in French says what its file says, and what the service adds', () => {
  expect(knowledge.sheet('carte', 'fr')).toEqual({
    id: 'carte',
    lang: 'fr',
    title: { text: "Carte d'identité perdue" },
    theme: 'papers',
    discreet: true,
    fiches: ['F1344'],
    body: 'town-hall',
    edition: '2021-03',
    changed: { text: "L'ANTS s'appelle France Titres.", spoken: "L'A N T S s'appelle France Titres." },
    review: { by: 'Ada', on: '2026-01-02' },
    parts: {
      short: [{ text: 'Allez à la mairie.' }],
      changed: [
        {
          text: "Fiche de 03/2021. L'ANTS s'appelle France Titres.",
          spoken: "La fiche est de mars 2021. L'A N T S s'appelle France Titres.",
        },
      ],
      call: [
        { text: "Appelez avant d'y aller." },
        { text: 'Votre mairie.' },
        { text: 'Relue par Ada, le 02/01/2026.', spoken: 'Fiche relue par Ada, en janvier 2026.' },
      ],
      page: [
        {
          text: 'service-public.gouv.fr/particuliers/vosdroits/F1344 (03/2021)',
          spoken:
            "La page officielle est sur service public point gouv point F R. C'est la fiche F 1344, de mars 2021.",
        },
      ],
    },
  });
});

test('a paragraph or an item is a line, and what is said otherwise has a spoken form', () => {
  const parts = knowledge.sheet('rsa', 'fr')?.parts;
  expect(parts?.short).toEqual([
    { text: 'Demandez le RSA à la Caf.', spoken: 'Demandez le R S A à la Caf.' },
  ]);
  expect(parts?.steps).toEqual([{ text: 'Un.' }, { text: 'Deux.' }]);
  const sheet = build([
    ...bodies,
    carte,
    rsa(undefined, '## short\nUne phrase\nsur deux lignes.\n- Un item\n  qui continue.\n\nFin.\n'),
  ]).sheet('rsa', 'fr');
  expect(sheet?.parts.short?.map(({ text }) => text)).toEqual([
    'Une phrase sur deux lignes.',
    'Un item qui continue.',
    'Fin.',
  ]);
});

test('an unreviewed sheet says so after whom to call', () => {
  expect(knowledge.sheet('rsa', 'fr')?.parts.call).toEqual([
    { text: 'CAF : 32 30.', spoken: 'la Caf. trente-deux, trente.' },
    { text: 'Lundi à vendredi, 9 h à 16 h 30.', spoken: 'Lundi à vendredi, 9 heures à 16 heures 30.' },
    { text: 'Fiche non relue : à vérifier.' },
  ]);
});

test('a translation takes the facts from French, and falls back to it part by part', () => {
  const sheet = knowledge.sheet('rsa', 'en');
  expect(sheet).toMatchObject({
    lang: 'en',
    title: { text: 'RSA, basic income' },
    theme: 'benefits',
    fiches: ['F19778', 'F15553'],
    body: 'caf',
    edition: '2020-11',
    discreet: false,
  });
  expect(sheet?.parts.short).toEqual([{ text: 'Ask the Caf for RSA.', spoken: 'Ask the Caf for R S A.' }]);
  expect(sheet?.parts.steps?.[0]).toEqual({ text: 'Un.' });
  expect(sheet?.parts.page?.[0]?.spoken).toContain('of November 2020.');
  expect(Object.keys(sheet?.parts ?? {})).toEqual(['short', 'steps', 'call', 'page']);
});

test('a sheet without translation is the French one, and an unknown id is nothing', () => {
  expect(knowledge.sheet('carte', 'en')?.lang).toBe('fr');
  expect(knowledge.sheet('carte', 'ar')).toBe(knowledge.sheet('carte', 'fr'));
  expect(knowledge.sheet('moon', 'fr')).toBeUndefined();
});

test('bodies speak the language asked for where they have it', () => {
  expect(knowledge.body('town-hall', 'en')?.name.text).toBe('Your town hall');
  expect(knowledge.body('town-hall', 'en')?.field.text).toBe('les papiers');
  expect(knowledge.body('tax', 'en')).toMatchObject({ number: '0 809 401 401', dial: '+33809401401' });
  expect(knowledge.body('moon', 'fr')).toBeUndefined();
  expect(knowledge.bodyOf('papers')).toBe('town-hall');
  expect(knowledge.bodyOf('money')).toBe('caf');
});

test('sheets of a theme come in the order of asked.yaml, others by title', () => {
  const renamed = (id: string, title: string) =>
    file(`sheets/${id}.fr.md`, rsa().text.replace('title: RSA', `title: ${title}`));
  const files = [
    ...bodies,
    renamed('a', 'Zoé'),
    renamed('b', 'Été'),
    renamed('c', 'Abc'),
    renamed('d', 'Fin'),
  ];
  expect(build(files).sheets('benefits')).toEqual(['c', 'b', 'd', 'a']);
  expect(build([...files, file('asked.yaml', '- a\n- not-yet-written\n')]).sheets('benefits')).toEqual([
    'a',
    'c',
    'b',
    'd',
  ]);
  expect(build(files).sheets('papers')).toEqual([]);
});

test('the phrases around a sheet come from outside', () => {
  const words = {
    fr: {
      ...(defaultWords.fr as NonNullable<typeof defaultWords.fr>),
      page: () => ({ text: 'Ailleurs.' }),
    },
  };
  const own = build(library, { words });
  expect(own.sheet('rsa', 'fr')?.parts.page?.[0]).toEqual({ text: 'Ailleurs.' });
  // A language without phrases has those of French.
  expect(own.sheet('rsa', 'en')?.parts.page?.[0]).toEqual({ text: 'Ailleurs.' });
});

test('every sheet of the library loads, in every language', async () => {
  const contentDir = fileURLToPath(new URL('../../flows/content', import.meta.url));
  const all = await loadKnowledge({ contentDir, languages: ['fr', 'en'], danger: () => undefined });
  const ids = THEMES.flatMap((theme) => all.sheets(theme));
  expect(ids.length).toBeGreaterThanOrEqual(20);
  for (const id of ids) {
    for (const lang of ['fr', 'en']) {
      const sheet = all.sheet(id, lang);
      expect(sheet?.parts.short?.length, id).toBeGreaterThan(0);
      expect(sheet?.parts.call?.length, id).toBeGreaterThan(0);
      expect(all.body(sheet?.body ?? '', lang), id).toBeDefined();
      expect(Object.keys(sheet?.parts ?? {})).toEqual(PARTS.filter((part) => sheet?.parts[part]));
    }
  }
  for (const theme of THEMES) expect(all.body(all.bodyOf(theme), 'fr'), theme).toBeDefined();
});

test('a translation is found by its own words', () => {
  expect(knowledge.search('how much is rsa', 'en').hits[0]?.sheet).toBe('rsa');
  expect(rsaEnglish.text).not.toContain('theme');
});

test('what has changed, what is otherwise overseas and what a season brings are told, and checked', () => {
  const more = `territories: { default: applies, '976': none, '974': applies, note: "À Mayotte, demandez à la Caf." }
changed: "Le RSA inscrit à France Travail."
seasons:
  - { from: '11-01', to: '03-31', says: { fr: C'est l'hiver., en: It is winter. } }
`;
  const text = rsa().text.replace('words:', `${more}words:`);
  const library = [...bodies, carte, { ...rsa(), text }];
  const sheet = build(library).sheet('rsa', 'fr');
  expect(sheet?.parts.changed?.map((one) => one.text)).toEqual([
    'Fiche de 11/2020. Le RSA inscrit à France Travail.',
    'À Mayotte, demandez à la Caf.',
  ]);
  expect(sheet?.elsewhere?.departments).toEqual(['976']);
  expect(sheet?.seasons?.[0]).toMatchObject({ from: '11-01', to: '03-31', says: { text: "C'est l'hiver." } });
  const broken = text.replace("'11-01'", "'13-01'");
  expect(() => build([...bodies, carte, { ...rsa(), text: broken }])).toThrow();
});
