import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Ask, line, type Option, type Prompt, yesNo } from '../../flows/flow.ts';
import { GLOBALS, type Global, type Input } from '../../flows/input.ts';
import type { Danger, Knowledge } from '../../flows/knowledge.ts';
import { normalize } from '../../flows/normalize.ts';
import { type Shown, START, showPage } from '../../flows/paging.ts';
import { texts } from '../../flows/texts/index.ts';
import { type Ears, type Meaning, understand } from '../../flows/understand.ts';

const { fr, en } = texts as { fr: (typeof texts)[string]; en: (typeof texts)[string] };

const DANGER: Danger = { kind: 'violence', numbers: ['17'], lines: [line('17.')] };
const SPOT = { id: 'p:75018', sure: true };
const FOUND = { hits: [{ sheet: 'rsa', score: 1 }], sure: true };

/** Knows danger when it hears "il me frappe", and one subject. */
const knowledge = {
  danger: (text: string) => (/frappe|hits me/.test(text) ? DANGER : undefined),
  places: { where: (text: string) => (text === '75018' ? [SPOT] : []) },
  search: (text: string) =>
    /rsa|maladie|logement|casier|travail|caf|housing/.test(text) ? FOUND : { hits: [], sure: false },
} as unknown as Knowledge;

const hearing = (lang: string): Ears => ({
  knowledge,
  words: [fr.words, en.words],
  languages: { fr, en },
  lang,
});
const ears = hearing('fr');

const PAPERS: Option = {
  label: line('Papiers', 'Les papiers à apporter'),
  event: { type: 'PAPERS' },
  words: fr.words.parts.bring,
};
const COST: Option = { label: fr.parts.cost, event: { type: 'COST' }, words: fr.words.parts.cost };
const CALL: Option = { label: fr.parts.call, event: { type: 'CALL' }, words: fr.words.parts.call };
const WHERE: Option = { label: fr.parts.where, event: { type: 'WHERE' }, words: fr.words.parts.where };

/** What is shown of a prompt with these answers. */
function shown(prompt: Partial<Prompt> = {}): Shown {
  return showPage({ lines: [line('?')], options: [], ...prompt }, 'sms', { ...START, to: 9 });
}
const sheet = shown({ options: [PAPERS, COST], also: [CALL, WHERE] });
const yes: Option = { label: fr.yes, event: { type: 'YES' } };
const no: Option = { label: fr.no, event: { type: 'NO' } };
const question = shown({ options: yesNo(fr, yes, no) });
const english = shown({
  options: [
    { label: en.parts.bring, event: { type: 'PAPERS' }, words: en.words.parts.bring },
    { label: en.parts.steps, event: { type: 'STEPS' }, words: en.words.parts.steps },
  ],
  also: [
    { label: en.parts.cost, event: { type: 'COST' }, words: en.words.parts.cost },
    { label: en.parts.call, event: { type: 'CALL' }, words: en.words.parts.call },
    { label: en.parts.where, event: { type: 'WHERE' }, words: en.words.parts.where },
  ],
});
const WORDS: Ask = { kind: 'words', event: 'SAID' };
const TEN: Ask = { kind: 'digits', event: 'NUMBER', min: 10, max: 10 };

const said = (text: string): Input => ({ kind: 'text', text });

/** A meaning as a table writes it: "global menu", "event YES", "miss choice", "next". */
function short(m: Meaning): string {
  switch (m.is) {
    case 'danger':
      return `danger ${m.danger.kind}, ${short(m.besides)}`;
    case 'global':
      return `global ${m.word}`;
    case 'event':
      return `event ${m.event.type}${m.event.value === undefined ? '' : ` ${m.event.value}`}`;
    case 'miss':
      return `miss ${m.why}`;
    case 'near':
      return `near ${m.asked.where ?? m.asked.need ?? 'anywhere'}`;
    case 'talk':
      return `talk ${m.talk}`;
    default:
      return m.is;
  }
}
const meant = (s: Shown, input: Input | string, e: Ears = ears): string =>
  short(understand(s, typeof input === 'string' ? said(input) : input, e));

