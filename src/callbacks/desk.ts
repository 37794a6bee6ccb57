/** What the desk does with those who asked for a human: claim, call, write, note, close, mute. Each act has its line in the journal. */
import { BRIDGE_LASTS, type CallbackScope, type Mute, type StoredCallback } from '../../db/callbacks.ts';
import type { Store } from '../../db/store.ts';
import type { Act, Who } from '../accounts/index.ts';
import type { Request } from '../conversation/callbacks.ts';
import { maySend } from '../outbox/may-send.ts';
import { phoneNumber } from '../phone.ts';
import { codeOf, type RoundLog } from '../rounds.ts';
import { segments } from '../text/segments.ts';
import type { Vault } from '../vault.ts';
import { isSafe } from './promise.ts';
import type { Telling } from './telling.ts';

export interface ListedCallback {
  readonly row: StoredCallback;
  readonly request: Request;
  /** E.164: shown masked. */
  readonly to: string;
  /** The person may be called at this moment. */
  readonly safe: boolean;
  /** A call of it goes on. */
  readonly calling: boolean;
}

/** Why nobody was called. */
export type NotCalled =
  | 'not_yours'
  | 'no_phone'
  | 'text_only'
  | 'unsafe'
  | 'stopped'
  | 'uncallable'
  | 'going_on'
  | 'failed';

export interface CallbackDesk {
  list(of: CallbackScope & { readonly over?: boolean }): Promise<readonly ListedCallback[]>;
  one(id: string, of: CallbackScope): Promise<ListedCallback | undefined>;
  waiting(of: CallbackScope): Promise<number>;
  claim(who: Who, id: string): Promise<boolean>;
  release(who: Who, id: string): Promise<boolean>;
  done(who: Who, id: string): Promise<boolean>;
  /** Nobody answered; the person is told. */
  missed(who: Who, id: string): Promise<boolean>;
  /** Calls the helper's own phone, then the person. */
  call(who: Who, id: string): Promise<'placed' | NotCalled>;
  /** Answers by text, for who wanted one, and closes it. */
  write(who: Who, id: string, words: string): Promise<'sent' | 'not_yours' | 'too_long' | 'no_texts'>;
  note(who: Who, id: string, words: string): Promise<boolean>;
  notes(id: string, of: CallbackScope): Promise<readonly { author: string; at: number; words: string }[]>;
  mute(who: Who, id: string): Promise<boolean>;
  unmute(who: Who, muteId: string): Promise<boolean>;
  mutes(of: CallbackScope): Promise<readonly (Omit<Mute, 'number'> & { readonly to: string | null })[]>;
}

export interface CallbackDeskDeps {
  readonly store: Store;
  readonly vault: Pick<Vault, 'open' | 'seal'>;
  readonly telling: Telling;
  /** Calls the helper, E.164, for this bridge. */
  readonly place: (to: string, bridgeId: string) => Promise<void>;
  /** UTC milliseconds. */
  readonly clock: () => number;
  /** UUIDv7. */
  readonly ids: () => string;
  readonly log: RoundLog;
}

const MOST = 50;
const MOST_SEGMENTS = 3;

export function makeCallbackDesk(deps: CallbackDeskDeps): CallbackDesk {
  const { store, vault, telling, place, clock, ids, log } = deps;
  const listed = (row: StoredCallback): ListedCallback => {
    const request = telling.request(row);
    const now = clock();
    const { bridge } = row;
    const calling = bridge !== null && bridge.endedAt === null && now - bridge.at < BRIDGE_LASTS;
    return { row, request, to: telling.number(row), safe: isSafe(request.safe, row.zone, now), calling };
  };
  const entry = (who: Who, act: Act, about: string) => ({
    ...{ id: ids(), at: clock(), accountId: who.id, orgId: who.org.id, act, about },
  });
  const of = (who: Who) => ({ orgId: who.org.id });
  const one = async (id: string, scope: CallbackScope) => {
    const row = await store.callback(id, scope);
    return row && listed(row);
  };
  const theirs = async (who: Who, id: string) => {
    const found = await one(id, of(who));
    return found?.row.state === 'claimed' && found.row.claimedBy === who.id ? found : undefined;
  };

  return {
    list: async (query) => (await store.callbacks({ ...query, limit: MOST })).map(listed),
    one,
    waiting: (scope) => store.callbacksWaiting(scope),
    claim: (who, id) => store.claimCallback(id, of(who), who.id, entry(who, 'callback_claimed', id)),
    release: (who, id) => store.releaseCallback(id, of(who), who.id, entry(who, 'callback_released', id)),
    done: (who, id) => store.closeCallback(id, of(who), who.id, entry(who, 'callback_done', id)),
    async missed(who, id) {
      const found = await theirs(who, id);
      if (found === undefined) return false;
      const next = telling.missed(found.row, clock());
      return store.missCallback(id, of(who), who.id, next, entry(who, 'callback_missed', id));
    },
    async call(who, id) {
      const found = await theirs(who, id);
      if (found === undefined) return 'not_yours';
      const { row, request, to, safe } = found;
      const own = who.phone === undefined ? undefined : phoneNumber(who.phone);
      if (own === undefined) return 'no_phone';
      if (request.way === 'text') return 'text_only';
      // A request is an explicit ask: our own opt-out does not stand in its way.
      if (!maySend(row, 'asked')) return 'stopped';
      if (phoneNumber(to) === undefined || to === own) return 'uncallable';
      if (!safe) return 'unsafe';
      const bridge = { id: ids(), callbackId: id, orgId: who.org.id, accountId: who.id, at: clock() };
      if (!(await store.addBridge(bridge, entry(who, 'callback_called', id)))) return 'going_on';
      try {
        await place(own, bridge.id);
      } catch (error) {
        log.warn({ bridgeId: bridge.id, code: codeOf(error) }, 'a helper could not be called');
        await store.endBridge(bridge.id, { outcome: 'failed', at: clock() });
        return 'failed';
      }
      return 'placed';
    },
    async write(who, id, words) {
      const found = await theirs(who, id);
      if (found === undefined) return 'not_yours';
      const [by = ''] = who.name.split(' ');
      const whole = telling.written(found.row, by, words);
      if (segments(whole).count > MOST_SEGMENTS) return 'too_long';
      const sent = telling.text(found.row, whole, clock());
      if (sent === undefined || !maySend(found.row, 'asked')) return 'no_texts';
      const closed = await store.closeCallback(id, of(who), who.id, entry(who, 'callback_written', id), sent);
      return closed ? 'sent' : 'not_yours';
    },
    note: (who, id, words) => {
      const body = vault.seal(words, 'callback');
      return store.addCallbackNote(id, of(who), { id: ids(), author: who.id, at: clock(), body });
    },
    notes: async (id, scope) =>
      (await store.callbackNotes(id, scope)).map(({ author, at, body }) => ({
        ...{ author, at, words: vault.open(body, 'callback').toString('utf8') },
      })),
    mute: (who, id) => store.muteCaller(id, of(who), entry(who, 'number_muted', id)),
    unmute: (who, muteId) => store.unmuteCaller(muteId, of(who), entry(who, 'number_unmuted', muteId)),
    mutes: async (scope) =>
      (await store.mutes(scope)).map(({ number, ...mute }) => ({
        ...mute,
        to: number === null ? null : vault.open(number, 'number').toString('utf8'),
      })),
  };
}
