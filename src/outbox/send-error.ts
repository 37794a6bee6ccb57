/** How sending a text may fail, whoever the provider is. */

/** `other`: any failure whose cause is not one of these. */
export type Cause =
  | 'opted_out'
  | 'landline'
  | 'bad_number'
  | 'unreachable'
  | 'filtered'
  | 'too_fast'
  | 'other';

/** The provider's codes that we know by name, and whether the same text may pass later. */
const CODES: Readonly<Record<string, { readonly cause: Cause; readonly retryable: boolean }>> = {
  '21610': { cause: 'opted_out', retryable: false },
  '21614': { cause: 'landline', retryable: false },
  '21635': { cause: 'landline', retryable: false },
  '30006': { cause: 'landline', retryable: false },
  '21211': { cause: 'bad_number', retryable: false },
  '30003': { cause: 'unreachable', retryable: true },
  '30005': { cause: 'unreachable', retryable: false },
  '30007': { cause: 'filtered', retryable: false },
  '20429': { cause: 'too_fast', retryable: true },
};

/** What a channel's `send` throws. `code` is the provider's, or a short name of ours (`timeout`, `network`). */
export class SendError extends Error {
  override readonly name = 'SendError';
  readonly code: string;
  readonly retryable: boolean;
  readonly why: Cause;

  constructor(
    code: string,
    retryable: boolean,
    more: { readonly why?: Cause; readonly cause?: unknown } = {},
  ) {
    super(`the text was not taken (${code})`, more.cause === undefined ? undefined : { cause: more.cause });
    this.code = code;
    this.retryable = retryable;
    this.why = more.why ?? 'other';
  }
}

/**
 * From what the provider said: its own code, and the HTTP status of its answer if there was one. An unknown code may be
 * tried again after 408, 429, a 5xx, or no answer at all.
 */
export function sendError(code: number | string | undefined, status?: number, cause?: unknown): SendError {
  const known = code === undefined ? undefined : CODES[String(code)];
  const name = String(code ?? (status === undefined ? 'network' : `http_${status}`));
  if (known !== undefined) return new SendError(name, known.retryable, { why: known.cause, cause });
  const passing = status === undefined || status === 408 || status === 429 || status >= 500;
  return new SendError(name, passing, { why: status === 429 ? 'too_fast' : 'other', cause });
}
