/** Twilio's signature over the exact public address and every field as sent. */
import type { preHandlerAsyncHookHandler } from 'fastify';
import webhooks from 'twilio/lib/webhooks/webhooks.js';
import { RelaisError } from '../../errors.ts';

export interface SignatureOptions {
  /** PUBLIC_URL without a trailing slash: what the provider calls is this, then path and query as received. */
  readonly publicUrl: string;
  readonly authToken: string;
  /** A simulator lets unsigned requests in (it listens on loopback alone), but never a wrong signature. */
  readonly unsigned: boolean;
}

/** Refuses (403, `bad_signature`) before anything is read or changed. */
export function checkSignature(options: SignatureOptions): preHandlerAsyncHookHandler {
  return async (request) => {
    const signed = request.headers['x-twilio-signature'];
    if (signed === undefined && options.unsigned) return;
    const url = `${options.publicUrl}${request.raw.url}`;
    const fields = (request.body ?? {}) as Record<string, unknown>;
    const valid =
      typeof signed === 'string' && webhooks.validateRequest(options.authToken, signed, url, fields);
    if (!valid) throw new RelaisError('bad_signature');
  };
}
