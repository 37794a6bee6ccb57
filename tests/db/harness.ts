/** What the contract needs beside the port, for each engine that claims to keep it. */
import { v7 } from 'uuid';
import type {
  Decision,
  Exchanged,
  ExchangeRequest,
  Outgoing,
  Saved,
  SealedNumber,
  State,
  Store,
} from '../../db/store.ts';

export interface Harness {
  readonly store: Store;
  /** The state of an outgoing text, read beside the port. */
  state(messageId: string): State | undefined | Promise<State | undefined>;
  /** Rows of a table, read beside the port. */
  count(table: string): number | Promise<number>;
  /** Closes the store and opens what it wrote; absent where nothing outlives it. */
  readonly reopen?: () => Promise<Store>;
  close(): Promise<void>;
}

export const AT = Date.UTC(2026, 2, 2, 9);
export const MINUTE = 60_000;

/** Bytes as the caller would seal them: opaque here. */
export const bytes = (text: string) => new TextEncoder().encode(text);
export const text = (data: Uint8Array | undefined) => (data ? new TextDecoder().decode(data) : undefined);

export const number = (name: string): SealedNumber => ({
  hmac: `hmac-${name}`,
  sealed: bytes(`sealed-${name}`),
});

export function request(inboundId: string, more: Partial<ExchangeRequest> = {}): ExchangeRequest {
  return {
    key: 'sms',
    channel: 'sms',
    inboundId,
    number: number('anna'),
    at: AT,
    newContactId: v7(),
    ...more,
  };
}

export function decision(more: Partial<Decision> = {}): Decision {
  return { session: bytes('session'), exchange: bytes('exchange'), outgoing: [], discreet: false, ...more };
}

export function reply(id: string, more: Partial<Outgoing> = {}): Outgoing {
  return { id, kind: 'reply', dueAt: AT + MINUTE, discreet: false, ...more };
}

export function asked(id: string, more: Partial<Outgoing> = {}): Outgoing {
  return { id, kind: 'asked', body: bytes(`body of ${id}`), dueAt: AT, discreet: false, ...more };
}

/** One exchange that sends these. */
export function sending(store: Store, inboundId: string, ...outgoing: Outgoing[]): Promise<Exchanged> {
  return store.exchange(request(inboundId), () => decision({ outgoing }));
}

/** What an exchange of this person would find, seen without changing more than it must. */
export async function look(store: Store, more: Partial<ExchangeRequest> = {}): Promise<Saved> {
  let found: Saved | undefined;
  const unchanged = new Error('only looking');
  await store
    .exchange(request(v7(), more), (saved) => {
      found = saved;
      throw unchanged;
    })
    .catch((error) => {
      if (error !== unchanged) throw error;
    });
  return found as Saved;
}
