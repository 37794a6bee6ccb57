/** Our answers beside the library's, and why they differ. */
import { hoursCompiler, openingAt } from '../../../src/knowledge/hours/index.ts';
import { moments, reference, stateOf, wallDate } from './reference.ts';

export interface Comparison {
  strings: number;
  /** Of them, read in our own form and by the library. */
  plans: number;
  libraries: number;
  moments: number;
  agree: number;
  /** Differences by reason, with how many moments and one example. */
  readonly reasons: Map<string, { moments: number; strings: Set<string> }>;
  /** Differences that nothing explains. */
  readonly unexplained: string[];
}

const ZONE = 'Europe/Paris';

/** Every string at some moments of three years. */
export function compare(strings: readonly string[], count: number): Comparison {
  const compile = hoursCompiler();
  const result: Comparison = {
    strings: strings.length,
    plans: 0,
    libraries: 0,
    moments: 0,
    agree: 0,
    reasons: new Map(),
    unexplained: [],
  };
  strings.forEach((text, seed) => {
    const hours = compile({ hours: text }, { zone: ZONE, holidays: 'metropole' });
    const library = reference(text);
    if (hours.by?.kind === 'plan') result.plans++;
    if (hours.by?.kind === 'library') result.libraries++;
    for (const instant of moments(count, seed + 1)) {
      result.moments++;
      const ours = openingAt(hours, instant).is;
      const date = wallDate(instant, ZONE);
      const theirs = library ? stateOf(library, date) : 'unreadable';
      const agree = ours === theirs || (ours === 'unknown' && theirs === 'unreadable');
      if (agree) {
        result.agree++;
        continue;
      }
      const holiday = library?.getPublicHolidayContext(date).isHoliday ?? false;
      const reason = why(text, hours, ours, theirs, holiday);
      if (reason === undefined) {
        result.unexplained.push(
          `${text} at ${new Date(instant).toISOString()}: ours ${ours}, theirs ${theirs}`,
        );
        continue;
      }
      const known = result.reasons.get(reason) ?? { moments: 0, strings: new Set() };
      known.moments++;
      known.strings.add(text);
      result.reasons.set(reason, known);
    }
  });
  return result;
}

function why(
  text: string,
  hours: { readonly by: unknown; readonly comment: string | undefined },
  ours: string,
  theirs: string,
  holiday: boolean,
): string | undefined {
  if (hours.comment !== undefined && ours === 'unknown')
    return 'a comment: never open, and closed is not sure either';
  if (hours.by === undefined && ours === 'unknown') return 'vague or wrong: the library guesses, we do not';
  if (holiday && ours === 'unknown' && theirs === 'open')
    return 'a public holiday that the hours do not mention';
  if (holiday && /PH/.test(text) && ours !== 'open')
    return 'a rule for holidays before the others: it holds all the same';
  return undefined;
}

/** The comparison in words. */
export function told({
  strings,
  plans,
  libraries,
  moments: all,
  agree,
  reasons,
  unexplained,
}: Comparison): string {
  const share = (part: number) => `${((100 * part) / Math.max(1, all)).toFixed(2)} %`;
  return [
    `${strings} strings (${plans} in our form, ${libraries} by the library, ${strings - plans - libraries} not read)`,
    `${all} moments: ${share(agree)} agree`,
    ...[...reasons].map(([reason, { moments: some, strings: those }]) => {
      return `  ${share(some)} ${reason} (${those.size} strings, as "${[...those][0]}")`;
    }),
    `  ${unexplained.length} unexplained`,
  ].join('\n');
}
