/**
 * The port to what is kept. Rows only: sessions, texts and numbers arrive sealed and are opaque here.
 * Instants are UTC milliseconds. Ids are UUIDv7 unless said otherwise.
 */
import type { Accounts } from './accounts.ts';
import type { Blanking } from './blanking.ts';
import type { Callbacks, NewCallback, SavedDesk } from './callbacks.ts';
import type { Consultations, Vote } from './consultations.ts';
import type { ClosureNews, Corrections } from './corrections.ts';
import type { NewEnrolment, SavedAgenda } from './enrolments.ts';
import type { Generations } from './generations.ts';
import type { GuidanceNews, Guidances, Onward, Waiting } from './guidance.ts';
import type { Keeping, Kept } from './keeping.ts';
import type { Recordings } from './recordings.ts';
import type { Remembered, Reminders } from './reminders.ts';
import type { Resealing } from './resealing.ts';
import type { Counts, Tallies } from './tallies.ts';
import type { Turns } from './turns.ts';
import type { NewObstacle, NewTestimony, Voices } from './voices.ts';
import type { Watching } from './watching.ts';

export type { Onward } from './guidance.ts';
export type { Feedback, Kept, Limits } from './keeping.ts';
export type { DueRecording } from './recordings.ts';
export type { Pulse } from './watching.ts';

/** Bytes sealed by the caller: `version|key id|iv|data|tag`. */
export type Sealed = Uint8Array;

export type Channel = 'sms' | 'voice';

/** A phone number as it may be stored: a keyed hash to look it up, a ciphertext to use it. */
export interface SealedNumber {
  readonly hmac: string;
  readonly sealed: Sealed;
  /** Its hashes under older data keys: a person found by one of them is moved to `hmac` and `sealed`. */
  readonly older?: readonly string[];
}

export interface Contact {
  readonly id: string;
  readonly number: Sealed;
  readonly lang: string | null;
  readonly zone: string | null;
  /** What we send unasked is refused. `provider`: everything is, until START. */
  readonly optOut: 'none' | 'ours' | 'provider';
  readonly lastAt: number;
}

/** What an exchange finds when it begins. */
export interface Saved {
  /** The person, made on the first exchange; absent for an anonymous caller. */
  readonly contact?: Contact;
  readonly session?: { readonly data: Sealed; readonly at: number };
  /** The person's most recent other session on this channel (a call that was cut), if any. */
  readonly previous?: { readonly key: string; readonly data: Sealed; readonly at: number };
  /** Rises with every change of the consultations: who knows an older one must read them again first. */
  readonly consultations: number;
  /** The same of what the desk corrects. */
  readonly corrections: number;
  /** The receipt that was asked about says that a ballot counts. */
  readonly counted: boolean;
  /** How much is kept of this person, where it was asked for. */
  readonly kept?: Kept;
  /** Seats, where they were asked for. */
  readonly agenda?: SavedAgenda;
  /** What the desks know of this person, where it was asked for. */
  readonly desk?: SavedDesk;
  /** A guidance or a reminder was sent to this person, and this conversation is not in it yet. */
  readonly waiting?: Waiting;
  /** Guidances of this person that are over: no conversation goes on in them. */
  readonly over: readonly string[];
}

/** A text to send, written in the same transaction as the turn that wants it. */
export interface Outgoing {
  readonly id: string;
  /** `reply`: goes out with the response, by the provider's API if still pending at `dueAt`. */
  readonly kind: 'reply' | 'asked' | 'unasked';
  /** Absent: the person of this exchange. With the id to give that person if the number is new. */
  readonly to?: SealedNumber & { readonly newContactId: string };
  /** Absent for a reply: its words are in the exchange, sealed once. */
  readonly body?: Sealed;
  readonly dueAt: number;
  /** Not worth sending after this instant. */
  readonly expiresAt?: number;
  /** The session that an answer to this text goes on in: becomes the recipient's SMS session. */
  readonly session?: Sealed;
  readonly discreet: boolean;
  /** Not urgent: the quiet hours hold it. */
  readonly quiet?: boolean;
  /** The guidance that an answer to it goes on in, once it has left. */
  readonly guidance?: string;
}

