import { defineFlow, type Flow, type Knowledge } from '../flow.ts';
import { type AgendaContext, makeMachine, STANDINGS, type Standing } from './machine.ts';
import { makeView } from './view.ts';

const isContext = (value: unknown): value is AgendaContext => {
  const c = (value ?? {}) as Record<string, unknown>;
  const text = (v: unknown) => v === null || typeof v === 'string';
  return (
    text(c.where) &&
    text(c.session) &&
    Array.isArray(c.spots) &&
    [c.from, c.until, c.skip].every((n) => typeof n === 'number') &&
    STANDINGS.includes(c.standing as Standing) &&
    typeof c.code === 'string'
  );
};

/** Permanences and workshops: found by place and date, enrolled and cancelled by text or by call. */
export function agenda(knowledge: Knowledge): Flow {
  return defineFlow({
    id: 'agenda',
    version: 1,
    machine: makeMachine(knowledge),
    view: makeView(knowledge),
    isContext,
    sameSituation: (s) => JSON.stringify([s.value, s.context]),
    entries: [{ type: 'ASK' }, { type: 'MINE' }],
    samples: ['93200', 'st denis', 'zzzz', '1234'],
  });
}
