/** The port to how long things are kept, and to what is kept of one person. */
import type { Sealed } from './store.ts';

/** How much is kept of one person, by kind. */
export interface Kept {
  readonly texts: number;
  readonly calls: number;
  readonly recordings: number;
  readonly feedback: number;
  readonly testimonies: number;
  readonly guidances: number;
  readonly enrolments: number;
  readonly callbacks: number;
  readonly reminders: number;
  readonly premises: number;
  /** Texts that have not left yet. */
  readonly queued: number;
}

/** Instants before which things have been kept long enough. */
export interface Limits {
  /** Exchanges, texts, sessions and recordings. */
  readonly texts: number;
  /** The same on discreet subjects. */
  readonly discreet: number;
  /** What was answered in a vote, for webhooks that come twice. */
  readonly secret: number;
  /** People whom nothing was heard of since. */
  readonly contacts: number;
  /** People who were erased: the number stays for a reply that may still have to be sent. */
  readonly erased: number;
  /** Lines of the desk's journal: a year at least, counted from its newest line. */
  readonly journal: number;
}

/** What somebody said of a sheet. */
export interface Feedback {
  readonly id: string;
  readonly sheet: string;
  readonly body: Sealed;
  readonly at: number;
}

export interface Keeping {
  /** The newest words about sheets. */
  feedback(limit: number): Promise<readonly Feedback[]>;
  /** How much is kept of the person of this number, by its hashes; undefined when nothing is. */
  kept(hmacs: readonly string[]): Promise<Kept | undefined>;
  /** Erases the person of this number, as an exchange that decides it does; false when nothing was kept. */
  erase(hmacs: readonly string[], at: number): Promise<boolean>;
  /** Deletes what is older, at most `limit` rows of each kind; returns how many went. */
  purge(limits: Limits, limit: number): Promise<number>;
}
