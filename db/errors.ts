/** What can go wrong with what is kept: one closed table, and nothing of anybody's data in a message. */
export const STORE_ERRORS = {
  busy: { retryable: true, message: 'another process holds the database' },
  unavailable: { retryable: true, message: 'the database cannot be read or written' },
  closed: { retryable: false, message: 'the store is closed' },
  database_url: { retryable: false, message: 'DATABASE_URL is neither a file, a file: URL nor postgres://' },
  database_newer: {
    retryable: false,
    message:
      'the database was made by a newer version of this program; update the program, nothing was changed',
  },
  not_migrated: { retryable: false, message: 'the database lacks migrations that this program needs' },
  other_key: {
    retryable: false,
    message: 'this copy was sealed with another data key; give it in DATA_KEY, nothing was changed',
  },
  generation_gone: { retryable: true, message: 'another import replaced this one meanwhile' },
  no_seat: { retryable: true, message: 'the last seat of this session was taken meanwhile' },
  no_number: { retryable: false, message: 'a text session needs the number of its person' },
  no_recipient: { retryable: false, message: 'a text to send has no recipient' },
  bad_outgoing: {
    retryable: false,
    message: 'a reply has no body of its own and is alone; other texts have one',
  },
} as const;

export type StoreErrorCode = keyof typeof STORE_ERRORS;

/** Thrown by every store; `code` is for programs, the message for whoever runs the service. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;
  readonly retryable: boolean;

  constructor(code: StoreErrorCode, cause?: unknown) {
    super(STORE_ERRORS[code].message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.retryable = STORE_ERRORS[code].retryable;
  }
}
