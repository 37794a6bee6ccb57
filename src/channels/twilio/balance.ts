/** What is left of the account, at the provider. */
import { makeRounds, type RoundLog, type Rounds } from '../../rounds.ts';
import type { Client } from './client.ts';

export interface Balance {
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
}

const QUARTER = 15 * 60_000;

/** Asks every quarter of an hour; what was last heard is `known()`. */
export function makeBalance(deps: {
  readonly client: Client;
  readonly clock: () => number;
  readonly log: RoundLog;
}): { readonly rounds: Rounds<Balance>; readonly known: () => Balance | undefined } {
  let known: Balance | undefined;
  async function round(): Promise<Balance> {
    const { balance, currency } = await deps.client.api.v2010.account.balance.fetch();
    known = { amount: Number(balance), currency };
    return known;
  }
  return { rounds: makeRounds({ ...deps, name: 'balance', round, everyMs: QUARTER }), known: () => known };
}
