/** A call that we place by ourselves: it begins as one that the person makes, and hears what waits for them. */
import type { Client } from '../twilio/client.ts';

/** Rejects where the provider does not take it. A machine that answers hears what any ear may hear: nothing is told before a yes that is not neutral. */
export function makeRing({
  client,
  from,
  publicUrl,
}: {
  readonly client: Client;
  /** The number that appears. E.164. */
  readonly from: string;
  /** Without a trailing slash. */
  readonly publicUrl: string;
}): (to: string) => Promise<void> {
  return async (to) => {
    await client.calls.create({
      ...{ to, from, url: `${publicUrl}/twilio/voice`, method: 'POST', timeout: 30 },
      ...{ statusCallback: `${publicUrl}/twilio/voice/status`, statusCallbackEvent: ['completed'] },
    });
  };
}
