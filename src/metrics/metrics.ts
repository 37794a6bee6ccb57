/** What is counted of a service, for a machine that watches it: how many and how long, never who or what about. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Pulse, Reported } from '../../db/store.ts';
import type { Budget } from '../budget/budget.ts';
import type { Seen } from '../conversation/converse.ts';
import type { Round } from '../outbox/index.ts';

export interface Metrics {
  /** All of it, in Prometheus's form. */
  text(): Promise<string>;
  readonly contentType: string;
  /** A turn that was written. */
  turn(seen: Seen): void;
  /** A webhook that was answered. */
  webhook(route: string, status: number, seconds: number): void;
  /** What a round of the outbox did. */
  round(round: Round): void;
  /** What a provider said became of a text. */
  report(state: Reported, code?: string): void;
}

/** What is asked of elsewhere each time somebody looks. */
export interface Watched {
  readonly pulse: () => Promise<Pulse>;
  readonly budget: Pick<Budget, 'spent'>;
  /** What is left at the provider; undefined while it is not known. */
  readonly balance: () => { readonly amount: number; readonly currency: string } | undefined;
  /** UTC milliseconds. */
  readonly clock: () => number;
}

/** Seconds within which a webhook should be answered: the provider gives up after 15. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** A registry of its own: two services in one process count apart. */
export function makeMetrics({ pulse, budget, balance, clock }: Watched): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const turns = new Counter({
    ...{ registers, name: 'relais_turns_total', labelNames: ['channel', 'heard'] as const },
    help: 'Turns of conversations, by what was understood: miss is what was not',
  });
  const webhooks = new Histogram({
    ...{ registers, name: 'relais_webhook_seconds', labelNames: ['route', 'status'] as const },
    help: 'From a webhook to its answer',
    buckets: BUCKETS,
  });
  const texts = new Counter({
    ...{ registers, name: 'relais_texts_total', labelNames: ['outcome'] as const },
    help: 'Tries of the outbox: sent, held, retry, failed',
  });
  // There before anything happens: an alert on what never was would never fire.
  for (const outcome of ['sent', 'held', 'retry', 'failed']) texts.inc({ outcome }, 0);
  const reports = new Counter({
    ...{ registers, name: 'relais_reports_total', labelNames: ['state', 'code'] as const },
    help: 'What the provider reported of texts, with its error code',
  });
  const gauge = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Gauge({ registers, name, help, labelNames: [...labelNames] });
  const waiting = gauge('relais_queue_texts', 'Texts that wait to be sent');
  const age = gauge('relais_queue_age_seconds', 'How long the oldest text that is due has waited');
  const last = gauge(
    'relais_last_turn_timestamp_seconds',
    'When a turn was last written: a number that nobody reaches any more is silent here first',
  );
  const units = gauge('relais_used_units', 'Segments and seconds used this month', ['kind']);
  const euros = gauge('relais_spent_euros', 'What they cost, by the prices that were set');
  const share = gauge('relais_budget_ratio', 'Of the budget of the month');
  const left = gauge('relais_provider_balance', 'What is left at the provider', ['currency']);

  async function look(): Promise<void> {
    const { waiting: texts, oldestDueAt, lastAt } = await pulse();
    waiting.set(texts);
    age.set(oldestDueAt === undefined ? 0 : Math.max(0, (clock() - oldestDueAt) / 1000));
    if (lastAt !== undefined) last.set(lastAt / 1000);
    const spent = budget.spent();
    for (const [kind, used] of Object.entries(spent.units)) units.set({ kind }, used);
    euros.set(spent.euros);
    if (spent.share !== undefined) share.set(spent.share);
    const known = balance();
    if (known) left.set({ currency: known.currency }, known.amount);
  }

  return {
    async text() {
      await look();
      return registry.metrics();
    },
    contentType: registry.contentType,
    turn: ({ channel, heard }) => turns.inc({ channel, heard }),
    webhook: (route, status, seconds) => webhooks.observe({ route, status }, seconds),
    round(round) {
      for (const [outcome, n] of Object.entries(round)) if (n > 0) texts.inc({ outcome }, n);
    },
    report: (state, code) => reports.inc({ state, code: code ?? '' }),
  };
}
