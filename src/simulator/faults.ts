/** What a test asks to go wrong. Each fault is used up by what it strikes. */
import type { MessageStatus } from './types.ts';

/**
 * - `unreachable`: no connection, the service sees nothing.
 * - `lost`: the service answers and its answer never arrives.
 * - `slow`: the same, seen as a time-out.
 * - `twice`: the request arrives twice and both answers count.
 */
export type WebhookFault = 'unreachable' | 'lost' | 'slow' | 'twice';

/** A refusal of the provider's API; `after` means that the request was carried out all the same. */
export interface ApiFault {
  readonly status: number;
  readonly code: number;
  readonly text: string;
  readonly after?: boolean;
}

/** What becomes of messages to a number, in place of `sent` then `delivered`. */
export type DeliveryStep = { readonly status: MessageStatus; readonly code?: number };

export interface Faults {
  /** The next `times` webhooks whose path starts with `path` meet this. */
  webhook(fault: WebhookFault, times?: number, path?: string): void;
  /** The next `times` requests to the API are refused. */
  api(fault: ApiFault, times?: number): void;
  /** The next `times` requests to the API are too fast. */
  tooFast(times?: number): void;
  /** From now on messages to this number go through these steps; nothing given forgets it. */
  delivery(number: string, steps?: readonly DeliveryStep[]): void;
}

/** The side of the provider: what strikes now. */
export interface FaultBook extends Faults {
  takeWebhook(path: string): WebhookFault | undefined;
  takeApi(): ApiFault | undefined;
  deliveryTo(number: string): readonly DeliveryStep[] | undefined;
}

export function makeFaults(): FaultBook {
  const webhooks: { fault: WebhookFault; path: string }[] = [];
  const api: ApiFault[] = [];
  const deliveries = new Map<string, readonly DeliveryStep[]>();
  const repeat = (times: number, add: () => void) => {
    for (let n = 0; n < times; n += 1) add();
  };
  return {
    webhook: (fault, times = 1, path = '/') => repeat(times, () => webhooks.push({ fault, path })),
    api: (fault, times = 1) => repeat(times, () => api.push(fault)),
    tooFast: (times = 1) =>
      repeat(times, () => api.push({ status: 429, code: 20429, text: 'Too Many Requests' })),
    delivery: (number, steps) => {
      if (steps) deliveries.set(number, steps);
      else deliveries.delete(number);
    },
    takeWebhook: (path) => {
      const at = webhooks.findIndex((planned) => path.startsWith(planned.path));
      return at === -1 ? undefined : webhooks.splice(at, 1)[0]?.fault;
    },
    takeApi: () => api.shift(),
    deliveryTo: (number) => deliveries.get(number),
  };
}
