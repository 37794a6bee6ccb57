/** The simulator in the place of a provider. */
import type { Account } from './service-types.ts';
import { randomIds } from './simulator/ids.ts';
import { makeProvider, type Provider } from './simulator/provider.ts';
import { overHttp } from './simulator/transport.ts';

/** Numbers of the simulator: kept for works of fiction by the regulator. */
export const FICTIVE = { sms: '+33639980000', voice: '+33199000000' };

/** A provider of our own, with an account made for this process. */
export function simulate(
  publicUrl: string,
  origin: string,
  clock: () => number,
): { account: Account; provider: Provider } {
  const ids = randomIds();
  const account = {
    accountSid: `AC${ids()}`,
    authToken: ids(),
    apiUrl: origin,
    sender: FICTIVE.sms,
    unsigned: true,
  };
  const provider = makeProvider({
    ...account,
    publicUrl,
    numbers: FICTIVE,
    post: overHttp(origin),
    clock,
    ids,
  });
  return { account, provider };
}