describe('who is there', () => {
  // On a sheet, "c'est combien" asks for its price.
  const menu = shown({ options: [] });
  it.each([
    ['c gratuit ?', 'talk free'],
    ["est-ce que c'est gratuit", 'talk free'],
    ['vous etes un robot', 'talk robot'],
    ['are you a robot', 'talk robot'],
    ['vous etes la caf ?', 'talk official'],
    ['qui lit mes messages', 'talk reads'],
    ['erreur de numéro désolé', 'talk wrong'],
    ['sorry wrong number', 'talk wrong'],
    ['bande de connards', 'talk insult'],
    ['CPF: votre compte expire, cliquez sur http://mon-compte-cpf.top/valider pour vos droits', 'talk scam'],
    ['pres de chez moi', 'near anywhere'],
    ['ou manger', 'near food'],
    // A right is a question, even with one of these words in it.
    ['rsa gratuit', 'question'],
  ])('%s → %s', (text, meaning) => {
    expect(meant(menu, text)).toBe(meaning);
  });

  it('a masked code is told off, whatever else was said', () => {
    expect(meant(menu, { kind: 'text', text: 'ma carte [efface]', secret: true })).toBe('secret');
  });

  it('fragments are read together', () => {
    expect(meant(menu, 'le r', { ...ears, fragment: 'comment' })).toBe('miss unknown');
    expect(meant(menu, 'xkcd', { ...ears, fragment: 'comment avoir le rsa' })).toBe('question');
    expect(meant(menu, 'xkcd', { ...ears, fragment: 'il me frappe' })).toBe('danger violence, miss unknown');
  });
});

describe('commands, in whatever language and spelling', () => {
  const typed: Record<Global, string[]> = {
    menu: ['Menu', 'MENU svp', 'retour au menu', 'acceuil', 'bonjour, menu', 'main menu please'],
    help: [
      'aide',
      'Aidez-moi SVP !',
      '?',
      '???',
      'comment ça marche',
      'je comprend pas',
      'help',
      'assist me',
    ],
    back: ['retour', 'RETOUR.', 'ariere', 'en arrière', 'retour svp', 'back', 'go back please'],
    repeat: ['répéter', 'repété', 'répète stp', 'encore', 'hein ?', 'repeat', 'say that again'],
    language: ['langue', 'LANGUES', 'changer de langue', 'language', 'change language'],
    human: [
      ...["quelqu'un", 'quelqu’un svp', 'quelqu1', 'kelkun', 'conseillé', 'une personne', 'Rappelez-moi'],
      ...['someone', 'an adviser', 'call me back', 'talk to someone please'],
    ],
    contact: ['contact', 'qui êtes-vous ?', "c'est qui", 'c ki', 'who are you?', "who's this"],
    all: ['TOUT', 'tout lire', 'tt', 'all', 'everything'],
    optOut: ['ARRET', 'Arrêt', 'arrêt svp', 'STOP', 'stop sms', 'désabonnez-moi', 'unsubscribe', 'Cancel'],
    optIn: ['RECEVOIR', 'start', 'UNSTOP', 'receive', 'recieve'],
    slower: ['moins vite', 'lentement svp', 'slower', 'too fast'],
  };
  test.each(GLOBALS.flatMap((word) => typed[word].map((text) => [text, word] as const)))(
    '%s → %s',
    (text, word) => {
      expect(meant(sheet, text)).toBe(`global ${word}`);
      // Even where any words would do.
      expect(meant(shown({ ask: WORDS }), text)).toBe(`global ${word}`);
    },
  );

  test.each([
    'arret maladie',
    'aide au logement',
    'effacer mon casier',
    'retour au travail',
    'contact avec la caf',
    'tout savoir sur le rsa',
    'help with housing',
  ])('%s is a question, not a command', (text) => {
    expect(meant(sheet, text)).toBe('question');
    expect(meant(shown({ ask: WORDS }), text)).toBe(`event SAID ${text}`);
  });

  it('knows no command that another list claims', () => {
    const of = GLOBALS.flatMap((word) =>
      [fr, en].flatMap((t) => t.words.globals[word].map((w) => [w, word])),
    );
    for (const [text, word] of of) {
      const claimed = of.filter(([other]) => other === text).map(([, by]) => by);
      expect(new Set(claimed), text).toEqual(new Set([word]));
    }
  });
});

