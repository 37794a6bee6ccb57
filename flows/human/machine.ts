/** A human who exists: the body that answers for the subject, and a place where somebody sits. */
import { assign, emit, setup } from 'xstate';
import type { Effect } from '../flow.ts';
import type { Knowledge, ThemeId } from '../knowledge.ts';

export interface HumanContext {
  body: string | null;
}

export type HumanEvent =
  | { type: 'ASK' }
  | { type: 'BODY'; body: string }
  | { type: 'THEME'; theme: ThemeId }
  | { type: 'BACK' }
  | { type: 'NEAR' }
  | { type: 'DIAL' }
  | { type: 'DIALED'; answered: boolean }
  | { type: 'CALLBACK' }
  | { type: 'MENU' };

export function makeMachine(knowledge: Knowledge) {
  return setup({
    types: { context: {} as HumanContext, events: {} as HumanEvent, emitted: {} as Effect },
    guards: {
      known: ({ event }) => event.type === 'BODY' && knowledge.body(event.body, 'fr') !== undefined,
      dialable: ({ context }) => knowledge.body(context.body ?? '', 'fr')?.dial !== undefined,
      answered: ({ event }) => event.type === 'DIALED' && event.answered,
    },
  }).createMachine({
    id: 'human',
    context: { body: null },
    initial: 'ask',
    on: {
      ASK: { target: '.ask', actions: assign({ body: null }) },
      BODY: [
        { guard: 'known', target: '.body', actions: assign({ body: ({ event }) => event.body }) },
        { target: '.ask' },
      ],
      NEAR: {
        actions: emit(({ context }) => ({
          type: 'go',
          flow: 'points',
          event: { type: 'ASK', need: 'papers', body: context.body ?? '' },
        })),
      },
      CALLBACK: {
        actions: emit(({ context: { body } }) => ({
          type: 'go' as const,
          flow: 'callback',
          event: { type: 'ASK', ...(body === null ? {} : { topic: `body:${body}` }) },
        })),
      },
      MENU: { actions: emit({ type: 'go', flow: 'menu', event: { type: 'HOME' } }) },
    },
    states: {
      ask: {
        on: {
          THEME: {
            target: 'chosen',
            actions: assign({ body: ({ event }) => knowledge.bodyOf(event.theme) }),
          },
        },
      },
      /** Named for the subject that was being read. */
      body: { on: { DIAL: { guard: 'dialable', target: 'dialing' } } },
      /** Chosen among the subjects: back leads to them. */
      chosen: {
        on: {
          DIAL: { guard: 'dialable', target: 'dialing' },
          BACK: { target: 'ask', actions: assign({ body: null }) },
        },
      },
      dialing: { on: { DIALED: [{ guard: 'answered', target: 'ended' }, { target: 'missed' }] } },
      ended: {},
      missed: { on: { DIAL: { guard: 'dialable', target: 'dialing' } } },
    },
  });
}
