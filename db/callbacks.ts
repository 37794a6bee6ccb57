/** What is kept of those who asked for a human: their requests, the calls that answer them, and when a desk is on duty. */
import type { JournalEntry } from './accounts.ts';
import type { Contact, Sealed } from './store.ts';

/** When an organisation answers. */
export interface DutyRow {
  readonly orgId: string;
  /** Opening hours in OpenStreetMap's grammar. */
  readonly hours: string;
  /** Code of the department whose clock and public holidays it keeps. */
  readonly department: string;
}

export interface NewCallback {
  readonly id: string;
  readonly orgId: string;
  /** Topic, place, way, safe hours, language: opaque here. */
  readonly body: Sealed;
  /** Before when it was promised. */
  readonly deadline: number;
  /** IANA zone of the person. */
  readonly zone: string;
  readonly urgent: boolean;
  /** Forgotten a day after it is closed. */
  readonly discreet: boolean;
}

/** `open` and `claimed` wait for somebody; the others are over. */
export const CALLBACK_STATES = ['open', 'claimed', 'done', 'missed', 'expired', 'cancelled'] as const;
export type CallbackState = (typeof CALLBACK_STATES)[number];

/** How a call through the bridge ended. `joined`: the two talked. `left`: nobody said that they were there, a message may be left. `declined`: the helper did not take it. */
export const BRIDGE_OUTCOMES = ['joined', 'left', 'unanswered', 'busy', 'failed', 'declined'] as const;
export type BridgeOutcome = (typeof BRIDGE_OUTCOMES)[number];

/** One call of a helper and a person. Instants of the first time, whatever the order of the reports. */
export interface StoredBridge {
  readonly id: string;
  readonly callbackId: string;
  readonly orgId: string;
  readonly accountId: string;
  readonly at: number;
  /** The helper picked up, pressed 1; the person pressed 1. */
  readonly answeredAt: number | null;
  readonly acceptedAt: number | null;
  readonly joinedAt: number | null;
  readonly endedAt: number | null;
  readonly outcome: BridgeOutcome | null;
}

export interface StoredCallback extends NewCallback {
  readonly state: CallbackState;
  readonly at: number;
  /** A first promise was not kept. */
  readonly late: boolean;
  /** Calls that nobody answered. */
  readonly missed: number;
  readonly claimedBy: string | null;
  readonly closedAt: number | null;
  readonly number: Sealed;
  readonly optOut: Contact['optOut'];
  readonly muted: boolean;
  /** The last one. */
  readonly bridge: StoredBridge | null;
  /** What is still to be told by call. */
  readonly notice: Notice | null;
}

export interface CallbackNote {
  readonly id: string;
  readonly author: string;
  readonly at: number;
  readonly body: Sealed;
}

/** Whose requests: never those of another organisation. */
export interface CallbackScope {
  readonly orgId: string;
}

/** What a phone that takes no texts is told by call. */
export const NOTICES = ['missed', 'gaveUp', 'late', 'expired'] as const;
export type Notice = (typeof NOTICES)[number];

/** What follows a promise that was not kept, or a call that nobody answered: a new promise or the end, and a text that says so. */
export interface Next {
  /** Null closes it. */
  readonly deadline: number | null;
  /** To be told by call, from this instant on. */
  readonly call?: { readonly notice: Notice; readonly at: number };
  readonly text?: {
    readonly id: string;
    readonly body: Sealed;
    readonly dueAt: number;
    readonly expiresAt: number;
    /** The quiet hours hold it. */
    readonly quiet: boolean;
  };
}

/** What an exchange finds of its person. */
export interface SavedDesk {
  readonly open: { readonly deadline: number; readonly zone: string } | null;
  /** The newest, of a week: a call was missed, or its promise was not kept. */
  readonly last: 'missed' | 'late' | null;
  /** Requests within a day. */
  readonly today: number;
  /** Organisations that answer this number no more. */
  readonly muted: readonly string[];
}

export interface Mute {
  /** Hash of a hash: names the row on a page. */
  readonly id: string;
  readonly at: number;
  readonly accountId: string;
  /** While its person is kept. */
  readonly number: Sealed | null;
}

