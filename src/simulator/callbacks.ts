/** Status callbacks: sent beside the conversation, in an order that nobody may rely on. */
import { setImmediate as turn } from 'node:timers/promises';
import type { Form } from './types.ts';
import type { Ask } from './webhook.ts';

export interface Callback {
  readonly url: string;
  readonly form: Form;
  readonly sid?: string;
}

/** How the callbacks of one message or call leave. */
export type CallbackOrder = 'in order' | 'reversed' | 'held';

export interface Callbacks {
  /** `held` keeps them until `release()`. */
  order(order: CallbackOrder): void;
  /** Sends what was held, in the order that was kept or the reverse. */
  release(reversed?: boolean): Promise<void>;
  /** Once everything on its way has arrived. */
  settled(): Promise<void>;
}

export interface CallbackQueue extends Callbacks {
  add(group: readonly Callback[]): void;
}

export function makeCallbacks(ask: Ask): CallbackQueue {
  let mode: CallbackOrder = 'in order';
  let held: Callback[] = [];
  let last: Promise<void> = Promise.resolve();
  const send = (group: readonly Callback[]) => {
    last = last.then(async () => {
      // The answer that caused them goes first, as it does over a real network.
      await turn();
      await turn();
      for (const callback of group) await ask(callback.url, callback.form, callback.sid);
    });
    return last;
  };
  const settled = async () => {
    for (let seen: Promise<void> | undefined; seen !== last; ) {
      seen = last;
      await seen;
    }
  };
  return {
    order: (order) => {
      mode = order;
    },
    add: (group) => {
      if (mode === 'held') held.push(...group);
      else void send(mode === 'reversed' ? [...group].reverse() : group);
    },
    release: async (reversed = false) => {
      const group = reversed ? held.reverse() : held;
      held = [];
      await send(group);
      await settled();
    },
    settled,
  };
}
