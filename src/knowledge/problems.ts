/** What is wrong with the files, said where an editor can find it. */

export interface Problem {
  /** Relative to the content's folder. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly problem: string;
}

/** One problem as editors and terminals know to follow it: `file:line: problem`. */
export function describe({ file, line, problem }: Problem): string {
  return `${file}:${line}: ${problem}`;
}

/** The library cannot be served: every problem of every file, at once. */
export class BrokenLibrary extends Error {
  override readonly name = 'BrokenLibrary';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    super([`The content has ${count}:`, ...problems.map(describe)].join('\n'));
    this.problems = problems;
  }
}
