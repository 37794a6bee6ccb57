/** A dialogue for tests alone: a vote, which a stray digit must not cast. It takes the place of "quelqu'un". */
import { assign, setup } from 'xstate';
import { defineFlow } from '../../flows/flow.ts';

interface VoteContext {
  vote: string | null;
}

const machine = setup({
  types: {
    context: {} as VoteContext,
    events: {} as { type: 'ASK' } | { type: 'VOTE'; vote: string },
  },
}).createMachine({
  id: 'human',
  context: { vote: null },
  initial: 'asking',
  states: {
    asking: {
      on: { ASK: {}, VOTE: { target: 'voted', actions: assign({ vote: ({ event }) => event.vote }) } },
    },
    voted: {},
  },
});

const option = (vote: string) => ({
  label: { text: vote },
  event: { type: 'VOTE', vote: vote.toLowerCase() },
  weight: 'vote' as const,
});

export const vote = defineFlow({
  id: 'human',
  version: 1,
  machine,
  view: (s) =>
    s.value === 'asking'
      ? {
          lines: [{ text: 'Des bancs sur la place ?' }],
          options: [option('Pour'), option('Contre')],
          help: { text: 'Un vote par personne.' },
        }
      : { lines: [{ text: `Voté : ${s.context.vote}.` }], options: [] },
  isContext: (c) => c !== null,
  sameSituation: (s) => `${s.value} ${s.context.vote}`,
  entries: [{ type: 'ASK' }],
  samples: [],
});
