/** Recorded messages come home: fetched from the provider, kept sealed, then deleted there. Never lost silently. */
import type { DueRecording, Store } from '../../db/store.ts';
import { type Alone, codeOf, makeRounds, type RoundLog, type Rounds } from '../rounds.ts';
import type { Vault } from '../vault.ts';

/** What a channel lends: a recording by the provider's id, and its end there. */
export interface RecordingSource {
  /** The sound, as it is kept. Rejects while the provider does not have it. */
  fetch(providerId: string): Promise<Uint8Array>;
  remove(providerId: string): Promise<void>;
}

export interface FetchingDeps {
  readonly store: Pick<Store, 'takeRecordings' | 'keepRecording' | 'putOffRecording' | 'dropRecording'>;
  readonly vault: Pick<Vault, 'seal'>;
  readonly source: RecordingSource;
  readonly clock: () => number;
  readonly log: RoundLog;
  readonly alone?: Alone;
}

/** Tried again after these, then every day for as long as the row is there. Milliseconds. */
const PAUSES = [5_000, 30_000, 120_000, 600_000, 3_600_000];
const DAY = 86_400_000;
const LEASE = 60_000;
const PER_ROUND = 5;

/** How many came home, and how many are still away. */
export interface Fetched {
  readonly kept: number;
  readonly later: number;
}

export function makeFetching(deps: FetchingDeps): Rounds<Fetched> {
  const { store, vault, source, clock, log } = deps;
  async function one({ id, providerId, attempts, unwanted }: DueRecording) {
    try {
      if (unwanted) {
        await source.remove(providerId);
        await store.dropRecording(id);
        return true;
      }
      const sound = await source.fetch(providerId);
      await store.keepRecording(id, vault.seal(sound, 'recording'));
    } catch (error) {
      const pause = PAUSES[attempts] ?? DAY;
      log.warn({ recordingId: id, tries: attempts + 1, code: codeOf(error) }, 'recording not fetched yet');
      await store.putOffRecording(id, clock() + pause);
      return false;
    }
    // Ours is safe: what the provider still has is only its own to lose.
    await source
      .remove(providerId)
      .catch((error: unknown) =>
        log.error({ recordingId: id, code: codeOf(error) }, 'recording not deleted at the provider'),
      );
    return true;
  }

  async function round(now: number): Promise<Fetched> {
    const due = await store.takeRecordings(now, now + LEASE, PER_ROUND);
    const kept = (await Promise.all(due.map(one))).filter(Boolean).length;
    return { kept, later: due.length - kept };
  }

  return makeRounds({ ...deps, name: 'recordings', round, everyMs: 5_000 });
}
