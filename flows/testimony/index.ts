/** People tell what they live through, in texts or in a recording. */
import { defineFlow } from '../flow.ts';
import { machine, NOTHING, type TestimonyContext } from './machine.ts';
import { view } from './view.ts';

export const testimony = defineFlow({
  id: 'testimony',
  version: 1,
  machine,
  view,
  isContext,
  // The words themselves change nothing of what is said: how many texts they came in does.
  sameSituation: ({ value, context: c }) =>
    [
      value,
      c.workshop !== null,
      Math.min(c.count, 3),
      c.recording !== null,
      ...(value === 'confirm' ? [c.publish, c.name !== '', c.writeBack] : []),
      c.reach,
    ].join(' '),
  entries: [{ type: 'ASK' }],
  samples: ['0018', '1234', 'la caf a coupé mes droits sans prévenir', 'Awa'],
});

function isContext(context: unknown): context is TestimonyContext {
  const c = (context ?? {}) as Record<string, unknown>;
  return Object.entries(NOTHING).every(([key, value]) =>
    value === null ? c[key] === null || typeof c[key] === 'string' : typeof c[key] === typeof value,
  );
}
