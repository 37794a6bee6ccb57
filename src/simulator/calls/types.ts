/** A call, as it is planned and as it is held in the hand. */
import type { CallbackQueue } from '../callbacks.ts';
import type { CalleeOutcome, CallStatus } from '../types.ts';
import type { Ask } from '../webhook.ts';
import type { CallEvent, EndReason, Waiting } from './events.ts';
import type { CallLine } from './fields.ts';
import type { Person } from './person.ts';
import type { ProgressEvent } from './progress.ts';
import type { Recordings } from './recordings.ts';

/** Where the document of a call is: an address, or the document itself. */
export type CallDocument = { readonly url: string } | { readonly twiml: string };

/** What the call that dialled hears of the one that was dialled. */
export interface Leg {
  joined(): void;
  ended(over: { readonly status: string; readonly seconds: number; readonly bridged: boolean }): void;
}

export interface CallPlan extends CallLine {
  readonly document: CallDocument;
  /** A leg of another call: told when the two are connected, and when it is over. */
  readonly leg?: Leg;
  readonly statusCallback?: { readonly url: string; readonly events: readonly ProgressEvent[] };
}

export interface Call extends Person {
  readonly sid: string;
  readonly from: string;
  readonly to: string;
  readonly direction: 'inbound' | 'outbound-api' | 'outbound-dial';
  /** Whose phone it is: the caller's, or that of the person whom the service calls. */
  readonly phone: string;
  readonly status: CallStatus;
  readonly state: 'ringing' | 'playing' | 'waiting' | 'ended';
  readonly waiting: Waiting | undefined;
  readonly reason: EndReason | undefined;
  /** Seconds since the call was answered, by what was said and told to pass. */
  readonly seconds: number;
  readonly startedAt: number;
  /** What happened, the oldest first. */
  readonly events: readonly CallEvent[];
  /** What was said since last asked; a played sound is its address after a note. */
  heard(): string[];
  /** Once nothing is under way in this call. */
  idle(): Promise<void>;
  /** Asked by the API: another document, or the end. Does not wait for what follows. */
  redirect(target: CallDocument | { readonly end: 'completed' | 'canceled' }): void;
}

export interface CallDeps {
  readonly ask: Ask;
  readonly callbacks: CallbackQueue;
  readonly recordings: Recordings;
  readonly ids: () => string;
  readonly clock: () => number;
  raise(code: number, text: string, sid?: string): void;
  emit(call: Call, event: CallEvent): void;
  callee(number: string): CalleeOutcome;
  /** How this number was told to behave; undefined where a phone is to ring. */
  scripted(number: string): CalleeOutcome | undefined;
  /** Makes a phone ring for another call; gives back how to end it. */
  ring(leg: { from: string; to: string; url: string }, hears: Leg): { hangUp(): void };
}
