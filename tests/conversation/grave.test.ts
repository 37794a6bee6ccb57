/** Answers that act for good: read back when a digit may have meant another text, at once otherwise, and never in a call. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { World } from '../../src/conversation/world.ts';
import { HOUR, MINUTE, makeWorld, type Person, person, SECOND } from './person.ts';
import { vote } from './vote.ts';

const READ_BACK = 'Vous avez répondu : Pour.';
const QUESTION = 'Des bancs sur la place ?';
const VOTED = 'Voté : pour.';

let world: World;
beforeAll(async () => {
  const real = await makeWorld();
  world = { ...real, flows: { ...real.flows, human: vote } };
});

/** Somebody who was asked to vote, after another question. */
function asked(): Person {
  const who = person(world, 'sms');
  who.says('bonjour');
  expect(who.says("quelqu'un").words).toContain(QUESTION);
  return who;
}

describe('by text', () => {
  test('an answer after a minute acts at once', () => {
    expect(asked().says('1', MINUTE).words).toContain(VOTED);
  });

  test.each(['1', 'pour', 'le 1', '①'])(
    '"%s" within 30 s of a newer question is read back, then acts on a yes',
    (text) => {
      const who = asked();
      const back = who.says(text, 29 * SECOND);
      expect(back.words).toContain(READ_BACK);
      expect(back.words).not.toContain('Voté');
      expect(who.says('1', SECOND).words).toContain(VOTED);
    },
  );

  test('30 s are enough', () => {
    expect(asked().says('1', 30 * SECOND).words).toContain(VOTED);
  });

  test('the very first question can only be the one that was meant', () => {
    const who = person(world, 'sms');
    who.says("quelqu'un");
    expect(who.says('1', SECOND).words).toContain(VOTED);
  });

  test('a question that is more than a day old is read back, even when there was talk since', () => {
    const who = asked();
    who.says('aide', 20 * HOUR);
    expect(who.says('1', 4 * HOUR + SECOND).words).toContain(READ_BACK);
    const younger = asked();
    younger.says('aide', 20 * HOUR);
    expect(younger.says('1', 4 * HOUR - MINUTE).words).toContain(VOTED);
  });

  test('after a night the question is offered, asked anew, and then it acts at once', () => {
    const who = asked();
    expect(who.says('1', 25 * HOUR).words).toContain('La dernière fois');
    expect(who.says('1').words).toContain(QUESTION);
    expect(who.says('1', MINUTE).words).toContain(VOTED);
  });

  test.each(['2', 'non', 'retour'])('"%s" takes it back, and the question stands', (text) => {
    const who = asked();
    who.says('1', SECOND);
    const again = who.says(text, MINUTE);
    expect(again.words).toContain(QUESTION);
    expect(again.session.confirm).toBeNull();
    expect(who.says('2', MINUTE).words).toContain('Voté : contre.');
  });

  test('what is not a yes or a no does not act', () => {
    const who = asked();
    who.says('1', SECOND);
    expect(who.says('xkcd vroum').words).toContain('1 confirme, 2 annule.');
    expect(who.says('3').words).not.toContain('Voté');
    expect(who.says('encore').words).toContain(READ_BACK);
    expect(who.says('oui').words).toContain(VOTED);
  });

  test('another question or the menu drops it', () => {
    for (const text of ['passeport', 'menu']) {
      const who = asked();
      who.says('1', SECOND);
      const said = who.says(text);
      expect(said.session.confirm).toBeNull();
      expect(who.says('oui').words).not.toContain('Voté');
    }
  });

  test('a danger is answered and the read-back stands', () => {
    const who = asked();
    who.says('1', SECOND);
    const said = who.says('mon mari me frappe');
    expect(said.words).toMatch(/3919|17/);
    expect(said.words).not.toContain('Voté');
    expect(said.session.confirm).not.toBeNull();
    expect(who.says('2').words).toContain(QUESTION);
  });
});

describe('in a call', () => {
  test.each([
    ['at once', SECOND],
    ['very late', 25 * HOUR],
  ])('a key acts, pressed %s', (_, gap) => {
    const who = person(world, 'voice');
    who.does({ kind: 'call' });
    expect(who.says("quelqu'un").words).toContain(QUESTION);
    expect(who.presses('1', gap).words).toContain(VOTED);
  });

  test('so does a word', () => {
    const who = person(world, 'voice');
    who.does({ kind: 'call' });
    who.says("quelqu'un");
    expect(who.says('pour', SECOND).words).toContain(VOTED);
  });
});
