/** Changing language: each is offered in its own name. */
import { emit, setup } from 'xstate';
import { defineFlow, type Effect, noContext } from '../flow.ts';

const machine = setup({
  types: {
    context: {} as Record<string, never>,
    events: {} as { type: 'CHOOSE' } | { type: 'LANGUAGE'; lang: string },
    emitted: {} as Effect,
  },
}).createMachine({
  id: 'language',
  context: {},
  initial: 'choosing',
  states: {
    choosing: {
      on: {
        CHOOSE: 'choosing',
        LANGUAGE: {
          target: 'chosen',
          actions: emit(({ event }) => ({ type: 'language', lang: event.lang })),
        },
      },
    },
    chosen: { type: 'final' },
  },
});

export const language = defineFlow({
  id: 'language',
  version: 1,
  machine,
  view: (_, { t, languages }) => ({
    lines: [t.language.ask],
    options: languages.map((l) => ({ label: l.name, event: { type: 'LANGUAGE', lang: l.lang } })),
    help: t.language.help,
    segments: 1,
  }),
  isContext: noContext,
  sameSituation: (s) => String(s.value),
  entries: [{ type: 'CHOOSE' }],
  samples: [],
});
