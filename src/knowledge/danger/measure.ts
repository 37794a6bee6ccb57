/** Compares what the reader makes of texts with what people made of them. */
import type { DangerReader } from './reader.ts';

export interface Example {
  readonly text: string;
  readonly danger: string | null;
  /** The number that must come first. */
  readonly number?: string;
  readonly lang: string;
  readonly style: string;
  /** Not looked at while the rules were written. */
  readonly held?: boolean;
}

export interface Measure {
  readonly dangers: number;
  readonly others: number;
  /** Dangers that got some answer. */
  readonly found: number;
  readonly kind: number;
  readonly number: number;
  /** Others that got one. */
  readonly alarms: number;
  readonly misses: readonly string[];
}

/** Counts over examples. The reader is told French: the language of somebody who never chose one. */
export function measure(read: DangerReader, examples: readonly Example[]): Measure {
  const count = { dangers: 0, others: 0, found: 0, kind: 0, number: 0, alarms: 0 };
  const misses: string[] = [];
  for (const { text, danger, number } of examples) {
    const answer = read(text, 'fr');
    const got = `${answer?.kind ?? 'none'} ${answer?.numbers[0] ?? ''}`.trim();
    if (danger === null) {
      count.others++;
      if (answer) count.alarms++;
      if (answer) misses.push(`ALARM ${got}: ${text}`);
      continue;
    }
    count.dangers++;
    if (answer) count.found++;
    if (answer?.kind === danger) count.kind++;
    if (answer?.numbers[0] === number) count.number++;
    const right = answer?.kind === danger && answer.numbers[0] === number;
    if (!right) misses.push(`${answer ? 'WRONG' : 'MISSED'} ${danger} ${number}, got ${got}: ${text}`);
  }
  return { ...count, misses };
}
