/** Sentences that come in several texts. Pure. */
import type { Input } from '../../flows/input.ts';
import type { Meaning } from '../../flows/understand.ts';
import type { Session } from './session.ts';
import type { Moment } from './world.ts';

/** Longest beginning of a question that is worth keeping. Characters. */
const LONGEST_FRAGMENT = 160;

/** Words that meant nothing are kept for a moment: many people send a sentence in several texts. */
export function fragmentOf(
  heard: Meaning | undefined,
  input: Input,
  earlier: string | undefined,
  { now }: Moment,
): Session['fragment'] {
  if (heard?.is !== 'miss' || heard.why !== 'unknown' || input.kind !== 'text') return null;
  const text = [...(earlier === undefined ? [] : [earlier]), input.text.trim()].join(' ');
  return text.length > LONGEST_FRAGMENT ? null : { text, at: now };
}

/** Words that were looked for in vain. */
export function missedIn(heard: Meaning | undefined): { readonly missed?: string } {
  const looked = heard?.is === 'miss' && (heard.why === 'unknown' || heard.why === 'unheard');
  return looked && heard.said !== undefined ? { missed: heard.said } : {};
}