describe('the order: opt-out, danger, command, offered answer, open text, search, miss', () => {
  const open = shown({ options: [PAPERS], ask: WORDS });
  test.each([
    // The reader of dangers would hear nothing else.
    [sheet, 'STOP', 'global optOut'],
    [sheet, 'il me frappe', 'danger violence, miss unknown'],
    [open, 'il me frappe', 'danger violence, event SAID il me frappe'],
    [open, 'papiers', 'event PAPERS'],
    [open, '1', 'event PAPERS'],
    [open, 'aide', 'global help'],
    [open, 'le rsa', 'event SAID le rsa'],
    [open, '7', 'event SAID 7'],
    [open, '75011', 'event SAID 75011'],
    [sheet, 'le rsa', 'question'],
    [sheet, 'xkcd', 'miss unknown'],
    [sheet, '', 'miss empty'],
    [sheet, '  \n', 'miss empty'],
    // Names that every object has.
    [sheet, 'constructor', 'miss unknown'],
    [sheet, 'toString', 'miss unknown'],
  ])('%#: %s', (s, text, meaning) => {
    expect(meant(s as Shown, text as string)).toBe(meaning);
  });

  it('lets a command be the danger itself', () => {
    const alarm = { ...knowledge, danger: () => DANGER };
    expect(meant(sheet, 'aidez moi', { ...ears, knowledge: alarm })).toBe('danger violence, global help');
    expect(meant(sheet, 'arret', { ...ears, knowledge: alarm })).toBe('global optOut');
  });
});

describe('the numbers of answers', () => {
  test.each([
    ...[
      '1',
      '1.',
      '1)',
      '(1)',
      ' 1 ',
      '1️⃣',
      '①',
      '１',
      '١',
      'un',
      'Une',
      'le 1',
      'la 1ere',
      '1er',
      'le premier',
    ],
    ...[
      'numéro 1',
      'n°1',
      'option 1',
      'tapez 1',
      'je veux le 1',
      '1 svp',
      'bonjour 1 merci',
      'one',
      'the 1st',
    ],
  ])('%s is the first', (text) => {
    expect(meant(sheet, text)).toBe('event PAPERS');
  });
  test.each([
    ...[
      '2',
      'le 2',
      'deux',
      '2eme',
      '2ème',
      'la deuxième',
      'second',
      'Réponse 2',
      'c 2',
      '2️⃣',
      '2!!',
      'deuzieme',
    ],
    ...['two', 'number two please', 'I want 2', 'option two', '2nd'],
  ])('%s is the second', (text) => {
    expect(meant(sheet, text)).toBe('event COST');
  });

  test.each([
    ['3', 'miss choice'],
    ['la 3', 'miss choice'],
    ['12', 'miss choice'],
    ['0', 'global help'],
    ['*', 'global back'],
    ['#', 'global repeat'],
    ['17', 'miss emergency'],
    ['le 115', 'miss emergency'],
    ['39 19', 'miss emergency'],
    ['75011', 'miss postal'],
    ['75 011', 'miss postal'],
    ['75018', 'near p:75018'],
    ['06 39 98 00 01', 'miss phone'],
    ['+33639980001', 'miss phone'],
  ])('%s where no such answer is offered → %s', (text, meaning) => {
    expect(meant(sheet, text)).toBe(meaning);
  });

  it('reads digits that are asked for', () => {
    const ten = shown({ options: [{ label: line('Pas de mobile'), event: { type: 'NONE' } }], ask: TEN });
    expect(meant(ten, '06 39 98 00 01')).toBe('event NUMBER 0639980001');
    expect(meant(ten, 'c le 06.39.98.00.01')).toBe('event NUMBER 0639980001');
    expect(meant(ten, '1')).toBe('event NONE');
    expect(meant(ten, '0639')).toBe('miss choice');
    expect(meant(ten, 'pas de mobile')).toBe('event NONE');
  });
});

