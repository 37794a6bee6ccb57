import { defineFlow, type Flow } from '../flow.ts';
import { machine } from './machine.ts';
import { view } from './view.ts';

/** A reminder that somebody sets for themselves, by text or on a keypad. */
export const remind: Flow = defineFlow({
  id: 'remind',
  version: 1,
  machine,
  view,
  isContext: (c) => {
    const { day, month, minute, at } = (c ?? {}) as Record<string, unknown>;
    return [day, month, minute, at].every((n) => typeof n === 'number');
  },
  sameSituation: (s) => JSON.stringify([s.value, s.context]),
  entries: [{ type: 'ASK' }, { type: 'ASK', value: '20/3 14h30' }],
  samples: ['20/3', '20 mars 14h', '2003', '14h30', 'bientot'],
});
