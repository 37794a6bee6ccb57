/** The port to what people recorded: fetched from the provider, then kept here. */
import type { Sealed } from './store.ts';

/** A recording that is still at the provider. */
export interface DueRecording {
  readonly id: string;
  readonly providerId: string;
  /** Tries already made. */
  readonly attempts: number;
  /** Taken back: only to be deleted at the provider. */
  readonly unwanted: boolean;
}

export interface Recordings {
  /** Up to `limit` recordings to fetch, the oldest first; none of them is due again before `leaseUntil`. */
  takeRecordings(now: number, leaseUntil: number, limit: number): Promise<readonly DueRecording[]>;
  /** What was fetched; it is due no more. */
  keepRecording(id: string, data: Sealed): Promise<void>;
  /** Nothing of it is to stay here. */
  dropRecording(id: string): Promise<void>;
  /** It could not be fetched: due again at this instant. */
  putOffRecording(id: string, dueAt: number): Promise<void>;
  /** A recording that was kept; undefined while it is still at the provider, or for an unknown id. */
  recording(id: string): Promise<Sealed | undefined>;
}
