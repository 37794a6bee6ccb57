/** The port to reminders: what somebody is to be told again on a day that was agreed, and what they answered. */
import type { Contact, Sealed, SealedNumber, State } from './store.ts';
import type { Templates } from './templates.ts';

/** An appointment, a last day, or the question whether a guidance helped. */
export const REMINDER_KINDS = ['visit', 'deadline', 'after'] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

/** What the person answered: of an appointment or a last day the first three, of a guidance the others. */
export const REPLIES = ['coming', 'cannot', 'call', 'yes', 'no', 'stuck'] as const;
export type Reply = (typeof REPLIES)[number];

export interface NewReminder {
  readonly id: string;
  /** Of a mediator's: their organisation and account. Of one that the person set for themselves: null. */
  readonly orgId: string | null;
  readonly author: string | null;
  /** The guidance that it asks about: it is not asked where that one did not reach its person. */
  readonly guidance: string | null;
  /** Absent: the person of this exchange. */
  readonly to?: SealedNumber & { readonly newContactId: string };
  /** A landline is called. */
  readonly way: 'text' | 'call';
  readonly kind: ReminderKind;
  /** Moment, place, words, language: opaque here. */
  readonly body: Sealed;
  readonly discreet: boolean;
  readonly at: number;
  readonly dueAt: number;
  /** Nothing is told or heard of it after this. */
  readonly expiresAt: number;
}

export interface StoredReminder extends Omit<NewReminder, 'to'> {
  readonly number: Sealed;
  readonly optOut: Contact['optOut'];
  readonly text: { readonly state: State; readonly code: string | null; readonly dueAt: number } | null;
  /** Calls that were placed. */
  readonly rung: number;
  readonly heardAt: number | null;
  readonly reply: Reply | null;
  readonly repliedAt: number | null;
  readonly cancelledAt: number | null;
  /** Nothing more could be tried, and why: a provider's code or a name of ours. */
  readonly failed: string | null;
  /** Somebody at the desk has seen to the answer. */
  readonly handledAt: number | null;
}

/** One that is due to be told. */
export interface DueReminder {
  readonly id: string;
  readonly own: boolean;
  readonly way: NewReminder['way'];
  readonly kind: ReminderKind;
  readonly body: Sealed;
  readonly discreet: boolean;
  readonly expiresAt: number;
  readonly number: Sealed;
  readonly optOut: Contact['optOut'];
  readonly rung: number;
}

/** What a turn made of a reminder: the conversation is in it, it was heard, or answered. */
export interface ReminderNews {
  readonly id: string;
  readonly is: 'taken' | 'heard' | Reply;
}

/** What an exchange decides of them. */
export interface Remembered {
  /** That this person sets for themselves; or all of these are taken back. Nothing when the caller is anonymous. */
  readonly reminders?: readonly NewReminder[];
  readonly unreminded?: boolean;
  readonly reminded?: readonly ReminderNews[];
}

export interface ReminderScope {
  readonly orgId: string;
}

export interface Reminders extends Templates {
  /** Writes it; one whose id is there stays as it is. */
  remind(reminder: NewReminder): Promise<void>;
  /** Of an organisation: what is to come (the next first), or what was told and answered (the newest first). */
  reminders(
    query: ReminderScope & { readonly what: 'coming' | 'told'; readonly limit: number },
  ): Promise<readonly StoredReminder[]>;
  reminder(id: string, of: ReminderScope): Promise<StoredReminder | undefined>;
  /** Answers that somebody at the desk has still to see to. */
  remindersOpen(of: ReminderScope): Promise<number>;
  /** False when it has left, or is unknown. */
  cancelReminder(id: string, of: ReminderScope, at: number): Promise<boolean>;
  /** False when it is unknown. */
  handleReminder(id: string, of: ReminderScope, at: number): Promise<boolean>;
  /**
   * Takes up to `limit` that are due, the oldest first; none of them is due again before `leaseUntil`. What its person refused
   * since, and what asks about a guidance that did not reach them, is cancelled.
   */
  takeReminders(now: number, leaseUntil: number, limit: number): Promise<readonly DueReminder[]>;
  /** Its text goes to the outbox, once. False where it already did, or was cancelled meanwhile. */
  queueReminder(
    id: string,
    text: {
      readonly id: string;
      readonly body: Sealed;
      readonly kind: 'asked' | 'unasked';
      readonly quiet: boolean;
    },
    at: number,
  ): Promise<boolean>;
  /** A call is about to be placed, or is to be placed later. `again`: when the next one is due; null for none. */
  ringReminder(
    id: string,
    rung: { readonly placed: boolean; readonly again: number | null },
  ): Promise<boolean>;
  /** It cannot be told. */
  failReminder(id: string, code: string): Promise<void>;
}
