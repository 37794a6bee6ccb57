/** Every call there is: from a phone to the service, and from the service to a phone. */
import { kindOf } from '../numbers.ts';
import { makeCall } from './call.ts';
import type { Call, CallDeps, CallPlan } from './types.ts';

export interface Exchange {
  /** Begins a call; a phone that is already in one is engaged. */
  place(plan: CallPlan): Promise<Call>;
  find(sid: string): Call | undefined;
  /** Calls of a phone, the newest last. */
  of(phone: string): Call[];
  /** The call that makes this phone ring, if one does. */
  ringing(phone: string): Call | undefined;
  idle(): Promise<void>;
}

/** Calls remembered once they are over. */
const MOST = 100;

export function makeExchange(wired: Omit<CallDeps, 'ring'> & { readonly accountSid: string }): Exchange {
  const calls = new Map<string, Call>();
  const of = (phone: string) => [...calls.values()].filter((call) => call.phone === phone);
  const deps: CallDeps = {
    ...wired,
    ring: ({ from, to, url }, leg) => {
      const sid = `CA${wired.ids()}`;
      const { accountSid } = wired;
      const placed = place({ sid, accountSid, from, to, direction: 'outbound-dial', document: { url }, leg });
      return { hangUp: () => void placed.then((call) => call.redirect({ end: 'canceled' })) };
    },
  };
  async function place(plan: CallPlan): Promise<Call> {
    const call = makeCall(deps, plan);
    const shared = kindOf(call.phone) === 'anonymous';
    const engaged = !shared && of(call.phone).some((other) => other.state !== 'ended');
    if (engaged && plan.direction === 'inbound') throw new Error(`${call.phone} is already in a call`);
    calls.set(call.sid, call);
    for (const [sid, old] of calls) {
      if (calls.size <= MOST) break;
      if (old.state === 'ended') calls.delete(sid);
    }
    await call.begin(engaged);
    return call;
  }

  return {
    place,
    find: (sid) => calls.get(sid),
    of,
    ringing: (phone) => of(phone).findLast((call) => call.waiting?.waiting === 'answer'),
    idle: async () => {
      for (const call of calls.values()) await call.idle();
    },
  };
}
