/** What happens in a call, for whoever listens: the terminal prints it, the page shows and speaks it. */
import type { CallStatus } from '../types.ts';

/** What the player waits for; nothing else moves the call on. */
export type Waiting =
  | {
      readonly waiting: 'digits';
      /** Words are understood too. */
      readonly speech: boolean;
      readonly numDigits?: number;
      /** Empty: no key ends the entry. */
      readonly finishOnKey: string;
      readonly timeout: number;
      readonly language?: string;
    }
  | { readonly waiting: 'speech'; readonly timeout: number; readonly language?: string }
  | { readonly waiting: 'recording'; readonly maxLength: number; readonly finishOnKey: string }
  /** The caller talks with somebody who was called. */
  | { readonly waiting: 'talk'; readonly with: string }
  /** The phone rings and nobody has answered yet. */
  | { readonly waiting: 'answer' };

export type EndReason =
  | 'hangup' /** the service hung up */
  | 'finished' /** nothing was left to do */
  | 'caller' /** the person hung up */
  | 'rejected'
  | 'busy'
  | 'no-answer'
  | 'canceled'
  | 'failed'
  | 'error'; /** the answer could not be followed */

export type CallEvent =
  | {
      readonly said: string;
      readonly seconds: number;
      readonly language?: string;
      readonly voice?: string;
    }
  | { readonly played: string }
  | { readonly tones: string }
  | { readonly pause: number }
  | { readonly beep: true }
  | Waiting
  | { readonly pressed: string }
  | { readonly spoken: string }
  /** Something that the person did and that nothing listens to. */
  | { readonly unheard: string }
  | { readonly silence: number }
  | { readonly recorded: string; readonly seconds: number }
  | { readonly dialing: string }
  | { readonly dialed: string; readonly status: string }
  | { readonly status: CallStatus }
  | { readonly ended: true; readonly reason: EndReason };
