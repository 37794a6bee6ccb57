/** The port to seats: who comes to which session. Part of an exchange, so that nobody is told of a seat that another has. */

/** A seat that is taken in the transaction of the exchange that asks for it. */
export interface NewEnrolment {
  readonly session: string;
  /** How many the session has: one more than that is never taken. */
  readonly seats: number;
  /** UTC milliseconds: kept a day longer. */
  readonly endsAt: number;
  /** Cancels it in a call. */
  readonly code: string;
}

/** What is taken of the sessions that are not over, and what the person of an exchange has. */
export interface SavedAgenda {
  readonly mine: readonly { readonly session: string; readonly code: string }[];
  readonly taken: Readonly<Record<string, number>>;
}
