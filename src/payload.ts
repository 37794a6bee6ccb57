/** What one exchange keeps under its seal: enough to answer a repeated request, and to send a reply that did not arrive. */
import { z } from 'zod';
import { RelaisError } from './errors.ts';

export interface Payload {
  /** What was heard, as the channel understood it; absent or "[vote]" where it is not to be kept. */
  readonly input?: unknown;
  /** What the channel answered, as it was sent (TwiML). */
  readonly answer: string;
  /** The plain words of a reply: what the outbox sends if the response did not carry them. */
  readonly text?: string;
}

const Shape = z.object({
  input: z.unknown().optional(),
  answer: z.string(),
  text: z.string().exactOptional(),
});

/** What is kept of what is said in a vote, in both directions. */
export const SECRET = '[vote]';

/** The bytes to seal for this exchange: JSON in UTF-8. */
export function writePayload({ input, answer, text }: Payload): string {
  return JSON.stringify({ input, answer, text });
}

/** Reads opened bytes. Throws `payload_unreadable`, quoting nothing of them. */
export function readPayload(bytes: Uint8Array): Payload {
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    // The parser's own message quotes what it read.
    throw new RelaisError('payload_unreadable');
  }
  const read = Shape.safeParse(json);
  if (!read.success) throw new RelaisError('payload_unreadable');
  return read.data;
}
