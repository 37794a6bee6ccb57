/** A message that somebody left: neutral until its reader has shown that it is theirs, then a note, a place and a sheet. */
import { assign, emit, setup } from 'xstate';
import type { Effect } from '../flow.ts';
import { isWord } from './word.ts';

/** Words are here because their seal is the session's: nothing else of the person's keeps them for a dialogue. */
export interface GuidanceContext {
  id: string;
  /** The first name that the person knows the mediator by. */
  by: string;
  sheet: string;
  /** A place as seen from a spot; both empty where none was picked. */
  place: string;
  spot: string;
  /** A short personal line, or nothing. */
  note: string;
  /** Agreed face to face, where the subject is discreet; else empty. */
  word: string;
  /** Words that were wrong, on any channel. */
  tries: number;
}

export type GuidanceEvent =
  | ({ type: 'GUIDE'; alone: boolean } & GuidanceContext)
  | { type: 'READ' }
  | { type: 'NOT_ME' }
  | { type: 'WORD'; value: string }
  | { type: 'SHEET' }
  | { type: 'BACK' }
  | { type: 'MENU' };

/** Wrong words after which it closes. */
const TRIES = 3;

const nothing: GuidanceContext = {
  ...{ id: '', by: '', sheet: '', place: '', spot: '', note: '', word: '' },
  tries: 0,
};

const guided = setup({
  types: { context: {} as GuidanceContext, events: {} as GuidanceEvent, emitted: {} as Effect },
  guards: {
    alone: ({ event }) => event.type === 'GUIDE' && event.alone,
    agreed: ({ context }) => context.word !== '',
    /** There is something to tell before the sheet. */
    more: ({ context }) => context.note !== '' || context.place !== '',
    right: ({ context, event }) => event.type === 'WORD' && isWord(event.value, context.word),
    rightWithMore: ({ context, event }) =>
      event.type === 'WORD' &&
      isWord(event.value, context.word) &&
      (context.note !== '' || context.place !== ''),
    last: ({ context }) => context.tries + 1 >= TRIES,
  },
});

const sheet = ({ context }: { context: GuidanceContext }): Effect => ({
  ...{ type: 'go', flow: 'rights' },
  event: { type: 'OPEN', sheet: context.sheet },
});
const news =
  (is: 'read' | 'missed' | 'refused') =>
  ({ context: { id } }: { context: GuidanceContext }): Effect => ({
    ...{ type: 'guided', id, is },
  });
const read = news('read');
const missed = news('missed');

const asking = guided.createStateConfig({
  on: {
    WORD: [
      { guard: 'rightWithMore', target: 'read', actions: emit(read) },
      { guard: 'right', target: 'read', actions: [emit(read), emit(sheet)] },
      { guard: 'last', target: 'locked', actions: emit(missed) },
      { target: 'wrong', actions: [emit(missed), assign({ tries: ({ context }) => context.tries + 1 })] },
    ],
    BACK: 'waiting',
  },
});

const given = ({ event }: { event: GuidanceEvent }): GuidanceContext => {
  if (event.type !== 'GUIDE') return nothing;
  const { type: _, alone: __, ...all } = event;
  return all;
};

export const machine = guided.createMachine({
  id: 'guidance',
  context: nothing,
  initial: 'waiting',
  on: {
    GUIDE: [
      // What was sent is the sheet itself: the answer goes on in it, and back leads to what was added to it.
      { guard: 'alone', target: '.read', actions: [assign(given), emit(sheet)] },
      { target: '.waiting', actions: assign(given) },
    ],
    MENU: { actions: emit({ type: 'go', flow: 'menu', event: { type: 'HOME' } }) },
  },
  states: {
    waiting: {
      on: {
        READ: [
          { guard: 'agreed', target: 'word' },
          { guard: 'more', target: 'read', actions: emit(read) },
          { target: 'read', actions: [emit(read), emit(sheet)] },
        ],
        NOT_ME: { target: 'refused', actions: emit(news('refused')) },
      },
    },
    word: asking,
    wrong: asking,
    locked: {},
    refused: {},
    read: { on: { SHEET: { actions: emit(sheet) }, BACK: 'done' } },
    done: { type: 'final' },
  },
});
