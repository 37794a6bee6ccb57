/** The port to what people tell and report: testimonies, what moderators did with them, and obstacles as counts. */
import type { Sealed } from './store.ts';

/** Read by a human, or not yet. Nothing else than `approved` is ever published. */
export const TESTIMONY_STATES = ['waiting', 'approved', 'refused'] as const;
export type TestimonyState = (typeof TESTIMONY_STATES)[number];

export const PUBLISHED_AS = ['no', 'anonymous', 'named'] as const;
export type PublishedAs = (typeof PUBLISHED_AS)[number];

/** A testimony as it arrives, in the transaction of the exchange that sends it. */
export interface NewTestimony {
  readonly id: string;
  readonly theme: string;
  /** Four digits of the workshop where it was told. */
  readonly workshop?: string;
  /** Keyed hash of the code that takes it back: unique. */
  readonly codeHmac: string;
  readonly publish: PublishedAs;
  /** Tied to the person, who agreed to be written back. Otherwise nothing leads to them. */
  readonly tied: boolean;
  /** Its words and first name. */
  readonly body: Sealed;
  /** Our id of its recording, which is among the decision's recordings. */
  readonly recordingId?: string;
}

export interface Testimony extends Omit<NewTestimony, 'codeHmac' | 'tied'> {
  readonly contactId?: string;
  readonly state: TestimonyState;
  readonly at: number;
}

/** A report: nothing of the person but a hash that keeps the same report from counting twice. */
export interface NewObstacle {
  readonly id: string;
  readonly service: string;
  readonly trouble: string;
  /** Code of the department; empty where it is not known. */
  readonly department: string;
  /** YYYY-MM. */
  readonly month: string;
  /** Keyed hash of number, service, trouble, department and month: a second report by the same person is not counted. */
  readonly once: string;
}

export interface ObstacleCount {
  readonly service: string;
  readonly trouble: string;
  readonly department: string;
  readonly month: string;
  readonly count: number;
}

/** What a moderator does; each is written down, and cannot be changed afterwards. */
export const ACTS = ['heard', 'approved', 'refused', 'blanked', 'transcribed', 'withdrawn'] as const;
export type Act = (typeof ACTS)[number];

export interface Moderation {
  readonly id: string;
  readonly testimonyId: string;
  readonly act: Act;
  /** Who did it, as they are known to the association. */
  readonly by: string;
  readonly at: number;
  /** What it becomes. */
  readonly state?: TestimonyState;
  readonly body?: Sealed;
}

/** One line of the journal. */
export type ModerationEntry = Omit<Moderation, 'state' | 'body'>;

export interface Workshop {
  /** Four digits. */
  readonly code: string;
  readonly name: string;
  readonly at: number;
}

export interface Voices {
  /** The newest, of one state or of all. */
  testimonies(query: {
    readonly state?: TestimonyState;
    readonly limit: number;
  }): Promise<readonly Testimony[]>;
  testimony(id: string): Promise<Testimony | undefined>;
  /** Does it and writes it down, in one transaction. False, and nothing written, for a testimony that is not there (any more). */
  moderate(moderation: Moderation): Promise<boolean>;
  /** The newest acts. */
  moderations(limit: number): Promise<readonly ModerationEntry[]>;
  /** All counts, unrounded: whoever shows them hides what is too small. */
  obstacles(): Promise<readonly ObstacleCount[]>;
  /** Adds a workshop under the next free number; `codeOf` makes its code. Returns it. */
  addWorkshop(name: string, at: number, codeOf: (n: number) => string): Promise<Workshop>;
  workshops(): Promise<readonly Workshop[]>;
}
