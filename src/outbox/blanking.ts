/** Words that have arrived need not stay at the provider: they are blanked there, in rounds, until they are. */
import type { Store } from '../../db/store.ts';
import { type Alone, codeOf, makeRounds, type RoundLog, type Rounds } from '../rounds.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** After this may the words of a text that we heard go: the provider tries its webhook again before. Milliseconds. */
export const HEARD_AFTER = 10 * MINUTE;
/** After this may those of one that was sent and of which no telephone said that it has it. Milliseconds. */
export const SENT_AFTER = DAY;

/** Tried again after these; then it is given up, and told. Milliseconds. */
const PAUSES = [MINUTE, 10 * MINUTE, 60 * MINUTE, 6 * 60 * MINUTE, DAY, DAY, DAY];
const LEASE = 2 * MINUTE;
const PER_ROUND = 20;

/** Blanks the words of one text at the provider; resolves too where it has none. */
export type Blank = (providerId: string) => Promise<void>;

/** A round answers how many are blank from now on. */
export function makeBlanking(deps: {
  readonly store: Pick<Store, 'takeBlanks' | 'blanked' | 'putOffBlank'>;
  readonly blank: Blank;
  readonly clock: () => number;
  readonly log: RoundLog;
  readonly alone?: Alone;
}): Rounds<number> {
  const { store, blank, clock, log } = deps;

  async function one({ providerId, attempts }: { providerId: string; attempts: number }): Promise<boolean> {
    try {
      await blank(providerId);
    } catch (error) {
      const pause = PAUSES[attempts];
      if (pause !== undefined) {
        await store.putOffBlank(providerId, clock() + pause);
        return false;
      }
      log.error({ providerId, code: codeOf(error) }, 'words not blanked at the provider');
    }
    await store.blanked(providerId);
    return true;
  }

  async function round(now: number): Promise<number> {
    const due = await store.takeBlanks(now, now + LEASE, PER_ROUND);
    return (await Promise.all(due.map(one))).filter(Boolean).length;
  }

  return makeRounds({ ...deps, name: 'blanking', round, everyMs: 5_000 });
}
