/** Promises that were not kept: the person is told, once for a new one and once for the end. */
import type { Store } from '../../db/store.ts';
import { type Alone, makeRounds, type RoundLog, type Rounds } from '../rounds.ts';
import type { Telling } from './telling.ts';

const EVERY = 30_000;
/** In one round. */
const MOST = 50;

/** A round answers how many were told. */
export function makeOverdue(deps: {
  readonly store: Pick<Store, 'overdueCallbacks' | 'lateCallback'>;
  readonly telling: Pick<Telling, 'late'>;
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
    return told;
  }
  return makeRounds({ ...deps, name: 'callbacks', round, everyMs: EVERY });
}
