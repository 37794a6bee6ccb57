import { type Duty, WAYS, type Way } from '../duty.ts';
import { defineFlow, type Flow, type Knowledge, THEMES } from '../flow.ts';
import { type CallbackContext, DANGER, makeMachine } from './machine.ts';
import { makeView } from './view.ts';

const isContext = (value: unknown): value is CallbackContext => {
  const c = (value ?? {}) as Record<string, unknown>;
  return (
    [c.topic, c.org].every((v) => typeof v === 'string') &&
    (c.where === null || typeof c.where === 'string') &&
    Array.isArray(c.spots) &&
    WAYS.includes(c.way as Way) &&
    typeof c.deadline === 'number' &&
    typeof c.urgent === 'boolean'
  );
};

/** "Rappelez-moi": a request that somebody answers before a told hour, or the word that nobody does. */
export function callback(knowledge: Knowledge, duty: Duty): Flow {
  const discreet = discreetTopics(knowledge);
  return defineFlow({
    id: 'callback',
    version: 1,
    machine: makeMachine(knowledge, discreet),
    view: makeView(knowledge, duty, discreet),
    isContext,
    sameSituation: ({ value, context: { topic, where, spots, way, deadline, urgent } }) =>
      JSON.stringify([value, discreet(topic), topic === '', where, spots, way, deadline, urgent]),
    entries: [{ type: 'ASK' }, { type: 'ASK', topic: 'theme:papers' }],
    samples: ['93200', 'st denis', 'zzzz'],
  });
}

/** Those whose every sheet is discreet: nothing follows them unasked, and they are kept for a shorter time. */
function discreetTopics(knowledge: Knowledge): (topic: string) => boolean {
  const sheets = THEMES.flatMap((theme) =>
    knowledge.sheets(theme).flatMap((id) => {
      const sheet = knowledge.sheet(id, 'fr');
      return sheet ? [{ discreet: sheet.discreet, topics: [`theme:${theme}`, `body:${sheet.body}`] }] : [];
    }),
  );
  const open = new Set(sheets.filter((sheet) => !sheet.discreet).flatMap(({ topics }) => topics));
  const closed = new Set(sheets.flatMap(({ topics }) => topics).filter((topic) => !open.has(topic)));
  return (topic) => topic === DANGER || closed.has(topic);
}
