/** One request to the service: signed, tried again as its address asks, struck by the faults that a test planned. */
import type { FaultBook } from './faults.ts';
import { type Failure, failureOf, policyOf } from './policy.ts';
import { sign, withoutFragment } from './sign.ts';
import type { Answer, Form, Post } from './types.ts';

export type Raise = (code: number, text: string, sid?: string) => void;

/** Asks the service and gives back every answer that arrived: none on failure, two when the request was doubled. */
export type Ask = (url: string, form: Form, sid?: string) => Promise<readonly Answer[]>;

type Try = { answers: readonly Answer[] } | { failure: Failure };

export function makeAsk(deps: {
  authToken: string;
  post: Post;
  ids: () => string;
  faults: FaultBook;
  raise: Raise;
}): Ask {
  const once = async (url: string, form: Form, token: string): Promise<Try> => {
    const fault = deps.faults.takeWebhook(new URL(url).pathname);
    if (fault === 'unreachable') return { failure: 'ct' };
    const headers = {
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'user-agent': 'TwilioProxy/1.1',
      // The same for every try of one webhook, so that a service can know it again.
      'i-twilio-idempotency-token': token,
      'x-twilio-signature': sign(deps.authToken, url, form),
    };
    const send = async (): Promise<Try> => {
      try {
        return { answers: [await deps.post(withoutFragment(url), form, headers)] };
      } catch {
        return { failure: 'ct' };
      }
    };
    const first = await send();
    if (fault === 'lost' || fault === 'slow') return { failure: 'rt' };
    if ('failure' in first) return first;
    if (fault === 'twice') {
      const again = await send();
      return { answers: 'failure' in again ? first.answers : [...first.answers, ...again.answers] };
    }
    const failure = failureOf(first.answers[0]?.status ?? 500);
    return failure ? { failure } : first;
  };

  return async (url, form, sid) => {
    const policy = policyOf(url);
    const token = deps.ids();
    for (let tries = 0; ; tries += 1) {
      const result = await once(url, form, token);
      if ('answers' in result) return result.answers;
      if (tries < policy.retries && policy.on.has(result.failure)) continue;
      deps.raise(11200, `HTTP retrieval failure (${result.failure}) at ${withoutFragment(url)}`, sid);
      return [];
    }
  };
}
