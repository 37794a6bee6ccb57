/** How long things are kept, and the round that ends it. */
import type { Store } from '../db/store.ts';
import { type Alone, makeRounds, type RoundLog, type Rounds } from './rounds.ts';

const DAY = 86_400_000;
/** Days: texts 30, those on discreet subjects 1, people two years after they were last heard of, what was answered in a vote 2, the journal of the desk a year. The number of who was erased: an hour, for its last reply. */
export const KEPT = {
  texts: 30 * DAY,
  discreet: DAY,
  contacts: 730 * DAY,
  secret: 2 * DAY,
  erased: 3_600_000,
  journal: 366 * DAY,
} as const;

const HOUR = 3_600_000;
/** Rows of a kind in one transaction: short enough that nobody waits for it. */
const BATCH = 200;

/** Once an hour, in small steps. A round answers how many rows went. */
export function makeRetention(deps: {
  readonly store: Pick<Store, 'purge'>;
  readonly clock: () => number;
  readonly log: RoundLog;
  readonly alone?: Alone;
}): Rounds<number> {
  async function round(now: number): Promise<number> {
    const limits = {
      texts: now - KEPT.texts,
      discreet: now - KEPT.discreet,
      contacts: now - KEPT.contacts,
      secret: now - KEPT.secret,
      erased: now - KEPT.erased,
      journal: now - KEPT.journal,
    };
    for (let gone = 0; ; ) {
      const step = await deps.store.purge(limits, BATCH);
      gone += step;
      if (step === 0) return gone;
    }
  }
  return makeRounds({ ...deps, name: 'retention', round, everyMs: HOUR });
}