describe('the names of answers', () => {
  test.each([
    ['papiers', 'PAPERS'],
    ['les papiers à apporter', 'PAPERS'],
    ['quels papiers il faut', 'PAPERS'],
    ['de quoi j’ai besoin', 'PAPERS'],
    ['combien sa coute', 'COST'],
    ['c combien', 'COST'],
    ['PRIX', 'COST'],
    ['le prix et le délai', 'COST'],
    ['quel numéro', 'CALL'],
    ["c'est quoi le numero svp", 'CALL'],
    ['qui appeler ?', 'CALL'],
    ["c'est où", 'WHERE'],
    ['où dois je aller', 'WHERE'],
  ])('%s → %s', (text, event) => {
    expect(meant(sheet, text)).toBe(`event ${event}`);
  });
  test.each([
    ['papers', 'PAPERS'],
    ['what papers do I need?', 'PAPERS'],
    ['what do i bring', 'PAPERS'],
    ['how much does it cost', 'COST'],
    ['how long', 'COST'],
    ['who do i call', 'CALL'],
    ['phone number pls', 'CALL'],
    ['where do i go', 'WHERE'],
    ['how do i do it', 'STEPS'],
    ['what to do', 'STEPS'],
  ])('%s → %s, in English', (text, event) => {
    expect(meant(english, text, hearing('en'))).toBe(`event ${event}`);
  });

  it('does not take a longer question for one of its words', () => {
    expect(meant(sheet, 'papiers pour le logement de mon fils')).toBe('question');
    expect(meant(sheet, 'prix du permis bateau')).toBe('miss unknown');
  });
});

describe('yes and no', () => {
  test.each([
    ...['oui', 'OUI !', 'ouais', 'ui', 'wé', 'ok', 'dac', "d'accord", 'c ça', 'oui merci', 'bien sûr', 'yes'],
    ...['1', '👍', '👍🏽', '👍👍', ' 👍🏿 👍🏿 ', '✅'],
  ])('%s is a yes', (text) => {
    expect(meant(question, text)).toBe('event YES');
  });
  test.each(['non', 'nan', 'NON MERCI', 'nn', 'pas du tout', '2', 'no', '👎', '👎🏻', '❌'])(
    '%s is a no',
    (text) => {
      expect(meant(question, text)).toBe('event NO');
    },
  );
  test.each([
    ['yes please', 'YES'],
    ['yeah', 'YES'],
    ["that's right", 'YES'],
    ['no thanks', 'NO'],
    ['nope', 'NO'],
    ['👎', 'NO'],
  ])('%s → %s, in English', (text, event) => {
    const asked = shown({ options: yesNo(en, yes, no) });
    expect(meant(asked, text, hearing('en'))).toBe(`event ${event}`);
  });
  it('reads no meaning into other signs, nor into mixed ones', () => {
    expect(meant(question, '🙂')).toBe('hello');
    expect(meant(question, '👍👎')).toBe('hello');
  });
});

