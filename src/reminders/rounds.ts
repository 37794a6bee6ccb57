/** What is due is told: a text goes to the outbox, a landline is called. */
import type { DueReminder } from '../../db/reminders.ts';
import type { Store } from '../../db/store.ts';
import { type Alone, codeOf, makeRounds, type RoundLog, type Rounds } from '../rounds.ts';
import type { Vault } from '../vault.ts';
import type { Reminders } from './reminders.ts';

const MINUTE = 60_000;
const EVERY_MS = 15_000;
const PER_ROUND = 20;
/** A process that died with one in its hands gives it back after this. */
const LEASE = 5 * MINUTE;
/** Calls that one reminder gets, and the time between them. */
const MOST_CALLS = 2;
const AGAIN = 2 * 60 * MINUTE;
/** The month's money is spent: looked at again after this. */
const LATER = 60 * MINUTE;

/** Calls a phone, which hears its reminder; rejects where the provider does not take it. */
export type Ring = (to: string) => Promise<void>;

/** A round answers how many left. */
export function makeReminderRounds(deps: {
  readonly store: Pick<Store, 'takeReminders' | 'queueReminder' | 'ringReminder' | 'failReminder'>;
  readonly vault: Pick<Vault, 'seal'>;
  readonly reminders: Pick<Reminders, 'words'>;
  readonly ring: Ring | undefined;
  /** The instant until which what can wait does, for this number (E.164); undefined when it may leave. */
  readonly hold: (to: string, now: number) => number | undefined;
  readonly over: () => boolean;
  readonly clock: () => number;
  readonly ids: () => string;
  readonly log: RoundLog;
  readonly alone?: Alone;
}): Rounds<number> {
  const { store, vault, reminders, ring, hold, over, clock, ids, log } = deps;

  async function tell(due: DueReminder, now: number): Promise<boolean> {
    const { to, words } = reminders.words(due);
    if (due.way === 'call') return call(due, to, now);
    const kind = due.own ? 'asked' : 'unasked';
    const body = vault.seal(words, 'message');
    return store.queueReminder(due.id, { id: ids(), body, kind, quiet: !due.own }, now);
  }

  async function call({ id, rung, own }: DueReminder, to: string, now: number): Promise<boolean> {
    if (ring === undefined) throw new Error('no number to call from');
    const until = hold(to, now) ?? (!own && over() ? now + LATER : undefined);
    if (until !== undefined) {
      await store.ringReminder(id, { placed: false, again: until });
      return false;
    }
    // Written first: a process that dies between the two has called nobody twice.
    const again = rung + 1 < MOST_CALLS ? now + AGAIN : null;
    if (!(await store.ringReminder(id, { placed: true, again }))) return false;
    try {
      await ring(to);
      return true;
    } catch (error) {
      log.warn({ reminderId: id, code: codeOf(error) }, 'a call was not placed');
      if (again === null) await store.failReminder(id, 'call_refused');
      return false;
    }
  }

  async function round(now: number): Promise<number> {
    const due = await store.takeReminders(now, now + LEASE, PER_ROUND);
    let left = 0;
    for (const one of due) {
      try {
        if (await tell(one, clock())) left += 1;
      } catch (error) {
        // One that cannot be read does not hold the others back, and is tried again until its moment has passed.
        log.error({ reminderId: one.id, code: codeOf(error) }, 'a reminder was not told');
      }
    }
    return left;
  }
  return makeRounds({ ...deps, name: 'reminders', round, everyMs: EVERY_MS });
}
