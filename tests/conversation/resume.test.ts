/** After a pause: going on where it was, without ever naming what it was about. */
import { beforeAll, describe, expect, test } from 'vitest';
import { normalize } from '../../flows/normalize.ts';
import type { World } from '../../src/conversation/world.ts';
import { DAY, HOUR, MINUTE, makeWorld, type Person, person, type Said } from './person.ts';

const DISCREET = ['complementaire-sante', 'loyer-impaye', 'titre-sejour-renouvellement', 'surendettement'];
const PLAIN = ['passeport', 'rsa', 'permis-conduire-perdu', 'aide-juridictionnelle'];
const NIGHT = DAY + MINUTE;

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

function title(sheet: string): string {
  return world.knowledge.sheet(sheet, 'fr')?.title.text ?? '';
}

/** Words of its name that are not small ones. */
function nameOf(sheet: string): string[] {
  return normalize(title(sheet))
    .split(' ')
    .filter((word) => word.length > 2);
}

function expectUnnamed(said: Said, sheet: string): void {
  const words = normalize(said.words).split(' ');
  for (const word of nameOf(sheet)) expect(words, said.words).not.toContain(word);
}

/** Somebody who was reading the steps of a sheet. */
function reading(sheet: string, channel: 'sms' | 'voice' = 'sms') {
  const who = person(world, channel);
  if (channel === 'voice') who.does({ kind: 'call' });
  who.says(title(sheet));
  const last = who.says('démarche');
  expect(last.session.stack.at(-1)).toMatchObject({ flow: 'rights', value: 'part', context: { sheet } });
  return { who, last };
}

/** Opens a theme from the menu, leafing through the list. */
function choose(who: Person, theme: string): Said {
  who.says('menu');
  let said = who.says('choisir un thème');
  for (;;) {
    const { options, more } = said.told.shown;
    const found = options.find(({ option }) => option.event.theme === theme);
    if (!found && more === undefined) throw new Error(`no theme ${theme}`);
    said = who.says(found?.key ?? more ?? '');
    if (found) return said;
  }
}

const OFFER = 'La dernière fois';

describe('a text conversation that slept', () => {
  test.each(PLAIN)(
    'is offered again without a word of its subject, and goes on exactly there: %s',
    (sheet) => {
      const { who, last } = reading(sheet);
      const offered = who.says('1', NIGHT);
      expect(offered.words).toContain(OFFER);
      expectUnnamed(offered, sheet);
      const back = who.says('1');
      expect(back.words).toBe(last.words);
      expect(back.session.stack).toEqual(last.session.stack);
      expect(back.session.page).toEqual(last.session.page);
    },
  );

  test('goes on at the page that was reached', () => {
    const who = person(world, 'sms');
    who.says('carte d’identité perdue');
    const first = who.says('tout');
    expect(first.told.shown.next).toBe('1');
    const second = who.says('1');
    expect(second.words).not.toBe(first.words);
    who.says('2', 30 * DAY);
    expect(who.says('oui').words).toBe(second.words);
  });

  test('does not sleep before a day is over', () => {
    const { who } = reading('passeport');
    expect(who.says('1', DAY).words).not.toContain(OFFER);
    expect(who.says('1', DAY + 1).words).toContain(OFFER);
  });

  test.each(['1', '2', '4', 'oui', 'bonjour', 'xkcd vroum', 'papiers'])(
    'is offered before "%s" is read into anything',
    (text) => {
      const { who } = reading('passeport');
      expect(who.says(text, NIGHT).words).toContain(OFFER);
    },
  );

  test('2 forgets it for good', () => {
    const { who } = reading('passeport');
    who.says('bonjour', NIGHT);
    expect(who.says('2').words).toContain('Relais, service automatique');
    expect(who.session?.parked).toBeNull();
    expect(who.says('menu').words).not.toContain('Reprendre');
  });

  test('a clear new question is answered first, then the offer stands', () => {
    const { who, last } = reading('passeport');
    const asked = who.says('je veux le rsa', NIGHT);
    expect(asked.session.stack.at(-1)).toMatchObject({ context: { sheet: 'rsa' } });
    expect(asked.words).toContain('Pour reprendre avant cette question');
    expectUnnamed(asked, 'passeport');
    // Its keys are those of the new question.
    expect(who.says('1').session.stack.at(-1)).toMatchObject({ value: 'part', context: { sheet: 'rsa' } });
    expect(who.says('menu').words).toContain('Reprendre');
    expect(who.says('1').words).toBe(last.words);
  });

  test('the way back that the text names leads there', () => {
    const { who, last } = reading('passeport');
    const asked = who.says('je veux le rsa', NIGHT);
    const [, way = ''] = /Pour reprendre avant cette question : (\p{Lu}+)/u.exec(asked.words) ?? [];
    const offered = who.says(way.toLowerCase());
    expect(offered.told.shown.options[0]?.option.label.text).toMatch(/Continuer|Reprendre/);
    expect(who.says('1').words).toBe(last.words);
  });

  test('a danger and a word for everything are heard at once', () => {
    const { who } = reading('passeport');
    const hurt = who.says('mon mari me frappe', NIGHT);
    expect(hurt.words).toMatch(/3919|17/);
    const other = reading('passeport').who;
    expect(other.says('menu', NIGHT).words).toContain('Relais, service automatique');
  });
});

