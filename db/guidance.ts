/** What is kept of guidance: a sheet that a mediator sends to somebody's phone, and what became of it. */
import type { Contact, Outgoing, Sealed, SealedNumber, State } from './store.ts';

/** A text of a guidance. An answer to it goes on in the guidance, so it carries no session of its own. */
export type GuidanceText = Pick<Outgoing, 'id' | 'dueAt' | 'expiresAt' | 'discreet' | 'quiet'> & {
  readonly body: Sealed;
};

export interface NewGuidance {
  readonly id: string;
  /** The organisation that sends it; null where the installation has only one. */
  readonly orgId: string | null;
  /** Who sends it: the id of an account, never a name. */
  readonly author: string;
  readonly to: SealedNumber & { readonly newContactId: string };
  /** Keyed hash of the code in its link. */
  readonly codeHmac: string;
  /** Sheet, place, words, language: opaque here. */
  readonly body: Sealed;
  /** Forgotten as soon as it has expired. */
  readonly discreet: boolean;
  readonly at: number;
  /** Neither its link nor an answer leads to it after this. */
  readonly expiresAt: number;
  readonly text: GuidanceText;
}

/** How many may be written since an instant. */
export interface Caps {
  readonly since: number;
  /** Texts that nobody asked for, to one person. */
  readonly perPerson: number;
  /** Guidances of one author. */
  readonly perAuthor: number;
}

export const GUIDED = ['taken', 'person_cap', 'author_cap'] as const;
export type Guided = (typeof GUIDED)[number];

/** `refused`: not for this person. `locked`: three wrong words. */
export const OUTCOMES = ['refused', 'locked'] as const;
export type GuidanceOutcome = (typeof OUTCOMES)[number];

export interface StoredGuidance {
  readonly id: string;
  readonly orgId: string | null;
  readonly author: string;
  readonly body: Sealed;
  readonly discreet: boolean;
  readonly at: number;
  readonly expiresAt: number;
  /** Its last text, while that is kept. */
  readonly text: {
    readonly state: State;
    /** Why it failed: the provider's code or a name of ours. */
    readonly code: string | null;
    readonly dueAt: number;
    readonly sentAt: number | null;
    /** Tries that were made. */
    readonly attempts: number;
  } | null;
  readonly optOut: Contact['optOut'];
  readonly number: Sealed;
  readonly answeredAt: number | null;
  /** What it holds was told: by text or by call, by call. */
  readonly readAt: number | null;
  readonly heardAt: number | null;
  readonly openedAt: number | null;
  readonly cancelledAt: number | null;
  readonly outcome: GuidanceOutcome | null;
}

/** Whose guidances: those of one organisation, or of the installation itself (null). */
export interface GuidanceScope {
  readonly orgId: string | null;
}

/** A guidance that waits for this person: its text is with them, and they have not come to it. */
export interface Waiting {
  readonly id: string;
  readonly body: Sealed;
  /** Wrong words so far, on any channel. */
  readonly tries: number;
  /** A guidance, unless said. */
  readonly of?: 'reminder';
}

/** Wrong words after which a guidance closes. */
export const TRIES = 3;

/** What a turn made of a guidance: something was said in it, a word was wrong, what it holds was told, it is not for them. */
export interface GuidanceNews {
  readonly id: string;
  readonly is: 'answered' | 'missed' | 'read' | 'refused';
}

export interface Guidances {
  /** Writes a guidance and its text, unless a cap is reached: then nothing. One whose id is there is taken already. */
  guide(guidance: NewGuidance, caps: Caps): Promise<Guided>;
  /** Another text for the same guidance, which then holds longer. False for an unknown, cancelled or pending one. */
  resendGuidance(
    id: string,
    of: GuidanceScope,
    again: {
      readonly body: Sealed;
      readonly text: GuidanceText;
      readonly at: number;
      readonly expiresAt: number;
    },
  ): Promise<boolean>;
  /** Takes its text back while it is still here. False when it has left, or is unknown. */
  cancelGuidance(id: string, of: GuidanceScope, at: number): Promise<boolean>;
  /** The newest first; of one author, or before an instant. */
  guidances(
    query: GuidanceScope & { readonly limit: number; readonly author?: string; readonly before?: number },
  ): Promise<readonly StoredGuidance[]>;
  guidance(id: string, of: GuidanceScope): Promise<StoredGuidance | undefined>;
  /** What a link leads to, by the hashes of its code; undefined when unknown, expired or cancelled. */
  guidanceByCode(
    codeHmacs: readonly string[],
    at: number,
  ): Promise<{ readonly id: string; readonly body: Sealed; readonly expiresAt: number } | undefined>;
  /** Its page was asked for: the first time is kept. */
  guidanceOpened(id: string, at: number): Promise<void>;
}

/**
 * The session of a person once the text of this guidance has left, from the one they have; undefined leaves it. Synchronous and
 * pure: it runs inside the transaction that marks the text sent.
 */
export type Onward = (
  waiting: Waiting,
  session: Sealed | undefined,
  at: number,
) => { readonly session: Sealed; readonly discreet: boolean; readonly drafts: readonly string[] } | undefined;
