/** Did it help? A word, typed or recorded, for those who keep the sheets. */
import { assign, emit, setup } from 'xstate';
import { defineFlow, type Effect, yesNo } from '../flow.ts';

interface FeedbackContext {
  sheet: string;
}

const machine = setup({
  types: {
    context: {} as FeedbackContext,
    events: {} as
      | { type: 'ASK'; sheet: string }
      | { type: 'YES' }
      | { type: 'NO' }
      | { type: 'WORDS'; value: string; recording?: boolean }
      | { type: 'SKIP' }
      | { type: 'DONE' }
      | { type: 'BACK' },
    emitted: {} as Effect,
  },
}).createMachine({
  id: 'feedback',
  context: { sheet: '' },
  initial: 'helped',
  on: { ASK: { target: '.helped', actions: assign({ sheet: ({ event }) => event.sheet }) } },
  states: {
    helped: {
      on: {
        YES: {
          target: 'thanks',
          actions: emit(({ context }) => ({ type: 'feedback', sheet: context.sheet, helped: true })),
        },
        NO: 'words',
        BACK: 'done',
      },
    },
    words: {
      on: {
        WORDS: {
          target: 'thanks',
          actions: emit(({ context, event }) => ({
            type: 'feedback',
            sheet: context.sheet,
            helped: false,
            ...(event.recording ? { recording: event.value } : { words: event.value }),
          })),
        },
        SKIP: {
          target: 'thanks',
          actions: emit(({ context }) => ({ type: 'feedback', sheet: context.sheet, helped: false })),
        },
        BACK: 'helped',
      },
    },
    thanks: { on: { DONE: 'done', BACK: 'done' } },
    done: { type: 'final' },
  },
});

export const feedback = defineFlow({
  id: 'feedback',
  version: 1,
  machine,
  view: (s, { t, operator }) => {
    const back = { label: t.send.back, event: { type: 'DONE' } };
    const help = t.feedback.help;
    switch (s.value) {
      case 'helped':
        return {
          lines: [t.feedback.helped],
          options: yesNo(t, { label: t.yes, event: { type: 'YES' } }, { label: t.no, event: { type: 'NO' } }),
          help,
        };
      case 'words':
        return {
          lines: t.feedback.words(operator.name),
          options: [{ label: t.feedback.skip, event: { type: 'SKIP' } }],
          ask: { kind: 'message', event: 'WORDS', maxSeconds: 60 },
          help,
        };
      case 'thanks':
      case 'done':
        return { lines: [t.feedback.thanks], options: [back], help };
    }
  },
  isContext: (c) => typeof (c as FeedbackContext | null)?.sheet === 'string',
  sameSituation: (s) => `${s.value}`,
  entries: [{ type: 'ASK', sheet: '' }],
  samples: ['le prix a changé', '...'],
});
