/** A testimony: who may give one, what of, in what words, and what may be done with it. Nothing leaves the session before the end. */
import { assign, emit, setup } from 'xstate';
import type { Effect, Publish } from '../flow.ts';
import { workshopIn } from './workshop.ts';

export const ABOUT = ['steps', 'housing', 'health', 'work', 'family', 'other'] as const;
export type About = (typeof ABOUT)[number];

export interface TestimonyContext {
  theme: About | null;
  workshop: string | null;
  /** What was written so far, one text a line. */
  words: string;
  /** Texts that it came in. */
  count: number;
  /** The provider's id of what was recorded. */
  recording: string | null;
  publish: Publish | null;
  name: string;
  /** A number is known and may be written back to. */
  reach: boolean;
  writeBack: boolean;
  code: string;
}

export type TestimonyEvent =
  | { type: 'ASK'; theme?: About }
  | { type: 'OLD' }
  | { type: 'YOUNG' }
  | { type: 'AGREED' }
  | { type: 'ALONE' }
  | { type: 'THEME'; theme: About; record: boolean }
  | { type: 'WORKSHOP' }
  | { type: 'WORKSHOP_CODE'; value: string }
  | { type: 'NONE' }
  | { type: 'WORDS'; value: string; recording?: boolean }
  | { type: 'ENOUGH' }
  | { type: 'AGAIN' }
  | { type: 'DROP' }
  | { type: 'PUBLISH'; publish: Publish; named?: boolean; reach: boolean }
  | { type: 'NAME'; value: string }
  | { type: 'REACH'; yes: boolean }
  | { type: 'SEND'; code: string }
  | { type: 'BACK' }
  | { type: 'OBSTACLE' }
  | { type: 'MENU' };

export const NOTHING: TestimonyContext = {
  theme: null,
  workshop: null,
  words: '',
  count: 0,
  recording: null,
  publish: null,
  name: '',
  reach: false,
  writeBack: false,
  code: '',
};

/** Characters that one testimony may hold: some fifteen texts. */
export const MOST_WORDS = 2400;
const LONGEST_NAME = 30;

const testimony = setup({
  types: { context: {} as TestimonyContext, events: {} as TestimonyEvent, emitted: {} as Effect },
  guards: {
    record: ({ event }) => event.type === 'THEME' && event.record,
    recorded: ({ event }) => event.type === 'WORDS' && event.recording === true,
    workshop: ({ event }) => event.type === 'WORKSHOP_CODE' && workshopIn(event.value) !== undefined,
    tooLong: ({ context, event }) =>
      event.type === 'WORDS' && context.words.length + event.value.length + 1 > MOST_WORDS,
    toName: ({ event }) => event.type === 'PUBLISH' && event.named === true,
    reachable: ({ context }) => context.reach,
    canReach: ({ event }) => event.type === 'PUBLISH' && event.reach,
    sound: ({ context }) => context.recording !== null,
  },
  actions: {
    nothing: assign(() => NOTHING),
    emptied: assign(() => ({ words: '', count: 0, recording: null })),
    written: assign(({ context, event }) =>
      event.type === 'WORDS'
        ? {
            words: (context.words === '' ? event.value : `${context.words}\n${event.value}`).slice(
              0,
              MOST_WORDS,
            ),
            count: context.count + 1,
          }
        : {},
    ),
    chosen: assign(({ event }) =>
      event.type === 'PUBLISH'
        ? { publish: event.publish, reach: event.reach, name: '', writeBack: false }
        : {},
    ),
  },
});

