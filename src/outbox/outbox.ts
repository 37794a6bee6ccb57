/** Sends what is due: takes it from the store, tries it, writes how that ended. The table is the one truth. */
import type { Due, Onward, Outcome, Store } from '../../db/store.ts';
import { type Alone, codeOf, makeRounds, type RoundLog, type Rounds } from '../rounds.ts';
import type { Vault } from '../vault.ts';
import { deliver, type Send } from './delivery.ts';

export interface OutboxDeps {
  readonly store: Pick<Store, 'takeDue' | 'settle'>;
  readonly vault: Pick<Vault, 'open'>;
  readonly send: Send;
  /** UTC milliseconds. */
  readonly clock: () => number;
  readonly log: RoundLog;
  readonly alone?: Alone;
  /** Pause between two rounds of `start`: 1000 ms unless said. */
  readonly everyMs?: number;
  /** Texts that one round takes, which with `everyMs` bounds the rate: 10 unless said. */
  readonly perRound?: number;
  /** The instant until which what can wait does, for this number (E.164); undefined when it may leave. */
  readonly hold?: (to: string, now: number) => number | undefined;
  /** The month's money is spent: what nobody asked for waits. */
  readonly over?: () => boolean;
  /** Hears how each round ended. */
  readonly done?: (round: Round) => void;
  /** Where the conversation goes on once a text has left that asked something. */
  readonly onward?: Onward;
  /** The longest that one try may take: 15 000 ms unless said. */
  readonly timeoutMs?: number;
}

/** How many texts a round sent, held back for the quiet hours, put off and gave up. */
export interface Round {
  readonly sent: number;
  readonly held: number;
  readonly retry: number;
  readonly failed: number;
}

export type Outbox = Rounds<Round>;

export function makeOutbox(deps: OutboxDeps): Outbox {
  const { store, log, onward, everyMs = 1_000, perRound = 10, timeoutMs = 15_000 } = deps;
  // Texts to one person go one after the other, each with its own time-out, before their lease may run out.
  const leaseMs = (perRound + 1) * timeoutMs;

  async function settle(due: Due, outcome: Outcome): Promise<void> {
    try {
      await store.settle(due.id, outcome, onward);
    } catch (error) {
      // It stays `sending`, and is taken again when its lease has run out.
      log.error(
        { messageId: due.id, outcome: outcome.is, code: codeOf(error) },
        'outcome of a text not written',
      );
    }
  }

  async function one(due: Due): Promise<Outcome['is']> {
    const outcome = await deliver(due, { ...deps, timeoutMs });
    const about = { messageId: due.id, kind: due.kind, tries: due.attempts + 1 };
    if (outcome.is === 'retry') log.warn({ ...about, code: outcome.code }, 'text put off');
    if (outcome.is === 'failed') log.warn({ ...about, code: outcome.code }, 'text given up');
    await settle(due, outcome);
    return outcome.is;
  }

  async function round(now: number): Promise<Round> {
    const taken = await store.takeDue(now, now + leaseMs, perRound);
    const count = { sent: 0, held: 0, retry: 0, failed: 0 };
    // Two texts to one person arrive in the order in which they were due.
    await Promise.all(
      byPerson(taken).map(async (theirs) => {
        for (const due of theirs) count[await one(due)] += 1;
      }),
    );
    deps.done?.(count);
    return count;
  }

  return makeRounds({ ...deps, name: 'outbox', round, everyMs });
}

/** In their order, one list for each person. */
function byPerson(taken: readonly Due[]): Due[][] {
  const people = new Map<string, Due[]>();
  for (const due of taken) {
    const theirs = people.get(due.contactId);
    if (theirs === undefined) people.set(due.contactId, [due]);
    else theirs.push(due);
  }
  return [...people.values()];
}
