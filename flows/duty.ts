/** Who calls back, and until when they promise to: what dialogues may ask of the desks that are on duty. */

/** When a person may be called without harm: by their own clock. */
export const SAFE = ['any', 'morning', 'afternoon'] as const;
export type Safe = (typeof SAFE)[number];

/** How they are to be reached: by call, with a message where nobody answers or never one, or by text. */
export const WAYS = ['message', 'call', 'text'] as const;
export type Way = (typeof WAYS)[number];

/** An organisation that answers, and the instant before which it does. */
export interface Taker {
  readonly org: string;
  /** UTC milliseconds. */
  readonly deadline: number;
}

export interface Duty {
  /** Whether anybody takes requests in the days to come. */
  any(now: number): boolean;
  /** Who covers this department (empty: not known), else the default one; undefined where nobody can keep a promise. */
  taker(asked: {
    readonly department: string;
    readonly zone: string;
    readonly safe: Safe;
    readonly now: number;
  }): Taker | undefined;
  /** The number that will appear, as it is dialled from the territory of this one. */
  number(from?: string): string;
}

export const NO_DUTY: Duty = { any: () => false, taker: () => undefined, number: () => '' };

/** What the desks know of the person of a conversation. */
export interface Asked {
  /** A request of theirs that waits: until when it is answered, and by whose clock. */
  readonly open: { readonly deadline: number; readonly zone: string } | null;
  /** What became of their last request, within a week: a call that they did not answer, a promise that was not kept. */
  readonly last: 'missed' | 'late' | null;
  /** Requests within a day. */
  readonly today: number;
  /** Organisations that answer this number no more. */
  readonly muted: readonly string[];
}

/** Requests of one person within a day. */
export const MOST_ASKED = 3;