/** What an exchange decides: everything is written, or nothing. */
export interface Decision extends Remembered {
  /** The session after the turn; null ends it. */
  readonly session: Sealed | null;
  /** What was heard and what was answered, one ciphertext: returned as it is to a repeated inbound id. */
  readonly exchange: Sealed;
  readonly outgoing: readonly Outgoing[];
  /** Nothing when the caller is anonymous. `ours` never weakens `provider`; `none` lifts both. */
  readonly contact?: { readonly lang?: string; readonly zone?: string; readonly optOut?: Contact['optOut'] };
  /** Kept 24 hours instead of 30 days. */
  readonly discreet: boolean;
  readonly feedback?: readonly { readonly id: string; readonly sheet: string; readonly body: Sealed }[];
  /** `untied`: nothing in its row leads to the person. */
  readonly recordings?: readonly {
    readonly id: string;
    readonly providerId: string;
    readonly untied?: boolean;
    /** Instead of the exchange's instant: what belongs to a ballot has a day, and no time. */
    readonly at?: number;
  }[];
  readonly testimonies?: readonly NewTestimony[];
  /** Testimonies to erase: of each code its hash, under the present key first. Unknown ones change nothing. */
  readonly withdrawn?: readonly { readonly id: string; readonly hmacs: readonly string[] }[];
  readonly obstacles?: readonly NewObstacle[];
  /** Seats that this person takes, and sessions whose seat they give back. Nothing when the caller is anonymous. */
  readonly enrolled?: readonly NewEnrolment[];
  readonly unenrolled?: readonly string[];
  /** Call-backs that this person asks for: each takes the place of an open one. Nothing when the caller is anonymous. */
  readonly callbacks?: readonly NewCallback[];
  /** Their open request is taken back. */
  readonly uncalled?: boolean;
  /** Ballots: each replaces the voter's older one, and is nothing where the consultation has closed. */
  readonly votes?: readonly Vote[];
  /** Consultations whose result this person asked to be sent. */
  readonly wishes?: readonly string[];
  /** `exchange` says nothing of what was said: a webhook that comes again gets this, until 48 h or the closing. */
  readonly secret?: { readonly consultation: string; readonly copy: Sealed };
  /** Consultations of which the session holds a draft: closing one ends the session. */
  readonly drafts?: readonly string[];
  /** The guidance that waited: the session goes on in it from now on. */
  readonly taken?: string;
  /** All that leads to this person goes, but what they refused: the contact itself once its reply is settled. */
  readonly erase?: boolean;
  /** What was made of guidances. */
  readonly guided?: readonly GuidanceNews[];
  /** What a place says of its own days. */
  readonly closures?: readonly ClosureNews[];
  readonly counts?: Counts;
}

export interface ExchangeRequest {
  /** `sms` (the contact's one text session) or `call:<CallSid>`. */
  readonly key: string;
  readonly channel: Channel;
  /** MessageSid, or `CallSid:t`. */
  readonly inboundId: string;
  readonly number?: SealedNumber;
  readonly at: number;
  /** Id for the contact, if this exchange is the first. */
  readonly newContactId: string;
  /** Ten digits that may be a receipt. */
  readonly receipt?: string;
  /** Asks for `kept`, `agenda` and `desk`. */
  readonly lookUp?: boolean;
  /** When the words of this inbound id may be blanked at the provider. */
  readonly blankAt?: number;
}

export interface Exchanged {
  /** The stored exchange: this one's, or the first one's when the inbound id was known. Empty once its person was erased. */
  readonly exchange: Sealed;
  readonly repeated: boolean;
  readonly contactId?: string;
  /** The reply's outgoing row, and whether the response may carry it: no longer once the outbox took it. */
  readonly reply?: { readonly id: string; readonly open: boolean };
}

/**
 * States of an outgoing text, by rank: a later report never goes back, and reports in any order end alike. A handset's
 * word (`delivered`) is above all; what we gave up as `expired` may still turn out to have left.
 */
export const STATES = ['pending', 'sending', 'expired', 'handed', 'sent', 'failed', 'delivered'] as const;
export type State = (typeof STATES)[number];

/** What a provider may report; the other states are ours. */
export type Reported = Extract<State, 'handed' | 'sent' | 'failed' | 'delivered'>;

export interface Due {
  readonly id: string;
  readonly contactId: string;
  readonly number: Sealed;
  /** Of a reply: the exchange that it answers. */
  readonly body: Sealed;
  readonly kind: Outgoing['kind'];
  readonly optOut: Contact['optOut'];
  /** Tries already made. */
  readonly attempts: number;
  /** The quiet hours hold it. */
  readonly quiet: boolean;
}

/** How a try ended. */
export type Outcome =
  /** Not tried: due again at this instant, and the try does not count. */
  | { readonly is: 'held'; readonly at: number }
  | { readonly is: 'sent'; readonly providerId: string; readonly at: number }
  | { readonly is: 'retry'; readonly at: number; readonly code?: string }
  /** `optedOut`: the provider refuses this number, and from now on so do we. */
  | { readonly is: 'failed'; readonly at: number; readonly code: string; readonly optedOut?: boolean };

/** What each part of the house keeps. */
type Parts = Generations & Voices & Consultations & Guidances & Accounts & Keeping & Turns & Callbacks;

export interface Store
  extends Parts,
    Watching,
    Resealing,
    Blanking,
    Recordings,
    Corrections,
    Tallies,
    Reminders {
  /**
   * One exchange in one transaction. A known inbound id returns what is stored and changes nothing; otherwise
   * `decide` (synchronous, pure) is called with what is saved, and all that it decides is committed before this resolves.
   */
  exchange(request: ExchangeRequest, decide: (saved: Saved) => Decision): Promise<Exchanged>;

  /** The response that carried this reply has been written out. */
  handedOver(messageId: string): Promise<void>;
  /**
   * Takes up to `limit` texts that are due, the oldest first, and marks them `sending` until `leaseUntil`; also those whose
   * lease ran out (a crash). What has expired is marked so and left out. Each taking counts as a try.
   */
  takeDue(now: number, leaseUntil: number, limit: number): Promise<readonly Due[]>;
  /** Writes how a try ended; a report that came first stands. Of a guidance or a reminder that left, the conversation goes on by `onward`. */
  settle(messageId: string, outcome: Outcome, onward?: Onward): Promise<void>;
  /** A provider's report, in any order; unknown ids and older states change nothing. Returns whether it did. `blank`: its words may go there. */
  report(
    messageId: string,
    state: Reported,
    code?: string,
    blank?: { readonly providerId: string; readonly dueAt: number },
  ): Promise<boolean>;

  /** Is this migrated and can it be read and written? Throws when not. */
  ready(): Promise<void>;
  close(): Promise<void>;
}
