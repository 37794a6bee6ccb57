/** The one gate that every text and every call of ours passes. */
import type { Contact, Outgoing } from '../../db/store.ts';

/** A call that somebody asked for counts as `asked`. */
export type SendKind = Outgoing['kind'];

/**
 * May this go to this person? Our own opt-out (ARRET) refuses what nobody asked for; a question that comes later is still
 * answered. A STOP that the provider handled refuses everything until START.
 */
export function maySend(contact: Pick<Contact, 'optOut'>, kind: SendKind): boolean {
  switch (contact.optOut) {
    case 'provider':
      return false;
    case 'ours':
      return kind !== 'unasked';
    case 'none':
      return true;
  }
}