/** Texts add up; a recording is heard before it goes on. */
const telling = testimony.createStateConfig({
  on: {
    WORDS: [
      {
        guard: 'recorded',
        target: 'listen',
        actions: assign(({ event }) => ({ recording: event.value })),
      },
      { guard: 'tooLong', target: 'full', actions: 'written' },
      { target: 'more', actions: 'written' },
    ],
    DROP: { target: 'dropped', actions: 'nothing' },
    BACK: { target: 'theme', actions: 'emptied' },
  },
});
const kept = testimony.createStateConfig({
  on: {
    ENOUGH: 'publish',
    AGAIN: { target: 'words', actions: 'emptied' },
    DROP: { target: 'dropped', actions: 'nothing' },
  },
});
const coding = testimony.createStateConfig({
  on: {
    WORKSHOP_CODE: [
      {
        guard: 'workshop',
        target: 'theme',
        actions: assign({ workshop: ({ event }) => workshopIn(event.value) ?? null }),
      },
      { target: 'workshopWrong' },
    ],
    NONE: 'theme',
    BACK: 'theme',
  },
});
const over = testimony.createStateConfig({
  on: {
    OBSTACLE: { actions: emit({ type: 'go', flow: 'obstacle', event: { type: 'ASK' }, replace: true }) },
  },
});

export const machine = testimony.createMachine({
  id: 'testimony',
  context: NOTHING,
  initial: 'about',
  on: {
    ASK: { target: '.about', actions: assign(({ event }) => ({ ...NOTHING, theme: event.theme ?? null })) },
    MENU: { actions: emit({ type: 'go', flow: 'menu', event: { type: 'HOME' } }) },
  },
  states: {
    about: { on: { OLD: 'theme', YOUNG: 'adult' } },
    adult: { on: { AGREED: 'theme', ALONE: 'stopped', BACK: 'about' } },
    stopped: over,
    theme: {
      on: {
        THEME: [
          { guard: 'record', target: 'agree', actions: assign({ theme: ({ event }) => event.theme }) },
          { target: 'words', actions: assign({ theme: ({ event }) => event.theme }) },
        ],
        WORKSHOP: 'workshop',
        BACK: 'about',
      },
    },
    workshop: coding,
    workshopWrong: coding,
    /** By voice, before the beep. */
    agree: { on: { AGREED: 'words', DROP: { target: 'dropped', actions: 'nothing' }, BACK: 'theme' } },
    words: telling,
    more: { on: { ...telling.on, ...kept.on } },
    full: { on: { ...kept.on, BACK: { target: 'words', actions: 'emptied' } } },
    listen: { on: { ...kept.on, BACK: { target: 'words', actions: 'emptied' } } },
    publish: {
      on: {
        PUBLISH: [
          { guard: 'toName', target: 'name', actions: 'chosen' },
          { guard: 'canReach', target: 'writeBack', actions: 'chosen' },
          { target: 'confirm', actions: 'chosen' },
        ],
        BACK: [{ guard: 'sound', target: 'listen' }, { target: 'more' }],
      },
    },
    name: {
      on: {
        NAME: [
          {
            guard: 'reachable',
            target: 'writeBack',
            actions: assign({ name: ({ event }) => event.value.slice(0, LONGEST_NAME) }),
          },
          { target: 'confirm', actions: assign({ name: ({ event }) => event.value.slice(0, LONGEST_NAME) }) },
        ],
        BACK: 'publish',
      },
    },
    writeBack: {
      on: {
        REACH: { target: 'confirm', actions: assign({ writeBack: ({ event }) => event.yes }) },
        BACK: 'publish',
      },
    },
    confirm: {
      on: {
        SEND: {
          target: 'sent',
          actions: [
            emit(({ context, event }) => told(context, event.code)),
            assign(({ event }) => ({ ...NOTHING, code: event.code })),
          ],
        },
        AGAIN: 'publish',
        DROP: { target: 'dropped', actions: 'nothing' },
        BACK: 'publish',
      },
    },
    sent: over,
    dropped: over,
  },
});

function told(c: TestimonyContext, code: string): Effect {
  return {
    type: 'testimony',
    theme: c.theme ?? 'other',
    ...(c.workshop === null ? {} : { workshop: c.workshop }),
    ...(c.recording === null ? { words: c.words } : { recording: c.recording }),
    publish: c.publish ?? 'no',
    ...(c.name === '' ? {} : { name: c.name }),
    writeBack: c.writeBack,
    code,
  };
}
