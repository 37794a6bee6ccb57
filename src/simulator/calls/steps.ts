/** What a verb makes of the call: pure data that the player follows. */
import type { Callback } from '../callbacks.ts';
import type { CalleeOutcome, Form } from '../types.ts';
import type { CallEvent, EndReason, Waiting } from './events.ts';
import type { Recordings } from './recordings.ts';

/** What the person does. */
export type Input =
  | { readonly type: 'key'; readonly key: string }
  | { readonly type: 'speech'; readonly text: string; readonly confidence: number }
  | { readonly type: 'silence' }
  | {
      readonly type: 'recorded';
      readonly seconds: number;
      readonly audio: Uint8Array;
      readonly contentType: string;
      /** What ended it: a key, nothing said any more, or the caller who hung up. */
      readonly end: string;
    }
  | { readonly type: 'hangup' }
  /** The person who was called hangs up, after so many seconds. */
  | { readonly type: 'callee'; readonly seconds: number }
  /** The leg of a person whose phone rang is over. */
  | { readonly type: 'leg'; readonly status: string; readonly seconds: number; readonly bridged: boolean };

export type Step =
  /** On to the next verb of the document. */
  | { readonly do: 'next'; readonly callbacks?: readonly Callback[] }
  | { readonly do: 'wait'; readonly wait: Wait }
  /** Ask the service, with these fields beside the usual ones. */
  | {
      readonly do: 'fetch';
      readonly url: string;
      readonly form: Form;
      readonly callbacks?: readonly Callback[];
    }
  | { readonly do: 'end'; readonly reason: EndReason };

/** A waiting point: what is waited for, and what each input makes of it. Nothing given back: it goes on waiting. */
export interface Wait {
  readonly state: Waiting;
  on(input: Input): Step | undefined;
}

/** What a verb may use. */
export interface Scene {
  /** An address in the document, made whole. */
  resolve(url: string): string;
  /** The address of the document itself: where an action goes when none is named. */
  readonly here: string;
  emit(event: CallEvent): void;
  /** Time that passes. */
  pass(seconds: number): void;
  readonly recordings: Recordings;
  /** The fields of the call, for the callbacks that a verb asks for. */
  fields(): Form;
  readonly ids: () => string;
  dial(number: string): CalleeOutcome;
  /** The number that the person who is called sees, where none is named. */
  readonly number: string;
  scripted(number: string): CalleeOutcome | undefined;
  /** Makes a phone ring, whose person hears the document at this address first. */
  ring(leg: { from: string; to: string; url: string }): { hangUp(): void };
}
