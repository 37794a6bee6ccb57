/** Somebody with a phone, in front of a service whose ground may go away. Webhooks as the provider sends them, without its signature: a simulator. */
import type { TestService } from '../support/service.ts';

export const APOLOGY = 'Un problème technique. Réessayez dans quelques minutes. En danger : 17 ou 15.';

export interface Person {
  text(body: string, sid?: string): Promise<string>;
  /** Their turn in a call; `t` 0 is its beginning. */
  key(call: string, t: number, digits?: string): Promise<string>;
}

export function person(service: Pick<TestService, 'app'>, number: string): Person {
  let last = 0;
  const post = async (url: string, form: Record<string, string>) => {
    const answer = await service.app.inject({
      ...{ method: 'POST', url },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ From: number, ...form }).toString(),
    });
    if (answer.statusCode !== 200) throw new Error(`answered ${answer.statusCode}`);
    return answer.body;
  };
  return {
    text(body, sid) {
      last += 1;
      const MessageSid = sid ?? `SM${number.slice(1)}${String(last).padStart(8, '0')}`;
      return post('/twilio/sms', { MessageSid, To: '+33639980000', Body: body, NumMedia: '0' });
    },
    key: (CallSid, t, Digits) =>
      post(`/twilio/voice${t === 0 ? '' : `?t=${t}`}`, {
        ...{ CallSid, To: '+33199000000', Direction: 'inbound' },
        ...(Digits === undefined ? {} : { Digits }),
      }),
  };
}
