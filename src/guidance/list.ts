/** One sheet to a list of numbers: what is wrong line by line and what it costs first, then each as if it were sent alone. */
import { parse } from 'csv-parse/sync';
import { mobileOf, type Territories, writtenNumber } from '../phone.ts';
import type { Draft } from './check.ts';
import { derivedId } from './derived.ts';
import type { Author, Guidance } from './guidance.ts';

/** Lines of one list. */
export const MOST_LINES = 200;

export interface ListLine {
  /** In the file, from 1. */
  readonly line: number;
  /** E.164, or as written where it could not be read. */
  readonly to: string;
  readonly note: string;
}

export interface LineTold extends ListLine {
  /** In French; absent where it may be sent. */
  readonly problem?: string;
  readonly segments: number;
}

export interface DryRun {
  readonly lines: readonly LineTold[];
  /** Lines that may be sent, and their segments. */
  readonly fine: number;
  readonly segments: number;
}

/** What all lines share. */
export type ListDraft = Omit<Draft, 'to' | 'note' | 'place' | 'word' | 'at' | 'urgent'> & {
  readonly note: string;
};

/** The lines of a file: a number, then perhaps a note. Undefined where it is no such file. */
export function linesOf(csv: string, territories: Territories): readonly ListLine[] | undefined {
  let rows: string[][];
  try {
    rows = parse(csv, {
      ...{ bom: true, delimiter: [';', ',', '\t'], relax_column_count: true },
      ...{ trim: true, skip_empty_lines: true },
    }) as string[][];
  } catch {
    return undefined;
  }
  return rows.flatMap(([number = '', note = ''], at) => {
    // A first line without any digit names the columns.
    if (at === 0 && !/\d/.test(number)) return [];
    const to = mobileOf(number.replace(/\D/g, ''), territories) ?? writtenNumber(number) ?? number;
    return [{ line: at + 1, to, note }];
  });
}

/** Nothing is kept, nothing is sent. */
export function dryRun(
  lines: readonly ListLine[],
  draft: ListDraft,
  guidance: Pick<Guidance, 'preview'>,
): DryRun {
  const seen = new Map<string, number>();
  const told = lines.map((one): LineTold => {
    const before = seen.get(one.to);
    if (before !== undefined)
      return { ...one, problem: `Le même numéro est à la ligne ${before}.`, segments: 0 };
    seen.set(one.to, one.line);
    const { problems, preview } = guidance.preview(draftOf(one, draft));
    const [problem] = Object.values(problems);
    return problem === undefined && preview
      ? { ...one, segments: preview.segments }
      : { ...one, problem: problem ?? 'Ce numéro ne va pas.', segments: 0 };
  });
  const fine = told.filter(({ problem }) => problem === undefined);
  return { lines: told, fine: fine.length, segments: fine.reduce((sum, { segments }) => sum + segments, 0) };
}

const CAPS = {
  person_cap: 'Cette personne a déjà reçu plusieurs SMS de nous en 24 heures.',
  author_cap: 'Vous avez envoyé beaucoup de fiches en 24 heures. Reprenez demain cette même liste.',
} as const;

/** Sends what may be sent. The same `batch` again sends nothing more: what was cut off in the middle is ended by sending it again. */
export async function sendList(
  lines: readonly ListLine[],
  draft: ListDraft,
  { guidance, from, batch }: { readonly guidance: Guidance; readonly from: Author; readonly batch: string },
): Promise<{ readonly sent: number; readonly left: readonly LineTold[] }> {
  const left: LineTold[] = [];
  let sent = 0;
  for (const one of dryRun(lines, draft, guidance).lines) {
    if (one.problem !== undefined) {
      left.push(one);
      continue;
    }
    const done = await guidance.send(draftOf(one, draft), from, derivedId(batch, one.to));
    if (done.is === 'taken') sent += 1;
    else if (done.is === 'wrong')
      left.push({ ...one, problem: Object.values(done.problems)[0] ?? 'Refusé.' });
    else left.push({ ...one, problem: CAPS[done.is] });
  }
  return { sent, left };
}

function draftOf({ to, note }: ListLine, draft: ListDraft): Draft {
  return { ...draft, to, note: note === '' ? draft.note : note };
}
