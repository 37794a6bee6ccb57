/** A service that is closed or blocked is counted, and help is offered at once. */
import { defineFlow, type Flow, type Knowledge } from '../flow.ts';
import { isService, isTrouble } from './kinds.ts';
import { makeMachine } from './machine.ts';
import { makeView } from './view.ts';

export function obstacle(knowledge: Knowledge): Flow {
  return defineFlow({
    id: 'obstacle',
    version: 1,
    machine: makeMachine(knowledge),
    view: makeView(knowledge),
    isContext,
    // Where it is changes one word of what is said: the walk need not visit each commune.
    sameSituation: ({ value, context: c }) =>
      [value, ...(value === 'confirm' ? [c.service, c.trouble] : []), c.spots.length].join(' '),
    entries: [{ type: 'ASK' }],
    samples: ['la caf de Creil est fermée', '60100', 'saint denis', 'sur la lune'],
  });
}

function isContext(context: unknown): boolean {
  const { service, where, spots, trouble } = (context ?? {}) as Record<string, unknown>;
  return (
    (service === null || isService(service)) &&
    (trouble === null || isTrouble(trouble)) &&
    (where === null || typeof where === 'string') &&
    Array.isArray(spots) &&
    spots.every((s) => typeof s === 'string')
  );
}
