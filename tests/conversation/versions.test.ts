/** What was kept by another version, or spoilt: migrated where that is possible, else the menu, politely. */

import { beforeAll, describe, expect, test } from 'vitest';
import { assign, setup } from 'xstate';
import { defineFlow, type Frame } from '../../flows/flow.ts';
import { readSession } from '../../src/conversation/session.ts';
import { turn } from '../../src/conversation/turn.ts';
import type { World } from '../../src/conversation/world.ts';
import { MINUTE, makeWorld, type Person, person } from './person.ts';

const MENU = 'Relais, service automatique';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

function frame(more: Partial<Frame>): Frame {
  return { flow: 'rights', version: 1, value: 'short', context: GOOD, ...more };
}
const GOOD = { theme: null, choices: [], sheet: 'passeport', part: 'short' };

/** Somebody whose last dialogue was kept like this. */
function kept(top: unknown, channel: 'sms' | 'voice' = 'sms', of: World = world): Person {
  const who = person(of, channel);
  if (channel === 'voice') who.does({ kind: 'call' });
  who.says('passeport');
  who.alter((session) => ({ ...session, stack: [(session.stack as Frame[])[0], top] }));
  return who;
}

const SPOILT: readonly (readonly [string, unknown])[] = [
  ['a dialogue that is no more', frame({ flow: 'gone' })],
  ['a name that every object has', frame({ flow: 'constructor' })],
  ['a version of the future', frame({ version: 99 })],
  ['no version', { ...frame({}), version: undefined }],
  ['a version below the first', frame({ version: 0 })],
  ['a context of another shape', frame({ context: { sheet: 3 } })],
  ['no context', frame({ context: null })],
  ['a context that is a list', frame({ context: [] })],
  ['a state that is no more', frame({ value: 'nowhere' })],
  ['a state within a state', frame({ value: { short: 'deep' } })],
  ['a state that is a number', frame({ value: 42 })],
  ['no state', frame({ value: null })],
  ['no state at all', frame({ value: undefined })],
  ['nothing', null],
  ['words', 'rights'],
];

describe('what cannot be read', () => {
  test('the good one can', () => {
    expect(kept(frame({})).says('encore').words).toContain('86 euros');
  });

  test.each(SPOILT)('%s: by text, the menu, and no digit is read into it', (_, top) => {
    const who = kept(top);
    const said = who.says('1');
    expect(said.words).toContain(MENU);
    expect(said.session.stack).toHaveLength(1);
    expect(who.says('1').words).toContain('Quel thème');
  });

  test.each(SPOILT)('%s: a clear question is answered', (_, top) => {
    expect(kept(top).says('je veux le rsa').session.stack.at(-1)).toMatchObject({
      context: { sheet: 'rsa' },
    });
  });

  test.each(SPOILT)('%s: in what was parked, the menu', (_, top) => {
    const who = person(world, 'sms');
    who.says('passeport');
    who.says('menu');
    who.alter((session) => {
      const parked = session.parked as { stack: Frame[] };
      return { ...session, parked: { ...parked, stack: [parked.stack[0], top] } };
    });
    expect(who.says('1').words).toContain(MENU);
  });

  test.each(SPOILT)('%s: in a call that was cut, a new one', (_, top) => {
    const said = kept(top, 'voice').callsAgain(MINUTE);
    expect(said.words).toContain('Dites votre question');
  });

  test('it keeps its language', () => {
    const who = kept(frame({ value: 'nowhere' }));
    who.alter((session) => ({ ...session, lang: 'en' }));
    const said = who.says('hello');
    expect(said.told.lang).toBe('en');
    expect(said.words).toContain('automatic service');
  });

  test('in a call the turns are counted on: a number that was used has its answer already', () => {
    const who = kept(frame({ value: 'nowhere' }), 'voice');
    const before = who.session?.turn ?? 0;
    expect(before).toBe(2);
    expect(who.presses('1').told.turn).toBe(before + 1);
    const { told } = turn(world, { lostAt: 7 }, { kind: 'silence' }, who.moment());
    expect(told.turn).toBe(8);
  });

  test.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['another thing', '[]'],
    ['a version of the future', '{"v":2}'],
  ])('as bytes: %s', (_, bytes) => {
    expect(readSession(bytes)).toBeUndefined();
  });
});

describe('a dialogue of version 3', () => {
  const machine = setup({
    types: {
      context: {} as { asked: string; count: number },
      events: {} as { type: 'ASK' } | { type: 'ADD' },
    },
  }).createMachine({
    id: 'rights',
    context: { asked: '', count: 0 },
    initial: 'counting',
    on: { ASK: {} },
    states: {
      counting: { on: { ADD: { actions: assign({ count: ({ context }) => context.count + 1 }) } } },
    },
  });
  const counting = (migrations: NonNullable<Parameters<typeof defineFlow>[0]['migrations']>) =>
    defineFlow({
      id: 'rights',
      version: 3,
      machine,
      view: (s) => ({
        lines: [{ text: `${s.context.asked} ${s.context.count}` }],
        options: [{ label: { text: 'Un de plus' }, event: { type: 'ADD' } }],
      }),
      isContext: (c) =>
        typeof (c as { asked: unknown }).asked === 'string' &&
        typeof (c as { count: unknown }).count === 'number',
      migrations,
      sameSituation: (s) => JSON.stringify(s.context),
      entries: [{ type: 'ASK' }],
      samples: [],
    });
  /** Version 1 had a state of another name and a text; version 2 a count beside it. */
  const old: Frame = frame({ value: 'old', context: 'moutons' });
  const chain = {
    1: (f: Frame): Frame => ({ ...f, context: { asked: f.context, number: 4 } }),
    2: (f: Frame): Frame => {
      const { asked, number } = f.context as { asked: string; number: number };
      return { ...f, value: 'counting', context: { asked, count: number } };
    },
  };
  const withFlow = (flow: ReturnType<typeof counting>): World => ({
    ...world,
    flows: { ...world.flows, rights: flow },
  });
  const someone = (flow: ReturnType<typeof counting>, top: Frame): Person => {
    const who = person(withFlow(flow), 'sms');
    who.says('bonjour');
    who.alter((session) => ({ ...session, stack: [(session.stack as Frame[])[0], top] }));
    return who;
  };

  test('reads a frame of version 1 through both steps, and keeps it as its own', () => {
    const said = someone(counting(chain), old).says('1');
    expect(said.words).toContain('moutons 5');
    expect(said.session.stack.at(-1)).toEqual({
      flow: 'rights',
      version: 3,
      value: 'counting',
      context: { asked: 'moutons', count: 5 },
    });
  });

  test('reads a frame of version 2 through the last step', () => {
    const two = { ...old, version: 2, context: { asked: 'chats', number: 9 } };
    expect(someone(counting(chain), two).says('1').words).toContain('chats 10');
  });

  test.each([
    ['a step is missing', { 2: chain[2] }],
    [
      'a step throws',
      {
        ...chain,
        2: () => {
          throw new TypeError('not as it was');
        },
      },
    ],
    ['a step makes something else', { ...chain, 2: (f: Frame) => f }],
  ])('begins again at the menu when %s', (_, migrations) => {
    expect(someone(counting(migrations), old).says('1').words).toContain(MENU);
  });
});
