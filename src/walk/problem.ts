/** What the walk found wrong, and where. */
import type { Channel, Lang } from '../../flows/flow.ts';
import type { Situation } from './situation.ts';
import type { Walk } from './walk.ts';

export interface Problem {
  readonly problem: string;
  readonly flow: string;
  readonly channel: Channel;
  readonly lang: Lang;
  /** The first situation where it was met, and how many more there are. */
  readonly situation: string;
  readonly more: number;
  readonly said: string;
}

/** What is wrong at one situation. */
export interface Finding {
  readonly at: Situation | undefined;
  readonly problem: string;
  readonly said: string;
}

/** After so many of a kind, the others are counted together. */
const MANY = 40;

/** Findings as problems: the same one of the same words is told once. */
export function problems({ channel, lang }: Walk, findings: readonly Finding[]): readonly Problem[] {
  const found = new Map<string, Problem>();
  const told = new Map<string, number>();
  for (const { at, problem, said } of findings) {
    const flow = at?.flow.id ?? '';
    const kind = `${flow} ${problem}`;
    const times = (told.get(kind) ?? 0) + 1;
    told.set(kind, times);
    // What is wrong nearly everywhere is one problem, and not thousands.
    const key = times > MANY ? kind : `${kind} ${said}`;
    const known = found.get(key);
    if (known) found.set(key, { ...known, more: known.more + 1 });
    else found.set(key, { problem, flow, channel, lang, situation: at?.key ?? '', more: 0, said });
  }
  return [...found.values()];
}

/** For a person to read. */
export function tell({ problem, channel, lang, situation, more, said }: Problem): string {
  const others = more > 0 ? ` (and ${more} more)` : '';
  return `${problem}\n  ${channel} ${lang}, ${situation}${others}\n  ${said.replaceAll('\n', '\n  ')}`;
}
