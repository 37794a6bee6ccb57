/** How good a search is: the share of questions whose sheet comes first, or among three, and what it should not have answered. */
import { z } from 'zod';
import type { Found, Hit, Knowledge, Lang } from '../../../flows/flow.ts';
import { THEMES } from '../../../flows/knowledge.ts';

const QuestionFormat = z.strictObject({
  q: z.string(),
  style: z.string(),
  /** The sheet that answers, any of several, or null: the library does not hold it. */
  sheet: z.union([z.string(), z.array(z.string()), z.null()]),
  lang: z.string().optional(),
  /** Unanswerable until a sheet covers this official one: then the question is left out. */
  until: z.string().optional(),
  /** Kept apart: not looked at while tuning. */
  held: z.boolean().optional(),
});
export type Question = z.output<typeof QuestionFormat>;

export interface Row {
  readonly style: string;
  readonly answerable: number;
  readonly unanswerable: number;
  readonly recall1: number;
  readonly recall3: number;
  /** Unanswerable questions that got an answer. */
  readonly wrong: number;
  /** Of these, the ones that got it without being asked "did you mean". */
  readonly told: number;
  /** Answerable questions answered without asking which sheet was meant, and rightly. */
  readonly sure: number;
  readonly medianMs: number;
}

interface Result {
  readonly question: Question;
  readonly hits: readonly Hit[];
  readonly sure: boolean;
  /** From 0; -1 when it is not among the hits. */
  readonly place: number;
  readonly ms: number;
}

export interface Report {
  readonly byStyle: readonly Row[];
  readonly total: Row;
  /** Not first, or answered where nothing should be. */
  readonly misses: readonly Result[];
}

/** One question a line; throws with the line of a broken one. */
export function readQuestions(jsonl: string): Question[] {
  return jsonl.split('\n').flatMap((text, index) => {
    if (text.trim() === '') return [];
    try {
      return [QuestionFormat.parse(JSON.parse(text))];
    } catch (cause) {
      throw new Error(`questions, line ${index + 1}`, { cause });
    }
  });
}

/** The questions that still stand once the library covers these official sheets. */
export function standing(questions: readonly Question[], covered: ReadonlySet<string>): Question[] {
  return questions.filter(({ until }) => until === undefined || !covered.has(until));
}

/** The official sheets that a library covers. */
export function coveredBy(knowledge: Pick<Knowledge, 'sheets' | 'sheet'>): Set<string> {
  const ids = THEMES.flatMap((theme) => knowledge.sheets(theme));
  return new Set(ids.flatMap((id) => knowledge.sheet(id, 'fr')?.fiches ?? []));
}

/** Asks every question, in its language or in French. `clock` is in milliseconds. */
export function evaluate(
  questions: readonly Question[],
  search: (text: string, lang: Lang) => Found,
  clock: () => number,
): Report {
  const results = questions.map((question): Result => {
    const start = clock();
    const { hits, sure } = search(question.q, question.lang ?? 'fr');
    const ms = clock() - start;
    const right = [question.sheet ?? []].flat();
    return { question, hits, sure, ms, place: hits.findIndex(({ sheet }) => right.includes(sheet)) };
  });
  const styles = [...new Set(questions.map(({ style }) => style))];
  return {
    byStyle: styles.map((style) =>
      toRow(
        style,
        results.filter(({ question }) => question.style === style),
      ),
    ),
    total: toRow('all', results),
    misses: results.filter(({ question, hits, place }) =>
      question.sheet === null ? hits.length > 0 : place !== 0,
    ),
  };
}

function toRow(style: string, results: readonly Result[]): Row {
  const answerable = results.filter(({ question }) => question.sheet !== null);
  const unanswerable = results.filter(({ question }) => question.sheet === null);
  const times = results.map(({ ms }) => ms).sort((a, b) => a - b);
  return {
    style,
    answerable: answerable.length,
    unanswerable: unanswerable.length,
    recall1: answerable.filter(({ place }) => place === 0).length,
    recall3: answerable.filter(({ place }) => place >= 0 && place < 3).length,
    wrong: unanswerable.filter(({ hits }) => hits.length > 0).length,
    told: unanswerable.filter(({ hits, sure }) => hits.length > 0 && sure).length,
    sure: answerable.filter(({ place, sure }) => place === 0 && sure).length,
    medianMs: times[Math.floor(times.length / 2)] ?? 0,
  };
}
