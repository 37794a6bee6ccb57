/** Did it help? A word, typed or recorded, for those who keep the sheets. */
import { assign, emit, setup } from 'xstate';
import { defineFlow, type Effect, yesNo } from '../flow.ts';

interface FeedbackContext {
  sheet: string;
}

/** What is wrong with a place is kept under this, and its id. */
export const REPORTED_PLACE = 'lieu:';

const machine = setup({
  types: {
    context: {} as FeedbackContext,
    events: {} as
      | { type: 'ASK'; sheet: string }
      | { type: 'PLACE'; place: string }
      | { type: 'YES' }
      | { type: 'NO' }
      | { type: 'WORDS'; value: string; recording?: boolean }
      | { type: 'SKIP' }
      | { type: 'DONE' }
      | { type: 'BACK' },
    emitted: {} as Effect,
  },
  guards: { ofPlace: ({ context }) => context.sheet.startsWith(REPORTED_PLACE) },
}).createMachine({
  id: 'feedback',
  context: { sheet: '' },
  initial: 'helped',
  on: {
    ASK: { target: '.helped', actions: assign({ sheet: ({ event }) => event.sheet }) },
    PLACE: {
      target: '.words',
      actions: assign({ sheet: ({ event }) => `${REPORTED_PLACE}${event.place}` }),
    },
  },
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
        BACK: [{ guard: 'ofPlace', target: 'done' }, { target: 'helped' }],
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
    const ofPlace = s.context.sheet.startsWith(REPORTED_PLACE);
    const back = { label: ofPlace ? t.points.back : t.send.back, event: { type: 'DONE' } };
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
  sameSituation: (s) => `${s.value} ${s.context.sheet.startsWith(REPORTED_PLACE)}`,
  entries: [
    { type: 'ASK', sheet: '' },
    { type: 'PLACE', place: '' },
  ],
  samples: ['le prix a changé', '...'],
});
