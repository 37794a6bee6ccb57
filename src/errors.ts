/** Everything that may go wrong by name: one closed table, from which every answer and every retry follows. */
interface Entry {
  /** The HTTP status when it reaches a caller. */
  readonly status: number;
  /** The same request may succeed later. */
  readonly retryable: boolean;
  /** For whoever runs the service. Never anybody's words, digits or number. */
  readonly message: string;
}

export const ERRORS = {
  bad_config: { status: 500, retryable: false, message: 'the configuration cannot be used' },
  bad_request: { status: 400, retryable: false, message: 'the request is not understood' },
  bad_signature: { status: 403, retryable: false, message: 'the signature is missing or wrong' },
  forged: { status: 403, retryable: false, message: 'a form came without its token, or from another site' },
  not_allowed: { status: 403, retryable: false, message: 'this role may not do that' },
  not_found: { status: 404, retryable: false, message: 'there is nothing here' },
  not_transcribed: {
    status: 409,
    retryable: false,
    message: 'nothing of it can be read yet: write down what the recording says',
  },
  consultation_closed: { status: 409, retryable: false, message: 'this consultation is closed' },
  too_many: { status: 429, retryable: true, message: 'too many requests' },
  internal: { status: 500, retryable: false, message: 'a fault of ours' },
  store_unavailable: { status: 503, retryable: true, message: 'what is kept cannot be reached' },
  key_unreadable: { status: 500, retryable: false, message: 'a data key must be 32 bytes, in base64 or hex' },
  key_missing: { status: 500, retryable: false, message: 'DATA_KEY is needed' },
  seal_unknown_version: { status: 500, retryable: false, message: 'a sealed value has an unknown format' },
  seal_unknown_key: {
    status: 500,
    retryable: false,
    message: 'a sealed value needs a key that was not given',
  },
  seal_broken: {
    status: 500,
    retryable: false,
    message: 'a sealed value was altered, or sealed for another use',
  },
  payload_unreadable: { status: 500, retryable: false, message: 'a stored exchange does not read' },
  unknown_action: {
    status: 500,
    retryable: false,
    message: 'a dialogue asked for something that no turn can do',
  },
  frame_unreadable: { status: 500, retryable: false, message: 'a saved dialogue can no longer be read' },
  unknown_flow: { status: 500, retryable: false, message: 'a dialogue asked for one that is not there' },
} as const satisfies Readonly<Record<string, Entry>>;

export type ErrorCode = keyof typeof ERRORS;

/**
 * An error of this service. `detail` says which one, for the log (an id, a name of a setting; nothing personal);
 * `cause` keeps what was thrown underneath.
 */
export class RelaisError extends Error {
  override readonly name = 'RelaisError';
  readonly code: ErrorCode;
  readonly status: number;
  readonly retryable: boolean;

  constructor(code: ErrorCode, more: { readonly detail?: string; readonly cause?: unknown } = {}) {
    const { status, retryable, message } = ERRORS[code];
    super(
      more.detail === undefined ? message : `${message}: ${more.detail}`,
      more.cause === undefined ? undefined : { cause: more.cause },
    );
    this.code = code;
    this.status = status;
    this.retryable = retryable;
  }
}
