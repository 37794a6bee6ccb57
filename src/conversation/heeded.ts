/** Whether a turn is heard at all, and whether it says something. Pure. */
import type { Contact } from '../../db/store.ts';
import type { Inbound } from './converse.ts';
import type { Turned } from './turn.ts';

/** Something was said, that is not to be left alone. */
export function says({ input, handled }: Inbound, { optOut }: Turned): boolean {
  if (handled !== undefined || optOut === 'ours') return false;
  return input.kind !== 'call' && input.kind !== 'silence';
}

/** After the provider's own STOP it delivers nothing: only START is heard, and only calls are answered. */
export function silenced(inbound: Inbound, contact: Contact | undefined): boolean {
  return inbound.channel === 'sms' && contact?.optOut === 'provider' && inbound.handled !== 'START';
}
