/** Consultations: an answer counted for the right question, one per person, without an account. */
import type { OpenConsultations } from '../consultations.ts';
import { defineFlow } from '../flow.ts';
import { machineOf, NOTHING, type VoteContext } from './machine.ts';
import { viewOf } from './view.ts';

export function consultation(consultations: OpenConsultations) {
  return defineFlow({
    id: 'consultation',
    version: 1,
    machine: machineOf(consultations),
    view: viewOf(consultations),
    isContext,
    // What was answered before changes nothing of a question; the read-back is one situation, whatever it reads.
    sameSituation: ({ value, context: c }) =>
      [
        value,
        c.id,
        ...(['asking', 'wrong'].includes(String(value)) ? [c.answers.length, partOf(c)] : []),
        ...(value === 'intro' ? [c.answers.length > 0 || c.part.length > 0] : []),
        c.code !== '',
        c.tries,
      ].join(' '),
    entries: [...consultations.ids().map((id) => ({ type: 'BEGIN', id })), { type: 'RECEIPT' }],
    takesUp: (context, event) => event.type === 'BEGIN' && isContext(context) && context.id === event.id,
    draftOf: (context) =>
      isContext(context) && context.id !== ''
        ? { id: context.id, begun: context.answers.length + context.part.length > 0 }
        : undefined,
    samples: ['1 2', '2 1 3', '5 3 2', '0001561617', '0012345678', 'un banc devant la mairie'],
  });
}

/** Which options are left, or how many points: not in which order the others were taken. */
function partOf({ part }: VoteContext): string {
  return [...part].sort().join(',');
}

function isContext(context: unknown): context is VoteContext {
  const c = (context ?? {}) as Record<string, unknown>;
  return (
    Object.entries(NOTHING).every(([key, value]) => typeof c[key] === typeof value) &&
    Array.isArray(c.answers) &&
    Array.isArray(c.part)
  );
}
