import { defineFlow, type Flow, type Knowledge } from '../flow.ts';
import { NEEDS } from '../places.ts';
import { isNeed, makeMachine, type PointsContext } from './machine.ts';
import { makeView } from './view.ts';

const isContext = (c: unknown): c is PointsContext => {
  const { need, where, spots, body, at, skip, place } = (c ?? {}) as Record<string, unknown>;
  const text = (v: unknown) => v === null || typeof v === 'string';
  return (
    (need === null || isNeed(need)) &&
    [where, body, place].every(text) &&
    Array.isArray(spots) &&
    [at, skip].every((n) => typeof n === 'number')
  );
};

/** Help near you: the nearest place that is open, by text or by call. */
export function points(knowledge: Knowledge): Flow {
  return defineFlow({
    id: 'points',
    version: 1,
    machine: makeMachine(knowledge),
    view: makeView(knowledge),
    isContext,
    sameSituation: (s) => {
      const { need, where, spots, body, at, skip, place } = s.context;
      return JSON.stringify([s.value, need, where, spots, body, at, skip, place]);
    },
    entries: [{ type: 'ASK' }, { type: 'ASK', need: NEEDS[0] }],
    samples: ['93200', 'st denis', 'zzzz'],
  });
}