describe('languages', () => {
  const asked = (text: string, lang = 'fr', s: Shown = sheet): string | undefined => {
    const meaning = understand(s, said(text), hearing(lang));
    return meaning.is === 'language' || meaning.is === 'question'
      ? `${meaning.is} ${meaning.lang}`
      : meaning.is;
  };
  test.each([
    ['English', 'en'],
    ['english please', 'en'],
    ['anglais svp', 'en'],
    ["I don't speak French", 'en'],
    ['Français', 'fr'],
    ['in French', 'fr'],
  ])('%s asks for %s', (text, lang) => {
    expect(asked(text)).toBe(`language ${lang}`);
  });
  test.each([
    ['fr', 'how do i get the rsa', 'question en'],
    ['fr', 'hello i need help with housing please', 'question en'],
    ['fr', 'le rsa', 'question undefined'],
    // Letters alone are no words, in any language.
    ['fr', 'i s a rsa', 'question undefined'],
    ['fr', 'do you have rsa', 'question en'],
    ['en', 'how do i get the rsa', 'question undefined'],
    ['en', 'je voudrais avoir le rsa', 'question fr'],
    // Neither is clear.
    ['fr', 'rsa money', 'question undefined'],
    ['en', 'rsa france travail', 'question undefined'],
  ])('spoken to in %s, %s is a %s', (lang, text, meaning) => {
    expect(asked(text, lang)).toBe(meaning);
  });
  it('keeps the name of a language that an open entry asked for', () => {
    expect(meant(shown({ ask: WORDS }), 'anglais')).toBe('event SAID anglais');
  });
});

describe('thanks and greetings', () => {
  test.each([
    ...[
      'merci',
      'Merci beaucoup !',
      'ok merci',
      'merci madame',
      'bonne journée',
      'au revoir',
      'ok',
      '👍',
      '🙏🏾',
    ],
    ...['thank you', 'ok thanks', 'thanks a lot', 'bye', 'got it'],
  ])('%s is thanks', (text) => {
    expect(meant(sheet, text)).toBe('thanks');
  });
  test.each(['bonjour', 'Bonjour Madame', 'slt', 'coucou', 'hello', 'good morning', '!!', '…'])(
    '%s is a greeting',
    (text) => {
      expect(meant(sheet, text)).toBe('hello');
    },
  );
  it('takes every politeness away at both ends, and nothing else', () => {
    for (const polite of [...fr.words.polite, ...en.words.polite]) {
      expect(meant(sheet, `${polite} menu`), polite).toBe('global menu');
      expect(meant(sheet, `menu, ${polite}`), polite).toBe('global menu');
    }
  });
});

describe('what is not words', () => {
  const message = shown({ ask: { kind: 'message', event: 'WORDS', maxSeconds: 60 } });
  test.each<[string, Shown, Input, string]>([
    ['a call begins', sheet, { kind: 'call' }, 'call'],
    ['silence', sheet, { kind: 'silence' }, 'silence'],
    ['a picture', sheet, { kind: 'wordless', what: 'picture' }, 'miss picture'],
    ['nothing at all', sheet, { kind: 'wordless', what: 'empty' }, 'miss empty'],
    ['an end of a call put through', sheet, { kind: 'dialed', answered: true }, 'event DIALED'],
    ['a message', message, { kind: 'recording', id: 'RE1', seconds: 4 }, 'event WORDS RE1'],
    ['a message unasked', sheet, { kind: 'recording', id: 'RE1', seconds: 4 }, 'miss unheard'],
    ['speech', sheet, { kind: 'speech', text: 'Les papiers.', confidence: 0.9 }, 'event PAPERS'],
    ['unclear speech', sheet, { kind: 'speech', text: 'mmh bzz', confidence: 0.2 }, 'miss unheard'],
    ['a key', sheet, { kind: 'digits', digits: '2' }, 'event COST'],
    ['a key that is not offered', sheet, { kind: 'digits', digits: '5' }, 'miss choice'],
    ['no key', sheet, { kind: 'digits', digits: '' }, 'miss unheard'],
    ['0', sheet, { kind: 'digits', digits: '0' }, 'global help'],
    ['star', sheet, { kind: 'digits', digits: '*' }, 'global back'],
    ['hash', sheet, { kind: 'digits', digits: '#' }, 'global repeat'],
    ['8', sheet, { kind: 'digits', digits: '8' }, 'global slower'],
    ['9', sheet, { kind: 'digits', digits: '9' }, 'global menu'],
    ['ten keys', shown({ ask: TEN }), { kind: 'digits', digits: '0639980001' }, 'event NUMBER 0639980001'],
    ['too many', shown({ ask: TEN }), { kind: 'digits', digits: '06399800012' }, 'miss choice'],
    ['star in an entry', shown({ ask: TEN }), { kind: 'digits', digits: '0639*' }, 'global back'],
  ])('%s', (_, s, input, meaning) => {
    expect(meant(s, input)).toBe(meaning);
  });
});

