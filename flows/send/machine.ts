/** "Receive it by SMS" from a call: to the caller, to a mobile that is named, or with a pencil. */
import { assign, emit, setup } from 'xstate';
import type { Effect } from '../flow.ts';
import type { Knowledge } from '../knowledge.ts';

export interface SendContext {
  sheet: string;
  /** E.164 of the mobile that was named; null means the caller's own. */
  number: string | null;
}

export type SendEvent =
  | { type: 'SEND'; sheet: string; mobile: boolean }
  | { type: 'YES' }
  | { type: 'OTHER' }
  | { type: 'NUMBER'; value: string }
  | { type: 'PENCIL' }
  | { type: 'DONE' }
  | { type: 'BACK' };

export function makeMachine(knowledge: Knowledge) {
  const text = (context: SendContext): Effect => ({
    type: 'text',
    ...(context.number === null ? {} : { to: context.number }),
    flow: 'rights',
    event: { type: 'OPEN', sheet: context.sheet },
  });
  const sending = setup({
    types: { context: {} as SendContext, events: {} as SendEvent, emitted: {} as Effect },
    guards: {
      callerMobile: ({ event }) => event.type === 'SEND' && event.mobile,
      isMobile: ({ event }) => event.type === 'NUMBER' && knowledge.mobile(event.value) !== undefined,
    },
  });
  /** A number is asked for, the first time and again. */
  const asking = sending.createStateConfig({
    on: {
      NUMBER: [
        {
          guard: 'isMobile',
          target: 'confirm',
          actions: assign({ number: ({ event }) => knowledge.mobile(event.value) ?? null }),
        },
        { target: 'wrong' },
      ],
      PENCIL: 'pencil',
      BACK: 'done',
    },
  });
  return sending.createMachine({
    id: 'send',
    context: { sheet: '', number: null },
    initial: 'number',
    on: {
      SEND: [
        {
          guard: 'callerMobile',
          target: '.caller',
          actions: assign(({ event }) => ({ sheet: event.sheet, number: null })),
        },
        { target: '.number', actions: assign(({ event }) => ({ sheet: event.sheet, number: null })) },
      ],
    },
    states: {
      caller: {
        on: {
          YES: { target: 'sent', actions: emit(({ context }) => text(context)) },
          OTHER: 'number',
          BACK: 'done',
        },
      },
      number: asking,
      wrong: asking,
      confirm: {
        on: {
          YES: {
            target: 'sent',
            // The number is forgotten as soon as it has been used.
            actions: [emit(({ context }) => text(context)), assign({ number: null })],
          },
          OTHER: { target: 'number', actions: assign({ number: null }) },
          BACK: { target: 'number', actions: assign({ number: null }) },
        },
      },
      sent: { on: { DONE: 'done', BACK: 'done' } },
      pencil: { on: { DONE: 'done', BACK: 'done' } },
      done: { type: 'final' },
    },
  });
}
