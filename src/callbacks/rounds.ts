/** Promises that were not kept: the person is told, once for a new one and once for the end. */
import type { StoredCallback } from '../../db/callbacks.ts';
import type { Store } from '../../db/store.ts';
import { maySend } from '../outbox/may-send.ts';
import { phoneNumber } from '../phone.ts';
import { type Alone, codeOf, makeRounds, type RoundLog, type Rounds } from '../rounds.ts';
import type { Telling } from './telling.ts';

const EVERY = 30_000;
/** Between two calls that tell the same. */
const AGAIN = 3 * 3_600_000;
/** In one round. */
const MOST = 50;

/** A round answers how many were told. */
export function makeOverdue(deps: {
  readonly store: Pick<Store, 'overdueCallbacks' | 'lateCallback' | 'takeNotices'>;
  readonly telling: Pick<Telling, 'late' | 'number' | 'reachable'>;
  /** Calls a person, E.164, who is only to be told something. */
  readonly place: (to: string, callbackId: string) => Promise<void>;
  readonly clock: () => number;
  readonly log: RoundLog;
  readonly alone?: Alone;
}): Rounds<number> {
  const { store, telling, log } = deps;
  async function round(now: number): Promise<number> {
    let told = 0;
    for (const row of await store.overdueCallbacks(now, MOST)) {
      const next = telling.late(row, now);
      if (!(await store.lateCallback(row.id, row.deadline, next, now))) continue;
      told += 1;
      log.warn(
        { callbackId: row.id, orgId: row.orgId, over: next.deadline === null },
        'call-back not made in time',
      );
    }
    for (const row of await store.takeNotices(now, now + AGAIN, MOST)) await tell(row, now);
    return told;
  }
  /** By call. At an hour that is not theirs the next try is the better one. */
  async function tell(row: StoredCallback, now: number): Promise<void> {
    const to = phoneNumber(telling.number(row));
    if (to === undefined || !maySend(row, 'asked') || telling.reachable(row, now) > now) return;
    await deps.place(to, row.id).catch((error: unknown) => {
      log.warn({ callbackId: row.id, code: codeOf(error) }, 'a notice could not be told by call');
    });
  }
  return makeRounds({ ...deps, name: 'callbacks', round, everyMs: EVERY });
}
