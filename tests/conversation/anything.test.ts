/** Whatever is thrown at a conversation, in whatever order and after whatever time: it answers, within its budget. */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Input } from '../../flows/input.ts';
import type { Shown } from '../../flows/paging.ts';
import { cap, compose } from '../../src/channels/sms/compose.ts';
import { PIECE_SECONDS, seconds } from '../../src/channels/voice/compose.ts';
import { shownBefore } from '../../src/conversation/prompt.ts';
import { MAX_STACK, readSession, writeSession } from '../../src/conversation/session.ts';
import { textsOf, type World } from '../../src/conversation/world.ts';
import { segments } from '../../src/text/segments.ts';
import {
  ANONYMOUS,
  DAY,
  GUIANA,
  LANDLINE,
  MOBILE,
  makeWorld,
  type Person,
  person,
  type Said,
} from './person.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

/** Names that every object answers to: a table looked up by what people write must not find them. */
const TRAPS = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'];
/** What people really write. */
const SAID = [
  'g perdu ma carte didentite',
  'je peux plus payer mon loyer',
  'renouveler mon titre de séjour',
  'apl',
  'surendettement',
  'mutuelle gratuite',
  'combien ca coute',
  'papiers',
  'mon mari me frappe',
  'je veux mourir',
  'merci',
  'bonjour',
  'menu',
  'aide',
  'retour',
  'encore',
  'langue',
  'english',
  "quelqu'un",
  'contact',
  'tout',
  'suite',
  'avis',
  'sms',
  'arret',
  'stop',
  'recevoir',
  'moins vite',
  'oui',
  'non',
  '75011',
  '0639980102',
  '115',
  '👍',
  'le prix a changé',
];

const text = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...SAID) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  { weight: 1, arbitrary: fc.constantFrom(...TRAPS) },
);
const digits = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...'1234567890*#') },
  { weight: 1, arbitrary: fc.stringMatching(/^[0-9*#]{0,14}$/) },
  { weight: 1, arbitrary: fc.constantFrom('0639980102', '0694201234', '0000000000', '0199000101') },
);
const byText: fc.Arbitrary<Input> = fc.oneof(
  { weight: 3, arbitrary: text.map((t): Input => ({ kind: 'text', text: t })) },
  { weight: 4, arbitrary: fc.constantFrom(...'12345').map((d): Input => ({ kind: 'text', text: d })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Input>(
      { kind: 'wordless', what: 'picture' },
      { kind: 'wordless', what: 'empty' },
    ),
  },
);
const byCall: fc.Arbitrary<Input> = fc.oneof(
  { weight: 6, arbitrary: digits.map((d): Input => ({ kind: 'digits', digits: d })) },
  { weight: 3, arbitrary: text.map((t): Input => ({ kind: 'speech', text: t, confidence: 0.8 })) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Input>(
      { kind: 'silence' },
      { kind: 'recording', id: 'RE1', seconds: 4 },
      { kind: 'dialed', answered: true },
      { kind: 'dialed', answered: false },
      { kind: 'call' },
    ),
  },
);
const gap = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 120_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 40 * DAY }) },
);
const steps = (of: fc.Arbitrary<Input>) =>
  fc.array(
    fc.record({ input: of, gap, again: fc.constantFrom(...new Array<boolean>(11).fill(false), true) }),
    {
      minLength: 8,
      maxLength: 20,
    },
  );

function check(said: Said, who: Person): void {
  const { session, told } = said;
  expect(said.words.trim()).not.toBe('');
  expect(session.stack.length).toBeLessThanOrEqual(MAX_STACK);
  expect(session.stack[0]?.flow).toBe('menu');
  expect(told.turn).toBe(session.turn);
  // What is kept can be read again, and is what it was.
  expect(readSession(writeSession(session))).toEqual(JSON.parse(JSON.stringify(session)));
  if (told.alone || told.end) return;
  // Every key that was shown will mean what it meant.
  const later = shownBefore(world, session, who.moment());
  expect(keysOf(later), said.words).toEqual(keysOf(told.shown));
}

function keysOf({ options, next, more }: Shown): unknown {
  return { options: options.map(({ key, option }) => [key, option.event]), next, more };
}

function checkText(said: Said, who: Person): void {
  check(said, who);
  const { shown, alone, lang } = said.told;
  const words = compose(shown, textsOf(world, lang), alone);
  // Two are usual; four when all was asked for; one where they cannot be joined.
  const most = shown.page.wide || shown.prompt.segments === 4 ? 4 : 2;
  expect(segments(words).count, words).toBeLessThanOrEqual(who.caller.joined ? most : 1);
  expect(segments(words).count, words).toBeLessThanOrEqual(cap(shown, who.caller));
}

function checkCall(said: Said, who: Person): void {
  check(said, who);
  // A line is never cut in two: only a line that is too long by itself may last longer.
  if (seconds(said.spoken) > PIECE_SECONDS) {
    expect(said.told.shown.lines.length, said.spoken.join('\n')).toBeLessThanOrEqual(1);
  }
}

const few = { numRuns: 80 };

test.each([
  ['a mobile', MOBILE],
  ['a number of French Guiana', GUIANA],
] as const)('by text from %s', (_, caller) => {
  let turns = 0;
  fc.assert(
    fc.property(steps(byText), (all) => {
      const who = person(world, 'sms', caller);
      for (const { input, gap: after } of all) {
        checkText(who.does(input, after), who);
        turns += 1;
      }
    }),
    few,
  );
  expect(turns).toBeGreaterThan(800);
});

test.each([
  ['a mobile', MOBILE],
  ['a landline', LANDLINE],
  ['nobody knows where', ANONYMOUS],
] as const)('by call from %s', (_, caller) => {
  let turns = 0;
  fc.assert(
    fc.property(steps(byCall), (all) => {
      const who = person(world, 'voice', caller);
      checkCall(who.does({ kind: 'call' }, 0), who);
      for (const { input, gap: after, again } of all) {
        checkCall(again ? who.callsAgain(after) : who.does(input, after), who);
        turns += 1;
      }
    }),
    few,
  );
  expect(turns).toBeGreaterThan(800);
});
