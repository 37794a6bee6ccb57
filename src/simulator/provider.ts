/**
 * A telephone provider that behaves as the real one does towards the service, and lends phones to whoever tries it. It knows
 * the service by its webhooks only, so that nothing works here that a real phone would not get.
 */
import type { FastifyPluginAsync } from 'fastify';
import { type Callbacks, makeCallbacks } from './callbacks.ts';
import { makeExchange } from './calls/exchange.ts';
import { makeRecordings, type Recordings } from './calls/recordings.ts';
import type { Call } from './calls/types.ts';
import { type Faults, makeFaults } from './faults.ts';
import { makeDelivery } from './messages/deliver.ts';
import { makeInbound, type TextOptions } from './messages/inbound.ts';
import { makeThreads } from './messages/threads.ts';
import { kindOf } from './numbers.ts';
import { apiRoutes } from './rest/index.ts';
import type { Alert, CalleeOutcome, Message, ProviderEvent, ProviderOptions } from './types.ts';
import { makeAsk } from './webhook.ts';

export type { CallEvent, EndReason, Waiting } from './calls/events.ts';
export type { Call } from './calls/types.ts';
export type * from './types.ts';

export interface Provider {
  readonly numbers: { readonly sms: string; readonly voice: string };
  /** Texts the service; gives back what the phone received meanwhile. */
  text(from: string, body: string, options?: TextOptions): Promise<Message[]>;
  /** What is on a phone, sent and received, the oldest first. */
  thread(phone: string): Message[];
  /** Calls the service; returns at the first waiting point, or at the end. `anonymous` hides the number. */
  call(from: string, options?: { callerName?: string }): Promise<Call>;
  findCall(sid: string): Call | undefined;
  calls(phone: string): Call[];
  /** The call of the service that makes this phone ring. */
  ringing(phone: string): Call | undefined;
  /** How a number that the service dials behaves from now on. */
  callee(number: string, outcome: CalleeOutcome): void;
  /** Opted out with the provider itself. */
  stopped(phone: string): boolean;
  readonly recordings: Pick<Recordings, 'find'>;
  readonly faults: Faults;
  readonly callbacks: Callbacks;
  /** What could not be done as asked, as in the provider's debugger: empty in a healthy test. */
  alerts(): readonly Alert[];
  on(listener: (event: ProviderEvent) => void): () => void;
  /** Once every callback and call has gone as far as it goes by itself. */
  settled(): Promise<void>;
  /** The provider's API, under /2010-04-01. */
  readonly routes: FastifyPluginAsync;
}

/** It came to the phone, and was not lost on its way. */
function arrived({ direction, status }: Message): boolean {
  return direction !== 'inbound' && status !== 'undelivered' && status !== 'failed';
}

/** Alerts kept at most. */
const MOST_ALERTS = 200;

/** A provider with its own numbers, phones, calls and API. */
export function makeProvider(options: ProviderOptions): Provider {
  const { accountSid, authToken, publicUrl, numbers, ids, clock } = options;
  const account = {
    accountSid,
    ...(options.messagingServiceSid ? { messagingServiceSid: options.messagingServiceSid } : {}),
  };
  const webhooks = {
    sms: `${publicUrl}/twilio/sms`,
    voice: `${publicUrl}/twilio/voice`,
    voiceStatus: `${publicUrl}/twilio/voice/status`,
    ...options.webhooks,
  };
  const listeners = new Set<(event: ProviderEvent) => void>();
  const emit = (event: ProviderEvent) => {
    for (const listener of listeners) listener(event);
  };
  const alerts: Alert[] = [];
  const raise = (code: number, text: string, sid?: string) => {
    const alert: Alert = { at: clock(), code, text, ...(sid ? { sid } : {}) };
    alerts.push(alert);
    alerts.splice(0, Math.max(0, alerts.length - MOST_ALERTS));
    emit({ type: 'alert', alert });
  };
  const callees = new Map<string, CalleeOutcome>();
  const stopped = new Set<string>();
  const faults = makeFaults();
  const ask = makeAsk({ authToken, post: options.post, ids, faults, raise });
  const callbacks = makeCallbacks(ask);
  const threads = makeThreads(options.keep ?? 200);
  const recordings = makeRecordings({ apiUrl: options.apiUrl ?? publicUrl, accountSid, ids, clock });
  const delivery = makeDelivery({ account, threads, callbacks, faults, ids, clock, emit });
  const inbound = makeInbound({
    ...{ account, stopped, threads, delivery, ask, raise, ids, clock, emit },
    number: numbers.sms,
    webhook: webhooks.sms,
    keywords: options.keywords ?? true,
  });
  const exchange = makeExchange({
    ...{ ask, callbacks, recordings, ids, clock, raise },
    emit: (call, event) => emit({ type: 'call', phone: call.phone, sid: call.sid, event }),
    accountSid,
    scripted: (number) => callees.get(number),
    callee: (number) => callees.get(number) ?? options.callee ?? { status: 'completed', seconds: 30 },
  });
  const settled = async () => {
    await exchange.idle();
    await callbacks.settled();
  };

  return {
    numbers,
    text: async (from, body, textOptions) => {
      const before = new Set(threads.thread(from).map((message) => message.sid));
      await inbound(from, body, textOptions);
      await callbacks.settled();
      return threads.thread(from).filter((message) => arrived(message) && !before.has(message.sid));
    },
    thread: (phone) => threads.thread(phone),
    call: async (from, callOptions = {}) => {
      const kind = kindOf(from);
      if (kind !== 'mobile' && kind !== 'landline' && kind !== 'anonymous')
        throw new Error(`${from} is not a phone`);
      const call = await exchange.place({
        sid: `CA${ids()}`,
        accountSid,
        from,
        to: numbers.voice,
        direction: 'inbound',
        document: { url: webhooks.voice },
        statusCallback: { url: webhooks.voiceStatus, events: ['completed'] },
        ...callOptions,
      });
      await callbacks.settled();
      return call;
    },
    findCall: (sid) => exchange.find(sid),
    calls: (phone) => exchange.of(phone),
    ringing: (phone) => exchange.ringing(phone),
    callee: (number, outcome) => void callees.set(number, outcome),
    stopped: (phone) => stopped.has(phone),
    recordings,
    faults,
    callbacks,
    alerts: () => alerts,
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    settled,
    routes: apiRoutes({
      ...{ account, authToken, numbers, faults, stopped, threads, delivery, callbacks, exchange },
      ...{ recordings, ids },
    }),
  };
}
