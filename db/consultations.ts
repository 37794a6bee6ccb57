/** What is kept of consultations: who voted and what, apart from each other once a vote is closed. */
import type { Outgoing, Sealed } from './store.ts';

export interface StoredConsultation {
  readonly id: string;
  readonly slug: string;
  readonly state: 'open' | 'closed';
  /** JSON of what was opened: questions, words, dates. */
  readonly body: string;
  /** Its own secret, sealed: gone once it is closed. */
  readonly key: Sealed | null;
  /** Paper codes given out: numbers 1 to this one. */
  readonly codes: number;
  readonly openedAt: number;
  readonly closedAt: number | null;
  /** JSON of ballots by day, `{"2026-03-01": 12}`, once it is closed. */
  readonly days: string | null;
}

/** A ballot as it is cast, in the transaction of the exchange that confirms it. */
export interface Vote {
  readonly consultation: string;
  /** Keyed hash of the number or the code, under the consultation's own key: one ballot each. */
  readonly voter: string;
  /** Ten digits that say that it counts. */
  readonly receipt: string;
  /** Random: no time in it. */
  readonly ballot: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly body: Sealed;
  /** Our ids of what was recorded for it, which are among the decision's recordings. */
  readonly recordings: readonly string[];
}

export interface Ballot {
  readonly id: string;
  /** Absent once it is closed. */
  readonly day: string | null;
  readonly body: Sealed;
}

/** What a closing leaves of the ballots: under new ids, with nothing that ties them to words or to days. */
export interface Separated {
  readonly ballots: readonly { readonly id: string; readonly body: Sealed }[];
  readonly answers: readonly { readonly id: string; readonly body: Sealed }[];
  readonly days: string;
}

export interface Consultations {
  consultations(): Promise<readonly StoredConsultation[]>;
  /** Rises with every change of them. */
  consultationsVersion(): Promise<number>;
  /** False, and nothing written, when the slug is taken. */
  openConsultation(
    opened: Omit<StoredConsultation, 'state' | 'codes' | 'closedAt' | 'days'>,
  ): Promise<boolean>;
  /** Its title and dates; whoever calls sees to it that nothing else changes. False once it is closed. */
  amendConsultation(id: string, body: string): Promise<boolean>;
  /** Raises how many paper codes there are. False once it is closed. */
  issueCodes(id: string, upTo: number): Promise<boolean>;
  ballots(consultation: string): Promise<readonly Ballot[]>;
  /** Whether this receipt is of a ballot that counts. */
  countedReceipt(receipt: string): Promise<boolean>;
  /** What was answered in words, of a closed one. */
  openAnswers(consultation: string): Promise<readonly { readonly id: string; readonly body: Sealed }[]>;
  /**
   * Ends it in one transaction: its key, its voters, drafts and stored copies are erased, its ballots replaced by what
   * `separate` (synchronous) makes of them. False, and nothing done, when it was closed already.
   */
  closeConsultation(
    id: string,
    at: number,
    separate: (ballots: readonly Ballot[]) => Separated,
  ): Promise<boolean>;
  /** Empties what the engine keeps of erased rows beside its tables. False when somebody else is reading: call again. */
  forgetErased(): Promise<boolean>;
  /** Hands texts that nobody asked for to these people, in one transaction: who opted out gets none. */
  invite(texts: readonly Outgoing[], at: number): Promise<void>;
  /** Hands a text to everybody who asked for the result, and forgets that they did. Returns how many. */
  sendResult(
    consultation: string,
    text: {
      readonly body: Sealed;
      readonly at: number;
      readonly dueAt: number;
      readonly newId: () => string;
    },
  ): Promise<number>;
}
