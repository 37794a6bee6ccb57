/** What a person can do with a phone at the ear. Each returns once the next waiting point is reached. */
import type { EndReason, Waiting } from './events.ts';
import type { Input } from './steps.ts';
import { toneWav } from './wav.ts';

export interface Sound {
  readonly audio: Uint8Array;
  readonly contentType: string;
}

export interface RecordOptions {
  /** How long the message is. 5 unless said. */
  readonly seconds?: number;
  /** What was said; a tone unless given. */
  readonly sound?: Sound;
  /** What ends it: a key (# unless said), nothing said any more, or hanging up. */
  readonly end?: string | 'silence' | 'hangup';
}

export interface Person {
  /** One key, or several one after the other. */
  press(keys: string): Promise<void>;
  /** Words, with how sure the recognition is of them. */
  speak(text: string, confidence?: number): Promise<void>;
  /** Nothing, until the waiting is over. */
  silence(): Promise<void>;
  record(options?: RecordOptions): Promise<void>;
  hangup(): Promise<void>;
  /** Picks up when the service calls; `by` when it asked whether a machine did. */
  answer(by?: 'human' | 'machine_start'): Promise<void>;
  /** Does not pick up. */
  decline(how?: 'busy' | 'no-answer' | 'failed'): Promise<void>;
  /** The person who was called through the service hangs up. */
  calleeHangsUp(seconds?: number): Promise<void>;
  /**
   * Begins: a call of a person is answered at once, a call of the service rings, or finds the phone engaged. For the
   * provider's own use: it does not wait for callbacks, since the service may be placing this call from within one.
   */
  begin(engaged?: boolean): Promise<void>;
}

export function personOf(call: {
  queue(act: () => Promise<void>): Promise<void>;
  input(input: Input): Promise<void>;
  settled(): Promise<void>;
  ended(): boolean;
  waiting(): Waiting | undefined;
  begin(by?: string): Promise<void>;
  refuse(reason: EndReason): Promise<void>;
  ring(): void;
  ringing(): boolean;
  inbound: boolean;
}): Person {
  const act = async (doing: () => Promise<void>): Promise<void> => {
    if (call.ended()) throw new Error('the call is over');
    await call.queue(doing);
    await call.settled();
  };
  const whileRinging = async (doing: () => Promise<void>): Promise<void> => {
    if (!call.ringing()) throw new Error('the phone does not ring');
    await act(doing);
  };
  const input = (value: Input) => act(() => call.input(value));
  return {
    press: async (keys) => {
      if (!/^[0-9*#]+$/.test(keys)) throw new Error(`"${keys}" are not keys of a phone`);
      if (call.ended()) throw new Error('the call is over');
      for (const key of keys) if (!call.ended()) await input({ type: 'key', key });
    },
    speak: (text, confidence = 0.9) => input({ type: 'speech', text, confidence }),
    silence: () => input({ type: 'silence' }),
    record: async (options = {}) => {
      const seconds = options.seconds ?? 5;
      const { audio, contentType } = options.sound ?? {
        audio: toneWav(Math.min(seconds, 10)),
        contentType: 'audio/wav',
      };
      if (call.waiting()?.waiting !== 'recording') throw new Error('nothing is being recorded');
      await input({ type: 'recorded', seconds, audio, contentType, end: options.end ?? '#' });
    },
    hangup: async () => {
      if (call.ended()) return;
      await (call.ringing() ? act(() => call.refuse('busy')) : input({ type: 'hangup' }));
    },
    answer: (by) => whileRinging(() => call.begin(by)),
    decline: (how = 'no-answer') => whileRinging(() => call.refuse(how)),
    calleeHangsUp: (seconds = 60) => input({ type: 'callee', seconds }),
    begin: (engaged = false) =>
      call.queue(async () => {
        if (call.inbound) return call.begin();
        call.ring();
        if (engaged) await call.refuse('busy');
      }),
  };
}
