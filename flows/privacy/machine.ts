import { emit, setup } from 'xstate';
import type { Effect } from '../flow.ts';

export type PrivacyEvent =
  | { type: 'HOME' }
  | { type: 'SHOW' }
  | { type: 'TEXT' }
  | { type: 'ERASE' }
  | { type: 'YES' }
  | { type: 'NO' }
  | { type: 'BACK' }
  | { type: 'MENU' };

const privacy = setup({
  types: { events: {} as PrivacyEvent, emitted: {} as Effect, context: {} as Record<string, never> },
});

export const machine = privacy.createMachine({
  id: 'privacy',
  context: {},
  initial: 'home',
  on: {
    HOME: '.home',
    SHOW: '.shown',
    ERASE: '.confirm',
    MENU: { actions: emit({ type: 'go', flow: 'menu', event: { type: 'HOME' } }) },
  },
  states: {
    home: {},
    shown: {
      on: {
        BACK: 'home',
        // What is kept is told to the number itself, never to whoever shows it in a call.
        TEXT: {
          target: 'texted',
          actions: emit({ type: 'text', flow: 'privacy', event: { type: 'SHOW' } }),
        },
      },
    },
    texted: { on: { BACK: 'home' } },
    confirm: {
      on: {
        YES: { target: 'erased', actions: emit({ type: 'erase' }) },
        NO: 'untouched',
        BACK: 'home',
      },
    },
    untouched: { on: { BACK: 'home' } },
    erased: {},
  },
});
