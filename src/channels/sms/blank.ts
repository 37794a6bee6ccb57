/** The words of a text at the provider, which keeps the rest of its record. */
import type { Blank } from '../../outbox/index.ts';
import type { Client } from '../twilio/client.ts';

/** Ids of the provider's texts; others are not its own. */
const TEXT = /^(SM|MM)[0-9a-f]{32}$/;

export function makeBlank(client: Client): Blank {
  return async (providerId) => {
    if (!TEXT.test(providerId)) return;
    try {
      await client.messages(providerId).update({ body: '' });
    } catch (error) {
      // Deleted there already.
      if ((error as { readonly status?: unknown } | null)?.status !== 404) throw error;
    }
  };
}
