/** How often a webhook is tried again: the fragment of its address says so, else one retry of a failed connection. */

/** What went wrong with a try: no connection, no answer in time, or an answer that is an error. */
export type Failure = 'ct' | 'rt' | '4xx' | '5xx';

export interface Policy {
  readonly retries: number;
  readonly on: ReadonlySet<Failure>;
}

const ALL: readonly Failure[] = ['ct', 'rt', '4xx', '5xx'];

/** Reads `#rc=2&rp=ct,rt,5xx`; what it does not say has the provider's default. */
export function policyOf(url: string): Policy {
  const fragment = new URLSearchParams(url.split('#')[1] ?? '');
  const count = Number(fragment.get('rc') ?? '1');
  const asked = (fragment.get('rp') ?? 'ct').split(',').map((part) => part.trim());
  const on = asked.includes('all') ? ALL : ALL.filter((failure) => asked.includes(failure));
  return { retries: Number.isInteger(count) ? Math.min(Math.max(count, 0), 5) : 1, on: new Set(on) };
}

/** The failure that a status stands for, if it is one. */
export function failureOf(status: number): Failure | undefined {
  if (status >= 500) return '5xx';
  return status >= 400 ? '4xx' : undefined;
}
