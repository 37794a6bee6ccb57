/** The messages of each phone, as many as a phone keeps, and each of them by its id for the API. */
import type { Message } from '../types.ts';

export interface Threads {
  add(phone: string, message: Message): void;
  /** Replaces a message by what it has become. */
  put(message: Message): void;
  thread(phone: string): Message[];
  find(sid: string): Message | undefined;
  /** Its words are no longer the provider's; the phone keeps them. */
  blank(sid: string): void;
  blanked(sid: string): boolean;
  /** The newest first. */
  all(): Message[];
}

/** `keep` messages per phone are remembered; the oldest go first. */
export function makeThreads(keep: number): Threads {
  const bySid = new Map<string, Message>();
  const empty = new Set<string>();
  const byPhone = new Map<string, string[]>();
  return {
    add: (phone, message) => {
      const sids = byPhone.get(phone) ?? [];
      sids.push(message.sid);
      bySid.set(message.sid, message);
      for (const gone of sids.splice(0, Math.max(0, sids.length - keep))) {
        bySid.delete(gone);
        empty.delete(gone);
      }
      byPhone.set(phone, sids);
    },
    put: (message) => {
      if (bySid.has(message.sid)) bySid.set(message.sid, message);
    },
    thread: (phone) =>
      (byPhone.get(phone) ?? []).flatMap((sid) => {
        const message = bySid.get(sid);
        return message ? [message] : [];
      }),
    find: (sid) => bySid.get(sid),
    blank: (sid) => void empty.add(sid),
    blanked: (sid) => empty.has(sid),
    all: () => [...bySid.values()].reverse(),
  };
}