/** Calls that a notice is worth. */
export const NOTICE_TRIES = 2;

/** A bridge is over after this, whatever was heard of it. Milliseconds. */
export const BRIDGE_LASTS = 2 * 3_600_000;

export interface Callbacks {
  duties(): Promise<readonly DutyRow[]>;
  /** Without hours the organisation answers no more. */
  setDuty(orgId: string, duty: Omit<DutyRow, 'orgId'> | null, entry: JournalEntry): Promise<void>;

  /** Those that wait: urgent first, then the oldest. Or those that are over, the newest first. */
  callbacks(
    query: CallbackScope & { readonly over?: boolean; readonly limit: number },
  ): Promise<readonly StoredCallback[]>;
  callback(id: string, of: CallbackScope): Promise<StoredCallback | undefined>;
  /** Those that wait. */
  callbacksWaiting(of: CallbackScope): Promise<number>;
  /** False where somebody else has it, or it is over. */
  claimCallback(id: string, of: CallbackScope, accountId: string, entry: JournalEntry): Promise<boolean>;
  /** Back into the queue. False where this account does not have it. */
  releaseCallback(id: string, of: CallbackScope, accountId: string, entry: JournalEntry): Promise<boolean>;
  /** Answered. With a text, which leaves in the same transaction. */
  closeCallback(
    id: string,
    of: CallbackScope,
    accountId: string,
    entry: JournalEntry,
    text?: Next['text'],
  ): Promise<boolean>;
  /** Nobody answered a call: it goes back into the queue with a new promise, or is closed. */
  missCallback(
    id: string,
    of: CallbackScope,
    accountId: string,
    next: Next,
    entry: JournalEntry,
  ): Promise<boolean>;
  /** Those of every organisation whose promise is past, where no call goes on. */
  overdueCallbacks(now: number, limit: number): Promise<readonly StoredCallback[]>;
  /** The promise `was` is past: told once, whoever asks. */
  lateCallback(id: string, was: number, next: Next, at: number): Promise<boolean>;

  /** Those to be told by call now; none of them is due again before `again`. After two tries it is let be. */
  takeNotices(now: number, again: number, limit: number): Promise<readonly StoredCallback[]>;
  /** By its id, whatever organisation: the provider asks. */
  noticeOf(id: string): Promise<StoredCallback | undefined>;
  /** It was heard. */
  noticeTold(id: string): Promise<void>;

  addCallbackNote(callbackId: string, of: CallbackScope, note: CallbackNote): Promise<boolean>;
  /** The oldest first. */
  callbackNotes(callbackId: string, of: CallbackScope): Promise<readonly CallbackNote[]>;

  /** A call begins. False where this account has not claimed it, or a call of it goes on. */
  addBridge(
    bridge: Pick<StoredBridge, 'id' | 'callbackId' | 'orgId' | 'accountId' | 'at'>,
    entry: JournalEntry,
  ): Promise<boolean>;
  /** With its request, whatever organisation: the provider asks. */
  bridge(id: string): Promise<{ bridge: StoredBridge; callback: StoredCallback } | undefined>;
  /** In any order, and more than once: the first time is kept. */
  bridgeNews(id: string, is: 'answered' | 'accepted' | 'joined', at: number): Promise<void>;
  /**
   * It is over. An outcome that is known stands; `missed` is done once, with the outcome, where the helper still has the request.
   * Without an outcome only the end is noted. Returns whether the outcome was new.
   */
  endBridge(
    id: string,
    end: { readonly outcome?: BridgeOutcome; readonly at: number; readonly missed?: Next },
  ): Promise<boolean>;

  /** The organisation answers this person's number no more; what waits of theirs is closed. */
  muteCaller(callbackId: string, of: CallbackScope, entry: JournalEntry): Promise<boolean>;
  unmuteCaller(muteId: string, of: CallbackScope, entry: JournalEntry): Promise<boolean>;
  mutes(of: CallbackScope): Promise<readonly Mute[]>;
}
