/** Those who work at the desk, as its pages see them. */
import type { Store } from '../../db/store.ts';
import type { Vault } from '../vault.ts';
import type { Act } from './acts.ts';
import type { Role } from './rights.ts';
import type { Chance } from './token.ts';

/** What is sealed of an account. */
export interface StaffBody {
  readonly name: string;
  /** Lower case. */
  readonly email: string;
  /** This person's own phone, E.164: where the bridge calls. */
  readonly phone?: string;
}

/** Somebody who is signed in. */
export interface Who extends StaffBody {
  readonly id: string;
  readonly org: { readonly id: string; readonly name: string; readonly departments: readonly string[] };
  readonly roles: readonly Role[];
  readonly demo: boolean;
  /** Of the session: hash of its token. */
  readonly session: string;
}

export interface Colleague extends StaffBody {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly active: boolean;
  /** The second factor is set up. */
  readonly ready: boolean;
}

export interface AccountsDeps {
  readonly store: Store;
  readonly vault: Pick<Vault, 'seal' | 'open' | 'hashes' | 'hmacNumber'>;
  readonly clock: () => number;
  /** UUIDv7. */
  readonly ids: () => string;
  readonly random: Chance;
  /** A demonstration account may sign in. */
  readonly simulator: boolean;
}

/** Milliseconds. */
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const LASTS = {
  /** A session, whatever is done. */
  session: 12 * HOUR,
  /** A session that nobody uses. */
  idle: 2 * HOUR,
  /** From the password to the code. */
  half: 15 * MINUTE,
  invitation: 72 * HOUR,
  /** Tries are counted over this. */
  tries: 15 * MINUTE,
} as const;
/** Tries of a password or a code within that time. */
export const MOST_TRIES = 5;

/** Writes a line of the journal. */
export type Note = (who: Pick<Who, 'id' | 'org'>, act: Act, about?: string) => Promise<void>;
