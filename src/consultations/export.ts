/** Results for programs. Pure. */
import type { Result } from './desk.ts';
import type { Counted } from './tally.ts';

export interface Json {
  readonly slug: string;
  readonly status: Result['status'];
  readonly ballots: number;
  /** Empty while only participation is to be known. */
  readonly questions: readonly Counted[];
}

export function jsonOf({ of, status, ballots, questions = [] }: Result): Json {
  return { slug: of.slug, status, ballots, questions };
}

/** RFC 4180: one line for each option, and one for those who left the question out (an empty option). */
export function csvOf({ questions = [] }: Result): string {
  const lines = questions.flatMap(({ id, type, results, blank }) => [
    ...results.map(({ option, count }) => [id, type, option, count]),
    [id, type, '', blank],
  ]);
  const cell = (value: string | number) => {
    // A spreadsheet would take these for formulas.
    const text = /^[=+\-@\t]/.test(String(value)) ? `'${value}` : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [['question', 'type', 'option', 'count'], ...lines, []]
    .map((line) => line.map(cell).join(','))
    .join('\r\n');
}
