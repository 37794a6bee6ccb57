/** What texts and calls cost this month, against what may be spent. Counted in units, priced when it is read. */
import type { Store } from '../../db/store.ts';
import { makeRounds, type RoundLog, type Rounds } from '../rounds.ts';

/** What the provider bills, each in its own unit: a segment, a segment, a second. */
const USED = ['segments_in', 'segments_out', 'call_seconds'] as const;
export type Used = (typeof USED)[number];

/** Euros for one unit of each. */
export type Prices = Readonly<Record<Used, number>>;

/** Shares of the budget that are told to whoever runs the service. */
const ALERTS = [0.5, 0.8, 1] as const;
const MINUTE = 60_000;

export interface Spent {
  readonly euros: number;
  readonly units: Readonly<Record<Used, number>>;
  /** Of the budget; absent where there is none. */
  readonly share?: number;
}

export interface Budget {
  /** Something was used: written with the next round. */
  add(kind: Used, units: number): void;
  /** This month, as of the last round of any process, and what waits for the next of this one. */
  spent(): Spent;
  /** All of it is spent: what nobody asked for waits. A danger, an opt-out and every answer go out as ever. */
  over(): boolean;
  /** Writes what was used, reads what others wrote, tells when a share is passed. */
  readonly rounds: Rounds<Spent>;
}

export interface BudgetDeps {
  readonly store: Pick<Store, 'use' | 'used'>;
  readonly prices: Prices;
  /** Euros a month; absent: no limit. */
  readonly monthly?: number;
  readonly clock: () => number;
  readonly log: RoundLog;
}

export function makeBudget({ store, prices, monthly, clock, log }: BudgetDeps): Budget {
  let pending = nothing();
  let known = { month: '', units: nothing(), told: 0 };

  function spent(): Spent {
    const month = monthOf(clock());
    const base = known.month === month ? known.units : nothing();
    const units = sum(base, pending);
    const euros = USED.reduce((all, kind) => all + units[kind] * prices[kind], 0);
    return { euros, units, ...(monthly === undefined ? {} : { share: euros / monthly }) };
  }

  async function round(now: number): Promise<Spent> {
    const month = monthOf(now);
    const writing = pending;
    pending = nothing();
    for (const kind of USED) {
      try {
        if (writing[kind] > 0) await store.use(month, kind, writing[kind]);
      } catch {
        // Nothing used is forgotten: it waits for the next round.
        pending[kind] += writing[kind];
        log.warn({ kind }, 'what was used is not written');
      }
    }
    const units = { ...nothing(), ...(await store.used(month)) };
    const told = known.month === month ? known.told : undefined;
    known = { month, units, told: told ?? 0 };
    const now_ = spent();
    const passed = ALERTS.filter((share) => (now_.share ?? 0) >= share).at(-1) ?? 0;
    // After a start, a share that was passed before it is told again: better twice than never.
    if (passed > known.told) {
      log.warn(
        { code: `budget_${passed * 100}`, euros: Math.round(now_.euros) },
        'a share of the budget is spent',
      );
    }
    known = { ...known, told: Math.max(passed, known.told) };
    return now_;
  }

  return {
    add(kind, units) {
      pending[kind] += units;
    },
    spent,
    over: () => (spent().share ?? 0) >= 1,
    rounds: makeRounds({ name: 'budget', round, clock, log, everyMs: MINUTE }),
  };
}

function nothing(): Record<Used, number> {
  return { segments_in: 0, segments_out: 0, call_seconds: 0 };
}

function sum(a: Readonly<Record<Used, number>>, b: Readonly<Record<Used, number>>): Record<Used, number> {
  return {
    segments_in: a.segments_in + b.segments_in,
    segments_out: a.segments_out + b.segments_out,
    call_seconds: a.call_seconds + b.call_seconds,
  };
}

/** `2026-11`, by UTC: a bill's month is the provider's. */
function monthOf(at: number): string {
  return new Date(at).toISOString().slice(0, 7);
}
