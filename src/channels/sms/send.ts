/** A text through the provider's API. */
import { type Send, sendError } from '../../outbox/index.ts';
import type { Client } from '../twilio/client.ts';

export interface SendOptions {
  readonly client: Client;
  /** A number, a short code, a name, or the id of a messaging service (MG…). */
  readonly sender: string;
  /** PUBLIC_URL without a trailing slash. */
  readonly publicUrl: string;
}

/** A messaging service of the provider; a name may begin with the same letters. */
export const MESSAGING_SERVICE = /^MG[0-9a-f]{32}$/;

/** Throws SendError with the provider's code. Our own id is in the status address, so that a report finds its text. */
export function makeSend({ client, sender, publicUrl }: SendOptions): Send {
  const from = MESSAGING_SERVICE.test(sender) ? { messagingServiceSid: sender } : { from: sender };
  return async ({ id, to, body }) => {
    try {
      const statusCallback = `${publicUrl}/twilio/sms/status?m=${id}`;
      const sent = await client.messages.create({ ...from, to, body, statusCallback });
      return { providerId: sent.sid };
    } catch (e) {
      const { code, status } = (e ?? {}) as { code?: number | string; status?: number };
      throw sendError(code, status, e);
    }
  };
}
