/** The port to what is counted of conversations, and to questions that found no answer. Nothing in it leads to anybody. */
import type { Channel, Sealed } from './store.ts';

/** What happened, in a month, somewhere, about something. */
export interface Tally {
  /** `2026-01` */
  readonly month: string;
  /** Code of the department; empty where nobody said it. */
  readonly department: string;
  /** Empty where it is about no subject. */
  readonly theme: string;
  readonly outcome: string;
}

export interface Counted extends Tally {
  readonly channel: Channel;
  readonly count: number;
}

/** Redacted before it is sealed. */
export interface NewUnanswered {
  /** Keyed hash of its words: the same question is one row. */
  readonly id: string;
  readonly lang: string;
  readonly body: Sealed;
}

export interface Unanswered extends NewUnanswered {
  readonly channel: Channel;
  /** How often it came. */
  readonly count: number;
  /** When it came last. */
  readonly at: number;
}

/** What a turn adds. */
export interface Counts {
  readonly tallies: readonly Tally[];
  readonly unanswered?: NewUnanswered;
}

export interface Tallies {
  /** All counts from this month on, unrounded: whoever shows them hides what is too small. */
  tallies(from: string): Promise<readonly Counted[]>;
  /** The most often asked first. */
  unanswered(limit: number): Promise<readonly Unanswered[]>;
  /** Dealt with, or not to be kept. */
  dropUnanswered(id: string): Promise<boolean>;
}
