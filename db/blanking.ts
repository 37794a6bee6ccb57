/** The port to what is still to be blanked at the provider: texts whose words it keeps although they have arrived. */

export interface Blank {
  /** The provider's id of the text. */
  readonly providerId: string;
  /** Tries already made. */
  readonly attempts: number;
}

export interface Blanking {
  /** Up to `limit` that are due, the oldest first; none of them is due again before `leaseUntil`. */
  takeBlanks(now: number, leaseUntil: number, limit: number): Promise<readonly Blank[]>;
  /** Nothing is left to do for it. */
  blanked(providerId: string): Promise<void>;
  /** It could not be done: due again at this instant. */
  putOffBlank(providerId: string, dueAt: number): Promise<void>;
}