describe('pages', () => {
  const long = showPage({ lines: [line('a'), line('b')], options: [] }, 'sms', { ...START, to: 1 });
  const many = shown({
    options: 'abcdef'.split('').map((c) => ({ label: line(`choix ${c}${c}${c}`), event: { type: c } })),
  });
  test.each(['1', 'suite', 'Suite svp', 'la suite', 'ok', 'oui', '👍', 'next', 'more', 'un'])(
    '%s tells the rest',
    (text) => {
      expect(meant(long, text)).toBe('next');
    },
  );
  test.each(['4', 'suite', 'autres choix', 'more choices'])('%s offers the other answers', (text) => {
    expect(meant(many, text)).toBe('more');
  });
  it('knows answers that another page offers by their name', () => {
    expect(meant(many, 'choix eee')).toBe('event e');
  });
});

describe('whatever is sent', () => {
  const everything = [sheet, question, english, shown({ ask: WORDS }), shown({ ask: TEN }), shown()];
  const MEANINGS =
    'danger global event next more silence thanks hello call question language talk near secret miss'.split(
      ' ',
    );
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc
      .array(
        fc.constantFrom(...fr.words.polite, ...fr.words.small, ...en.words.around, '1', '👍', 'rsa', '#'),
      )
      .map((words) => words.join(' ')),
  );

  it('never throws and always means something', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...everything),
        anyText,
        fc.constantFrom('text', 'speech', 'digits'),
        (s, text, kind) => {
          const input = (
            kind === 'digits' ? { kind, digits: text } : { kind, text, confidence: 0.5 }
          ) as Input;
          expect(MEANINGS).toContain(understand(s, input, ears).is);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['fr', fr],
    ['en', en],
  ])('takes every offered key in each of its forms (%s)', (lang, t) => {
    const labels = ['alpha', 'bravo', 'carré', 'delta'].map((name) => line(name));
    const forms = (i: number) => [
      ...[
        `${i}`,
        `${i}.`,
        `${i})`,
        `${i}️⃣`,
        String.fromCodePoint(0x245f + i),
        String.fromCodePoint(0xff10 + i),
      ],
      ...(t.words.numbers[i] ?? []),
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 4 }),
        fc.nat(),
        fc.constantFrom('', ...t.words.around, ...t.words.polite),
        fc.boolean(),
        (count, picked, form, beside, upper) => {
          const i = Math.min(picked, count);
          const options = labels.slice(0, count).map((label, n) => ({ label, event: { type: `${n + 1}` } }));
          const all = [...forms(i), (labels[i - 1] as { text: string }).text];
          const typed = `${beside} ${all[form % all.length]}`.trim();
          expect(meant(shown({ options }), upper ? typed.toUpperCase() : typed, hearing(lang)), typed).toBe(
            `event ${i}`,
          );
        },
      ),
      { numRuns: 1000 },
    );
  });

  it.each(Object.entries(texts))('compares words in the form that they have (%s)', (_, { words }) => {
    const { globals, parts, numbers, ...lists } = words;
    const all = [globals, parts, lists]
      .flatMap((group) => Object.values(group))
      .concat(numbers)
      .flat();
    for (const word of all) {
      if (/\p{Extended_Pictographic}/u.test(word)) continue;
      expect(normalize(word), word).toBe(word);
    }
  });
});
