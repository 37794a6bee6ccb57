/** Signed webhooks, exactly as the provider sends them. */
import twilio from 'twilio';
import type { Form } from './types.ts';

/** The address that is requested and signed: a fragment never travels. */
export function withoutFragment(url: string): string {
  const hash = url.indexOf('#');
  return hash === -1 ? url : url.slice(0, hash);
}

/** The value of X-Twilio-Signature for this address and these fields. */
export function sign(authToken: string, url: string, form: Form): string {
  return twilio.getExpectedTwilioSignature(authToken, withoutFragment(url), form);
}

/** The form as it is written in a request's body. */
export function encodeForm(form: Form): string {
  return new URLSearchParams(form).toString();
}

/**
 * A webhook ready for `app.inject()` or `fetch`: headers and body.
 * `url` is the public one; the path to inject is what follows its origin.
 */
export function signedWebhook(
  authToken: string,
  url: string,
  form: Form,
): { headers: Record<string, string>; payload: string } {
  return {
    headers: {
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'x-twilio-signature': sign(authToken, url, form),
    },
    payload: encodeForm(form),
  };
}
