/** Counting: from ballots to what is published. Pure. */
import type { Answer, Consultation, Question } from '../../flows/consultations.ts';

export interface Counted {
  readonly id: string;
  readonly type: Question['type'];
  /** Votes for each option; of a ranking and of a budget, points. */
  readonly results: readonly { readonly option: string; readonly count: number }[];
  /** Ballots that left it out. */
  readonly blank: number;
}

/**
 * Counts of each question. A ranking gives its first choice as many points as there are options, its last one point. Of an open
 * question only how many answered.
 */
export function tally(
  of: Pick<Consultation, 'questions'>,
  ballots: readonly (readonly Answer[])[],
): readonly Counted[] {
  return of.questions.map((q, i) => {
    const given = ballots.map((answers) => answers[i] ?? null).filter((a) => a !== null);
    const counts = q.options.map(() => 0);
    for (const answer of given) {
      if ('words' in answer || 'recording' in answer) continue;
      for (const [option, points] of pointsOf(q, answer)) counts[option] = (counts[option] ?? 0) + points;
    }
    const results =
      q.type === 'open'
        ? [{ option: 'reponses', count: given.length }]
        : q.options.map(({ id }, n) => ({ option: id, count: counts[n] ?? 0 }));
    return { id: q.id, type: q.type, results, blank: ballots.length - given.length };
  });
}

function pointsOf(q: Question, answer: readonly number[]): readonly (readonly [number, number])[] {
  if (q.type === 'budget') return answer.map((points, option) => [option, points] as const);
  if (q.type === 'ranking') return answer.map((option, rank) => [option, q.options.length - rank] as const);
  return answer.map((option) => [option, 1] as const);
}

/** Ballots by day, oldest first. */
export function byDay(days: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const day of [...days].sort()) counts[day] = (counts[day] ?? 0) + 1;
  return counts;
}
