/** The menu: the bottom of every conversation, and the offer to go on after a pause. */
import { emit, setup } from 'xstate';
import type { Effect } from '../flow.ts';

export type MenuEvent =
  | { type: 'HOME' }
  | { type: 'OFFER' }
  | { type: 'CUT' }
  | { type: 'YES' }
  | { type: 'NO' }
  | { type: 'RESUME' }
  | { type: 'THEMES' }
  | { type: 'NEAR' }
  | { type: 'HUMAN' }
  | { type: 'CIVIC' }
  | { type: 'LANGUAGE' }
  | { type: 'SPEAK'; as: string; lang: string };

const menu = setup({
  types: { events: {} as MenuEvent, emitted: {} as Effect, context: {} as Record<string, never> },
});

const offer = menu.createStateConfig({
  on: {
    YES: { target: 'home', actions: emit({ type: 'resume' }) },
    NO: { target: 'home', actions: emit({ type: 'forget' }) },
  },
});

export const machine = menu.createMachine({
  id: 'menu',
  context: {},
  initial: 'home',
  on: { HOME: '.home', OFFER: '.offer', CUT: '.cut' },
  states: {
    home: {
      on: {
        RESUME: { actions: emit({ type: 'resume' }) },
        THEMES: { actions: emit({ type: 'go', flow: 'rights', event: { type: 'THEMES' } }) },
        NEAR: { actions: emit({ type: 'go', flow: 'points', event: { type: 'ASK' } }) },
        CIVIC: { actions: emit({ type: 'go', flow: 'civic', event: { type: 'HOME' } }) },
        HUMAN: { actions: emit({ type: 'go', flow: 'human', event: { type: 'ASK' } }) },
        SPEAK: {
          actions: emit(({ event }) => ({
            ...{ type: 'go' as const, flow: 'language' },
            event: { type: event.as, lang: event.lang },
          })),
        },
        LANGUAGE: { actions: emit({ type: 'go', flow: 'language', event: { type: 'CHOOSE' } }) },
      },
    },
    /** After a night's pause by text. */
    offer,
    /** After a call that was cut. */
    cut: offer,
  },
});
