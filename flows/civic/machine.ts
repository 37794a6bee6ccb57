import { emit, setup } from 'xstate';
import type { Effect } from '../flow.ts';

export type CivicEvent =
  | { type: 'HOME' }
  | { type: 'WITHDRAW'; code?: string }
  | { type: 'TELL' }
  | { type: 'VOTE'; id: string }
  | { type: 'RECEIPT' }
  | { type: 'OBSTACLE' }
  | { type: 'PRIVACY' }
  | { type: 'CODE'; value: string }
  | { type: 'BACK' }
  | { type: 'MENU' };

/** Digits of the code that takes a testimony back. */
export const CODE_DIGITS = 8;

/** Its digits, however they were spaced; undefined when they are not as many. */
export function codeIn(words: string): string | undefined {
  const digits = words.replace(/[\s.-]/g, '');
  return new RegExp(`^\\d{${CODE_DIGITS}}$`).test(digits) ? digits : undefined;
}

const civic = setup({
  types: { events: {} as CivicEvent, emitted: {} as Effect, context: {} as Record<string, never> },
  guards: {
    given: ({ event }) => event.type === 'WITHDRAW' && codeIn(event.code ?? '') !== undefined,
    whole: ({ event }) => event.type === 'CODE' && codeIn(event.value) !== undefined,
  },
});

const coding = civic.createStateConfig({
  on: {
    CODE: [
      {
        guard: 'whole',
        target: 'withdrawn',
        actions: emit(({ event }) => ({ type: 'withdraw', code: codeIn(event.value) ?? '' })),
      },
      { target: 'wrong' },
    ],
    BACK: 'home',
  },
});

export const machine = civic.createMachine({
  id: 'civic',
  context: {},
  initial: 'home',
  on: {
    HOME: '.home',
    WITHDRAW: [
      {
        guard: 'given',
        target: '.withdrawn',
        actions: emit(({ event }) => ({ type: 'withdraw', code: codeIn(event.code ?? '') ?? '' })),
      },
      { target: '.code' },
    ],
    TELL: { actions: emit({ type: 'go', flow: 'testimony', event: { type: 'ASK' } }) },
    VOTE: {
      actions: emit(({ event }) => ({
        ...{ type: 'go' as const, flow: 'consultation' },
        event: { type: 'BEGIN', id: event.id },
      })),
    },
    RECEIPT: { actions: emit({ type: 'go', flow: 'consultation', event: { type: 'RECEIPT' } }) },
    OBSTACLE: { actions: emit({ type: 'go', flow: 'obstacle', event: { type: 'ASK' } }) },
    PRIVACY: { actions: emit({ type: 'go', flow: 'privacy', event: { type: 'HOME' } }) },
    MENU: { actions: emit({ type: 'go', flow: 'menu', event: { type: 'HOME' } }) },
  },
  states: {
    home: {},
    code: coding,
    wrong: coding,
    withdrawn: { on: { BACK: 'home' } },
  },
});