describe('a discreet subject', () => {
  test.each(DISCREET)('is neither offered nor resumed by text: %s', (sheet) => {
    const { who } = reading(sheet);
    expect(who.session?.stack.length).toBe(2);
    const woken = who.says('1', NIGHT);
    expect(woken.words).not.toContain(OFFER);
    expect(woken.session.parked).toBeNull();
    expectUnnamed(woken, sheet);
    expect(woken.words).not.toContain('Reprendre');
    expect(who.says('1').words).toContain('Quel thème');
  });

  test.each(DISCREET)('leaves nothing to take up in the menu: %s', (sheet) => {
    const { who } = reading(sheet);
    expect(who.says('menu').words).not.toContain('Reprendre');
  });

  test.each(DISCREET)('is not offered after a cut call: %s', (sheet) => {
    const { who } = reading(sheet, 'voice');
    const again = who.callsAgain(5 * MINUTE);
    expect(again.words).not.toContain('coupés');
    expectUnnamed(again, sheet);
    expect(again.session.parked).toBeNull();
  });

  test.each(DISCREET)('stays so under what is opened over it: %s', (sheet) => {
    for (const over of ["quelqu'un", 'avis', 'langue']) {
      const { who } = reading(sheet);
      who.says(over);
      expect(who.says('bonjour', NIGHT).words, over).not.toContain(OFFER);
    }
  });

  test('stays so when so much was opened over it that it had to go', () => {
    const { who } = reading('surendettement');
    for (const over of ['avis', "quelqu'un", 'langue']) who.says(over);
    // What may tell of it went with it: the menu and the last one are left.
    expect(who.session?.stack.map((f) => f.flow)).toEqual(['menu', 'language']);
  });

  test('is not named by a choice between sheets that is taken up again', () => {
    const who = person(world, 'sms');
    const choice = who.says('dette logement');
    expect(choice.session.stack.at(-1)).toMatchObject({ value: 'choose' });
    expect(choice.words).toContain(title('surendettement'));
    expect(choice.discreet).toBe(true);
    expect(who.says('bonjour', NIGHT).words).not.toContain(OFFER);
  });

  test('nor by the theme that holds nothing else; other themes are taken up again', () => {
    const who = person(world, 'sms');
    expect(choose(who, 'residence').words).toContain('titre de séjour');
    expect(who.says('bonjour', NIGHT).words).not.toContain(OFFER);
    expect(choose(who, 'papers').words).toContain("Carte d'identité");
    expect(who.says('bonjour', NIGHT).words).toContain(OFFER);
  });

  test('is told so that it is kept for a shorter time; a plain one is not', () => {
    expect(reading('surendettement').last.discreet).toBe(true);
    expect(reading('passeport').last.discreet).toBe(false);
    expect(person(world, 'sms').says('mon mari me frappe').discreet).toBe(true);
  });
});

describe('a call that was cut', () => {
  test.each(PLAIN)('is offered again within the hour, unnamed, and goes on exactly there: %s', (sheet) => {
    const { who, last } = reading(sheet, 'voice');
    const again = who.callsAgain(HOUR);
    expect(again.words).toContain('coupés');
    expectUnnamed(again, sheet);
    expect(who.presses('1').spoken).toEqual(last.spoken);
  });

  test('is not offered after an hour', () => {
    const { who } = reading('passeport', 'voice');
    const again = who.callsAgain(HOUR + 1000);
    expect(again.words).not.toContain('coupés');
    expect(again.session.parked).toBeNull();
  });

  test('is not offered when nothing had begun', () => {
    const who = person(world, 'voice');
    who.does({ kind: 'call' });
    expect(who.callsAgain(MINUTE).words).not.toContain('coupés');
  });

  test('keeps its language and its pace', () => {
    const { who } = reading('passeport', 'voice');
    who.presses('8');
    expect(who.callsAgain(MINUTE).told.slow).toBe(true);
  });
});
