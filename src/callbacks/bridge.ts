/** A call of a helper and a person, step by step: what each step says is the channel's. Nothing is remembered but in the store. */
import type { BridgeOutcome, StoredBridge, StoredCallback } from '../../db/callbacks.ts';
import type { Store } from '../../db/store.ts';
import { phoneNumber } from '../phone.ts';
import type { Telling } from './telling.ts';

/** What a call that only tells says: `named`, with the name of the service before a key is pressed. */
export interface Told {
  readonly lang: string;
  readonly named: boolean;
  readonly words: string;
}

/** To whom the person is to be put through, and in whose voice they are spoken to. */
export interface Bridge {
  /** The helper has picked up. False: the request is theirs no more. */
  picked(id: string): Promise<boolean>;
  /** The helper pressed 1: the number to dial, E.164; undefined where the request is theirs no more. */
  accepted(id: string): Promise<string | undefined>;
  /** The person's phone was picked up, by them or by a machine: their language, and whether a message may be left. */
  reached(id: string): Promise<{ readonly lang: string; readonly message: boolean } | undefined>;
  /** The person pressed 1. */
  joined(id: string): Promise<void>;
  /** Their leg is over; `bridged`: the two were put through. Answers whether somebody, or a machine, was there. */
  dialled(id: string, status: string, bridged: boolean): Promise<boolean>;
  /** A call that only tells: how it greets, and once they pressed 1 what it says. */
  notice(id: string, heard: boolean): Promise<Told | undefined>;
  /** The helper's leg is over. Reports may come in any order. */
  ended(id: string, status: string): Promise<void>;
}

/** Of the provider's words for how a call that was dialled ended. */
const OUTCOMES: Readonly<Record<string, BridgeOutcome>> = { busy: 'busy', failed: 'failed' };

export function makeBridge(deps: {
  readonly store: Pick<Store, 'bridge' | 'bridgeNews' | 'endBridge' | 'account' | 'noticeOf' | 'noticeTold'>;
  readonly telling: Pick<Telling, 'request' | 'number' | 'missed' | 'heard'>;
  readonly clock: () => number;
}): Bridge {
  const { store, telling, clock } = deps;

  /** The helper still has it, and works here. */
  async function theirs(id: string) {
    const found = await store.bridge(id);
    if (found === undefined || !isTheirs(found.bridge, found.callback)) return undefined;
    const account = await store.account(found.bridge.accountId);
    return account?.active && account.orgId === found.callback.orgId ? found : undefined;
  }

  return {
    async picked(id) {
      if ((await theirs(id)) === undefined) return false;
      await store.bridgeNews(id, 'answered', clock());
      return true;
    },
    async accepted(id) {
      const found = await theirs(id);
      // Whatever was kept: a number of two to four digits, or of a country that is not served, is never dialled.
      const to = found && phoneNumber(telling.number(found.callback));
      if (to === undefined) return undefined;
      await store.bridgeNews(id, 'accepted', clock());
      return to;
    },
    async reached(id) {
      const found = await store.bridge(id);
      if (found === undefined) return undefined;
      const { lang, way } = telling.request(found.callback);
      return { lang, message: way === 'message' };
    },
    joined: (id) => store.bridgeNews(id, 'joined', clock()),
    async dialled(id, status, bridged) {
      const found = await store.bridge(id);
      if (found === undefined) return false;
      const { bridge, callback } = found;
      const message = bridged && telling.request(callback).way === 'message';
      const outcome = outcomeOf(bridge, message, status);
      const told = outcome === 'unanswered' || outcome === 'busy';
      const at = clock();
      await store.endBridge(id, {
        ...{ outcome, at },
        ...(told ? { missed: telling.missed(callback, at) } : {}),
      });
      return outcome === 'joined' || outcome === 'left';
    },
    async notice(id, heard) {
      const row = await store.noticeOf(id);
      const words = row && telling.heard(row);
      if (row === undefined || words === undefined) return undefined;
      if (heard) await store.noticeTold(id);
      const { lang, way } = telling.request(row);
      return { lang, named: way === 'message', words };
    },
    async ended(id, status) {
      const found = await store.bridge(id);
      if (found === undefined) return;
      // Put through: how that ended is told by the leg of the person.
      const put = found.bridge.acceptedAt !== null;
      const outcome = status === 'failed' ? 'failed' : 'declined';
      await store.endBridge(id, { ...(put ? {} : { outcome }), at: clock() });
    },
  };
}

function isTheirs(bridge: StoredBridge, { state, claimedBy }: StoredCallback): boolean {
  return state === 'claimed' && claimedBy === bridge.accountId && bridge.endedAt === null;
}

/** Who did not say that they were there is a machine, where one may be spoken to; else nobody. */
function outcomeOf({ joinedAt }: StoredBridge, message: boolean, status: string): BridgeOutcome {
  if (joinedAt !== null) return 'joined';
  if (status === 'completed' && message) return 'left';
  return OUTCOMES[status] ?? 'unanswered';
}
