/** A message on its way from the service to a phone, and the status callbacks that tell of it. */
import type { CallbackQueue } from '../callbacks.ts';
import type { DeliveryStep, FaultBook } from '../faults.ts';
import { kindOf } from '../numbers.ts';
import { countSegments } from '../segments.ts';
import type { Message, ProviderEvent } from '../types.ts';
import { type Account, statusFields } from './fields.ts';
import type { Threads } from './threads.ts';

export interface Outgoing {
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly media: readonly string[];
  readonly direction: 'outbound-reply' | 'outbound-api';
  readonly callback?: string;
}

export interface Delivery {
  /** Makes the message and carries it: the phone has it at once, the callbacks follow. */
  deliver(outgoing: Outgoing): Message;
}

/** What the operator makes of a number that nobody scripted. */
function usual(to: string): readonly DeliveryStep[] {
  const kind = kindOf(to);
  if (kind === 'landline') return [{ status: 'sent' }, { status: 'undelivered', code: 30006 }];
  return [{ status: 'sent' }, { status: 'delivered' }];
}

export function makeDelivery(deps: {
  account: Account;
  threads: Threads;
  callbacks: CallbackQueue;
  faults: FaultBook;
  ids: () => string;
  clock: () => number;
  emit: (event: ProviderEvent) => void;
}): Delivery {
  return {
    deliver: ({ callback, ...outgoing }) => {
      const first: Message = {
        sid: `SM${deps.ids()}`,
        at: deps.clock(),
        status: 'queued',
        ...outgoing,
        ...countSegments(outgoing.body),
      };
      // An answer is not announced as queued; a message of the API is.
      const steps: Message[] = first.direction === 'outbound-api' ? [first] : [];
      for (const { status, code } of deps.faults.deliveryTo(outgoing.to) ?? usual(outgoing.to))
        steps.push({ ...first, status, ...(code ? { errorCode: code } : {}) });
      const last = steps.at(-1) ?? first;
      deps.threads.add(outgoing.to, last);
      deps.emit({ type: 'message', phone: outgoing.to, message: last });
      if (callback)
        deps.callbacks.add(
          steps.map((step) => ({ url: callback, form: statusFields(deps.account, step), sid: step.sid })),
        );
      // The API answers "queued", whatever becomes of the message.
      return first;
    },
  };
}
