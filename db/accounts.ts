/** The port to those who work at the desk: organisations, accounts, invitations, sessions, and a journal that only grows. */
import type { Sealed } from './store.ts';

export interface Organisation {
  readonly id: string;
  readonly name: string;
  /** Codes of the departments that it answers for. */
  readonly departments: readonly string[];
  /** Takes what no other organisation covers: one alone. */
  readonly isDefault: boolean;
  readonly at: number;
}

export interface StaffAccount {
  readonly id: string;
  readonly orgId: string;
  /** Keyed hash of the address that signs in. */
  readonly emailHmac: string;
  /** Keyed hash of this person's own phone, where they gave it. */
  readonly phoneHmac?: string;
  /** Name, address, phone. */
  readonly body: Sealed;
  /** Argon2id, as the library writes it. */
  readonly password: string;
  /** Argon2id of the digits that stand for the password on a basic phone. */
  readonly pin?: string;
  /** The secret of the second factor; absent until it is set up. */
  readonly second?: Sealed;
  /** The last step of the second factor that was used: no code serves twice. */
  readonly secondStep: number;
  readonly roles: readonly string[];
  readonly active: boolean;
  /** Made for a demonstration: signs in where the service is a simulator, and nowhere else. */
  readonly demo: boolean;
  readonly at: number;
}

export type NewStaffAccount = Omit<StaffAccount, 'secondStep' | 'active' | 'pin'>;

/** What may change; null takes away. */
export interface AccountChange {
  readonly emailHmac?: string;
  readonly phoneHmac?: string | null;
  readonly body?: Sealed;
  readonly password?: string;
  readonly pin?: string | null;
  readonly second?: Sealed | null;
  readonly roles?: readonly string[];
  readonly active?: boolean;
}

export interface Invitation {
  readonly id: string;
  readonly orgId: string;
  readonly roles: readonly string[];
  /** Renews the password and the second factor of this account instead of making one. */
  readonly accountId?: string;
  /** For whom. */
  readonly body: Sealed;
  readonly expiresAt: number;
}

/** How far a sign-in has come: `setup` chooses a second factor, `second` is asked for it. */
export const STAGES = ['setup', 'second', 'full'] as const;
export type Stage = (typeof STAGES)[number];

export interface StaffSession {
  /** Hash of the token that the browser holds. */
  readonly id: string;
  readonly accountId: string;
  readonly stage: Stage;
  readonly at: number;
  readonly seenAt: number;
  /** Whatever is done, it ends then. */
  readonly expiresAt: number;
}

/** One line of the journal: ids and names of acts, nothing that a person said. */
export interface JournalEntry {
  readonly id: string;
  readonly at: number;
  /** Absent: a command on the machine itself. */
  readonly accountId?: string;
  readonly orgId?: string;
  readonly act: string;
  /** The id of what it was done to. */
  readonly about?: string;
}

/** Every change is written with its line, or not at all. */
export interface Accounts {
  /** False where the name is taken. One that is the default takes that from the one before. */
  addOrganisation(organisation: Organisation, entry: JournalEntry): Promise<boolean>;
  changeOrganisation(
    id: string,
    change: Partial<Pick<Organisation, 'departments' | 'isDefault' | 'name'>>,
    entry: JournalEntry,
  ): Promise<boolean>;
  organisations(): Promise<readonly Organisation[]>;

  addInvitation(tokenHash: string, invitation: Invitation, entry: JournalEntry): Promise<void>;
  /** One that was neither used nor called back, and has not expired. */
  invitation(tokenHash: string, now: number): Promise<Invitation | undefined>;
  invitations(orgId: string, now: number): Promise<readonly Invitation[]>;
  callBackInvitation(id: string, orgId: string, entry: JournalEntry): Promise<boolean>;
  /**
   * Uses it, once: makes the account, or renews the one that it is about (whose sessions all end). `gone`: used, expired or called
   * back meanwhile; `taken`: the address has an account already.
   */
  accept(
    tokenHash: string,
    account: NewStaffAccount,
    session: StaffSession,
    entry: JournalEntry,
  ): Promise<'done' | 'gone' | 'taken'>;
  /** Makes one without an invitation; false where the address is taken. */
  addAccount(account: NewStaffAccount, entry: JournalEntry): Promise<boolean>;

  /** By any of these hashes. */
  accountByEmail(hmacs: readonly string[]): Promise<StaffAccount | undefined>;
  accountByPhone(hmacs: readonly string[]): Promise<StaffAccount | undefined>;
  account(id: string): Promise<StaffAccount | undefined>;
  accounts(orgId: string): Promise<readonly StaffAccount[]>;
  /** False where it is not there, or its new address or phone is another's. One that is made inactive is signed out. */
  changeAccount(id: string, change: AccountChange, entry?: JournalEntry): Promise<boolean>;
  /** Uses a step of the second factor: false where this one or a later one was used. */
  spendStep(id: string, step: number): Promise<boolean>;

  addSession(session: StaffSession, entry?: JournalEntry): Promise<void>;
  /** One whose end has not come, seen since `since`; notes that it was seen now. */
  seeSession(id: string, now: number, since: number): Promise<StaffSession | undefined>;
  sessionsOf(accountId: string, now: number): Promise<readonly StaffSession[]>;
  /** Ends it, and puts the other in its place where one is given. */
  endSession(id: string, next?: StaffSession, entry?: JournalEntry): Promise<void>;
  endSessions(accountId: string, except: string | undefined, entry: JournalEntry): Promise<number>;

  /** Counts a try under this key and says how many there were since `since`, this one included. */
  countTry(key: string, now: number, since: number): Promise<number>;
  forgetTries(key: string): Promise<void>;

  note(entry: JournalEntry): Promise<void>;
  /** The newest of an organisation, before this id if one is given. */
  journal(orgId: string, limit: number, before?: string): Promise<readonly JournalEntry[]>;
}
