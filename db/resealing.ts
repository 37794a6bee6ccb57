/** The port to a change of the data key: every sealed column, read again and sealed again. */
import type { Sealed } from './store.ts';

/** Where something sealed is, by the column that identifies its row, and what it is sealed for. */
export const SEALED = [
  { table: 'contacts', key: 'id', column: 'number_enc', purpose: 'number' },
  { table: 'sessions', key: 'key', column: 'data', purpose: 'session' },
  { table: 'exchanges', key: 'inbound_id', column: 'data', purpose: 'exchange' },
  { table: 'secret_copies', key: 'inbound_id', column: 'data', purpose: 'exchange' },
  { table: 'messages', key: 'id', column: 'body', purpose: 'message' },
  { table: 'feedback', key: 'id', column: 'body', purpose: 'feedback' },
  { table: 'recordings', key: 'id', column: 'data', purpose: 'recording' },
  { table: 'testimonies', key: 'id', column: 'body', purpose: 'testimony' },
  { table: 'guidances', key: 'id', column: 'body', purpose: 'guidance' },
  { table: 'place_phones', key: 'id', column: 'number_enc', purpose: 'number' },
  { table: 'unanswered', key: 'id', column: 'body', purpose: 'unanswered' },
  { table: 'callbacks', key: 'id', column: 'body', purpose: 'callback' },
  { table: 'callback_notes', key: 'id', column: 'body', purpose: 'callback' },
  { table: 'reminders', key: 'id', column: 'body', purpose: 'reminder' },
  { table: 'accounts', key: 'id', column: 'body', purpose: 'account' },
  { table: 'accounts', key: 'id', column: 'second', purpose: 'second' },
  { table: 'invitations', key: 'id', column: 'body', purpose: 'account' },
  { table: 'consultations', key: 'id', column: 'key', purpose: 'consultation' },
  { table: 'ballots', key: 'id', column: 'body', purpose: 'ballot' },
  { table: 'open_answers', key: 'id', column: 'body', purpose: 'ballot' },
] as const;
export type SealedColumn = (typeof SEALED)[number];

export interface Resealed {
  readonly sealed: Sealed;
  /** Of a number: its hash under the present key. The refusal of that number moves with it. */
  readonly hmac?: string;
}

export interface Resealing {
  /**
   * Reads up to `limit` rows of a column behind the one named `after` ('' at first) and writes what `again` makes of each;
   * undefined leaves it. One short transaction. Resolves with the last row's name and how many changed; undefined at the end.
   */
  reseal(
    of: SealedColumn,
    after: string,
    limit: number,
    again: (sealed: Sealed) => Resealed | undefined,
  ): Promise<{ readonly after: string; readonly changed: number } | undefined>;
}
