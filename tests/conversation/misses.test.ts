/** What is not understood, what frightens, what is left open: the question stands, and a way out is always said. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { World } from '../../src/conversation/world.ts';
import { MINUTE, makeWorld, person } from './person.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const MENU = 'Relais, service automatique';
const NOBODY = 'Personne ne lit';
const SHEET_HELP = 'écrivez un mot : prix, papiers, lieu';

function reading() {
  const who = person(world, 'sms');
  who.says('passeport');
  return who;
}

describe('a miss', () => {
  test('is helped about this very question, which stands', () => {
    const who = reading();
    const missed = who.says('xkcd vroum');
    expect(missed.words).toContain('Je ne sais pas répondre à cela.');
    expect(missed.words).toContain(SHEET_HELP);
    expect(missed.words).toContain('1 Démarche');
    expect(who.says('1').words).toContain('Démarche');
    const menu = person(world, 'sms').says('xkcd vroum');
    expect(menu.words).toContain('Écrivez votre question');
    expect(menu.words).not.toContain(SHEET_HELP);
  });

  test('three in a row lead to the menu and to a person; what was read can be taken up', () => {
    const who = reading();
    who.says('xkcd vroum');
    expect(who.says('patati vroum').words).not.toContain(MENU);
    const third = who.says('qsdf jklm');
    expect(third.words).toContain("QUELQU'UN");
    expect(third.words).toContain(MENU);
    expect(third.words).toContain('1 Reprendre');
    expect(third.session.misses).toBe(0);
    expect(who.says("quelqu'un").words).toContain(NOBODY);
  });

  test('anything understood in between begins the count again', () => {
    const who = reading();
    for (const text of ['xkcd vroum', 'patati vroum', 'papiers', 'xkcd vroum', 'patati vroum'])
      expect(who.says(text).words).not.toContain(MENU);
  });

  test.each([
    ['15', 'on ne joint pas le 15'],
    ['115', 'on ne joint pas le 115'],
    ['112', 'on ne joint pas le 112'],
    ['75011', 'Que cherchez-vous'],
    ['06 39 98 01 02', 'rien faire de ce numéro'],
    ['7', "n'est pas proposé"],
  ])('a number alone has its own answer: %s', (text, answer) => {
    const said = person(world, 'sms').says(text);
    expect(said.words).toContain(answer);
  });

  test.each([
    ['picture', 'Je ne sais pas lire les images'],
    ['empty', 'Votre message est vide'],
  ] as const)('a text without words: %s', (what, answer) => {
    const who = reading();
    const said = who.does({ kind: 'wordless', what });
    expect(said.words).toContain(answer);
    expect(said.session.stack).toHaveLength(2);
  });

  test('in a call three silences end it kindly; a word in between begins the count again', () => {
    const who = person(world, 'voice');
    who.does({ kind: 'call' });
    for (let n = 0; n < 2; n += 1) {
      const said = who.does({ kind: 'silence' });
      expect(said.words).toContain("Je n'ai rien entendu");
      expect(said.words).toContain('Choisir un thème');
    }
    who.presses('#');
    for (let n = 0; n < 2; n += 1) expect(who.does({ kind: 'silence' }).told.end).toBe(false);
    const bye = who.does({ kind: 'silence' });
    expect(bye.told.end).toBe(true);
    expect(bye.words).toContain('Au revoir');
  });
});

describe('help', () => {
  test('0 explains this question, 0 again finds a human', () => {
    for (const channel of ['sms', 'voice'] as const) {
      const who = person(world, channel);
      if (channel === 'voice') who.does({ kind: 'call' });
      who.says('passeport');
      const helped = who.presses('0');
      expect(helped.words).toContain('prix, papiers, lieu');
      expect(helped.session.stack).toHaveLength(2);
      // The body that answers for passports.
      expect(who.presses('0').session.stack.at(-1)).toMatchObject({ flow: 'human', value: 'body' });
    }
  });

  test('0, something else, 0 is help again', () => {
    const who = reading();
    who.says('0');
    who.says('papiers');
    expect(who.says('0').session.stack.at(-1)?.flow).toBe('rights');
  });
});

describe('a danger', () => {
  test('is answered first; the same question stands and nothing of it is lost', () => {
    const who = reading();
    const before = who.session;
    const said = who.says('je vais me tuer');
    const [first = ''] = said.words.split('\n');
    expect(first).toMatch(/17|3919|15|112|114/);
    expect(said.session.stack).toEqual(before?.stack);
    expect(said.discreet).toBe(true);
    expect(who.says('1').words).toContain('Démarche');
  });

  test('its answer comes before what else was asked', () => {
    const said = reading().says('je veux mourir, et je veux le rsa');
    expect(said.words).toMatch(/^Parlez au 3114/);
  });

  test('in an open entry the text is kept as well', () => {
    const who = reading();
    who.says('avis');
    who.says('2');
    const said = who.says('je veux mourir, le prix a changé');
    expect(said.words).toContain('3114');
    expect(said.outer).toEqual([
      {
        type: 'feedback',
        sheet: 'passeport',
        helped: false,
        words: 'je veux mourir, le prix a changé',
      },
    ]);
  });

  test('is heard in a call too', () => {
    const who = person(world, 'voice');
    who.does({ kind: 'call' });
    expect(who.says('mon mari me frappe').words).toMatch(/trente-neuf dix-neuf|17/);
  });
});

describe('an open entry', () => {
  const open = (channel: 'sms' | 'voice' = 'sms') => {
    const who = person(world, channel);
    if (channel === 'voice') who.does({ kind: 'call' });
    who.says('passeport');
    who.says('avis');
    const asked = who.presses('2');
    expect(asked.told.shown.prompt.ask?.kind).toBe('message');
    return { who, asked };
  };

  test.each([
    'le prix a changé',
    'passeport',
    'c est le menu qui manque',
    'arret de bus introuvable',
    '75011',
    '15',
  ])('takes "%s" as it is', (text) => {
    const said = open().who.says(text);
    expect(said.outer).toMatchObject([{ type: 'feedback', words: text }]);
    expect(said.words).toContain('Merci');
  });

  test('a word for everything that is the whole message still works', () => {
    expect(open().who.says('menu').words).toContain(MENU);
    expect(open().who.says('retour').words).toContain('Cette réponse vous a-t-elle aidé');
    for (const text of ['STOP', 'Arrêt', 'arret svp']) {
      const said = open().who.says(text);
      expect(said.optOut, text).toBe('ours');
      expect(said.outer).toEqual([]);
    }
  });

  test('in a call it is a recording, by its id', () => {
    const { who, asked } = open('voice');
    expect(asked.words).toContain('est enregistré');
    const said = who.does({ kind: 'recording', id: 'RE0123', seconds: 7 });
    expect(said.outer).toEqual([
      { type: 'feedback', sheet: 'passeport', helped: false, recording: 'RE0123' },
    ]);
  });

  test('a recording that nothing asked for is not taken', () => {
    const who = person(world, 'voice');
    who.does({ kind: 'call' });
    const said = who.does({ kind: 'recording', id: 'RE0123', seconds: 7 }, MINUTE);
    expect(said.outer).toEqual([]);
    expect(said.words).toContain("Je n'ai pas bien compris");
  });
});
