import { defineFlow, type Flow, type Knowledge, THEMES } from '../flow.ts';
import { makeMachine } from './machine.ts';
import { makeView } from './view.ts';

/** A sheet by SMS, asked for in a call. */
export function send(knowledge: Knowledge): Flow {
  const [first = ''] = THEMES.flatMap((t) => knowledge.sheets(t));
  return defineFlow({
    id: 'send',
    version: 1,
    machine: makeMachine(knowledge),
    view: makeView(knowledge),
    isContext: (c) => {
      const { sheet, number } = (c ?? {}) as Record<string, unknown>;
      return typeof sheet === 'string' && (number === null || typeof number === 'string');
    },
    sameSituation: (s) => `${s.value} ${s.context.sheet} ${s.context.number}`,
    entries: [
      { type: 'SEND', sheet: first, mobile: true },
      { type: 'SEND', sheet: first, mobile: false },
    ],
    samples: ['0639980101', '0199000101', '0000000000'],
  });
}
