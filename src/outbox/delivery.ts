/** One try of one text: may it go, what are its words, and what became of it. */
import type { Due, Outcome } from '../../db/store.ts';
import { RelaisError } from '../errors.ts';
import { readPayload, SECRET } from '../payload.ts';
import type { Vault } from '../vault.ts';
import { maySend } from './may-send.ts';
import { MOST_TRIES, nextTry } from './retries.ts';
import { SendError } from './send-error.ts';

/** How long what nobody asked for waits before it is looked at again. */
const HOUR = 3_600_000;

/** A text on its way to the provider. `id` comes back in the provider's reports. */
export interface Message {
  readonly id: string;
  /** E.164. */
  readonly to: string;
  readonly body: string;
}

/**
 * Hands a text to the provider. Rejects with SendError; anything else counts as one that may be tried again. `signal` aborts
 * when the try has taken too long.
 */
export type Send = (message: Message, signal: AbortSignal) => Promise<{ readonly providerId: string }>;

export interface DeliveryDeps {
  readonly vault: Pick<Vault, 'open'>;
  readonly send: Send;
  readonly clock: () => number;
  /** The longest that one try may take, in milliseconds. */
  readonly timeoutMs: number;
  /** The instant until which what can wait does, for this number (E.164) now; undefined when it may leave. */
  readonly hold?: (to: string, now: number) => number | undefined;
  /** The month's money is spent: what nobody asked for waits. */
  readonly over?: () => boolean;
}

/** Tries once. Never rejects: whatever happens is an outcome. */
export async function deliver(
  due: Due,
  { vault, send, clock, timeoutMs, hold, over }: DeliveryDeps,
): Promise<Outcome> {
  if (!maySend(due, due.kind)) return { is: 'failed', at: clock(), code: 'refused' };
  // Its last try never said how it ended: the process went away.
  if (due.attempts >= MOST_TRIES) return { is: 'failed', at: clock(), code: 'interrupted' };
  let message: Message;
  try {
    const to = vault.open(due.number, 'number').toString('utf8');
    const quiet = due.quiet ? hold?.(to, clock()) : undefined;
    const until = quiet ?? (due.kind === 'unasked' && over?.() ? clock() + HOUR : undefined);
    if (until !== undefined) return { is: 'held', at: until };
    message = { id: due.id, to, body: words(due, vault) };
  } catch (error) {
    return { is: 'failed', at: clock(), code: error instanceof RelaisError ? error.code : 'unreadable' };
  }
  try {
    const { providerId } = await within(timeoutMs, (signal) => send(message, signal));
    return { is: 'sent', providerId, at: clock() };
  } catch (error) {
    const failure = error instanceof SendError ? error : new SendError('unknown', true, { cause: error });
    const at = failure.retryable ? nextTry(due.attempts + 1, clock()) : undefined;
    if (at !== undefined) return { is: 'retry', at, code: failure.code };
    return { is: 'failed', at: clock(), code: failure.code, optedOut: failure.why === 'opted_out' };
  }
}

/** A reply's words are in its exchange; the other texts carry theirs. */
function words(due: Due, vault: Pick<Vault, 'open'>): string {
  if (due.kind !== 'reply') return vault.open(due.body, 'message').toString('utf8');
  const { text } = readPayload(vault.open(due.body, 'exchange'));
  // Of a vote that has closed, nothing is left to say.
  if (text === undefined || text === '' || text === SECRET)
    throw new RelaisError('payload_unreadable', { detail: 'no text' });
  return text;
}

/** A try that hangs must not hold the others back, even if it does not listen to its signal. */
async function within<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const aborter = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      aborter.abort();
      reject(new SendError('timeout', true));
    }, ms);
  });
  try {
    return await Promise.race([work(aborter.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}
