import { defineFlow, type Flow, type Knowledge, PARTS, THEMES } from '../flow.ts';
import { makeMachine, type RightsContext } from './machine.ts';
import { makeView } from './view.ts';

const isContext = (c: unknown): c is RightsContext => {
  const { theme, choices, sheet, part } = (c ?? {}) as Record<string, unknown>;
  return (
    (theme === null || THEMES.includes(theme as never)) &&
    Array.isArray(choices) &&
    choices.every((id) => typeof id === 'string') &&
    (sheet === null || typeof sheet === 'string') &&
    PARTS.includes(part as never)
  );
};

/** Rights and procedures: the library, read by text or by call. */
export function rights(knowledge: Knowledge): Flow {
  const all = THEMES.flatMap((t) => knowledge.sheets(t));
  return defineFlow({
    id: 'rights',
    version: 1,
    machine: makeMachine(knowledge),
    view: makeView(knowledge),
    isContext,
    sameSituation: (s) =>
      JSON.stringify([s.value, s.context.theme, s.context.choices, s.context.sheet, s.context.part]),
    entries: [{ type: 'THEMES' }, ...(all.length > 2 ? [{ type: 'CHOOSE', sheets: all.slice(0, 3) }] : [])],
    samples: [],
  });
}
