import type { Duty } from '../duty.ts';
import { defineFlow, type Flow, type Knowledge } from '../flow.ts';
import { makeMachine } from './machine.ts';
import { makeView } from './view.ts';

/** "Quelqu'un": whom to call or see, and a call-back where somebody is there to make it. */
export function human(knowledge: Knowledge, duty: Duty): Flow {
  return defineFlow({
    id: 'human',
    version: 1,
    machine: makeMachine(knowledge),
    view: makeView(knowledge, duty),
    isContext: (c) => {
      const { body } = (c ?? {}) as Record<string, unknown>;
      return body === null || typeof body === 'string';
    },
    sameSituation: (s) => `${s.value} ${s.context.body}`,
    entries: [{ type: 'ASK' }],
    samples: [],
  });
}
