/** The status callbacks of a call. */
import type { CallbackQueue } from '../callbacks.ts';
import type { Form } from '../types.ts';
import { progressFields } from './fields.ts';

export type ProgressEvent = 'initiated' | 'ringing' | 'answered' | 'completed';

export const PROGRESS_EVENTS: readonly ProgressEvent[] = ['initiated', 'ringing', 'answered', 'completed'];

/** Tells of what was asked for, numbered in the order in which it happened. */
export function makeProgress(
  deps: { callbacks: CallbackQueue; clock: () => number; fields: () => Form },
  plan: {
    sid: string;
    statusCallback?: { readonly url: string; readonly events: readonly ProgressEvent[] };
  },
): { tell(event: ProgressEvent, seconds?: number): void } {
  let sequence = 0;
  return {
    tell: (event, seconds) => {
      const wanted = plan.statusCallback;
      if (!wanted?.events.includes(event)) return;
      const number = sequence;
      sequence += 1;
      const status: Form = event === 'initiated' ? { CallStatus: 'initiated' } : {};
      const form = { ...deps.fields(), ...status, ...progressFields(number, deps.clock(), seconds) };
      deps.callbacks.add([{ url: wanted.url, form, sid: plan.sid }]);
    },
  };
}
