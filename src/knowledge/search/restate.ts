/** Whole turns that mean another subject than their words: "je touche plus le rsa" is about a benefit that stopped, not about the RSA. */
import { z } from 'zod';
import { normalize } from '../../../flows/normalize.ts';
import type { Problem } from '../problems.ts';
import type { ContentFile } from '../sheet-file.ts';
import { readYaml } from '../yaml-file.ts';

export interface Turn {
  /** Over a text in normal form. */
  readonly said: RegExp;
  /** What stands for it, with `$1` for what was named. */
  readonly as: string;
}

const Restated = z.strictObject({
  benefits: z.string().min(1),
  restated: z.array(z.strictObject({ said: z.string().min(1), as: z.string().min(1) })).min(1),
});

/** Reads every `restated.<lang>.yaml`; a pattern that is none is a problem of its file. */
export function readTurns(files: readonly ContentFile[]): {
  readonly turns: readonly Turn[];
  readonly problems: readonly Problem[];
} {
  const turns: Turn[] = [];
  const problems: Problem[] = [];
  for (const { path, text } of files) {
    if (!/^restated\.[\w-]+\.yaml$/.test(path)) continue;
    const { value, problems: own } = readYaml(path, text, Restated);
    problems.push(...own);
    for (const { said, as } of value?.restated ?? []) {
      try {
        turns.push({
          said: new RegExp(`\\b${said.replaceAll('BENEFIT', value?.benefits ?? '')}\\b`, 'g'),
          as,
        });
      } catch {
        problems.push({ file: path, line: lineOf(text, said), problem: `no regular expression: ${said}` });
      }
    }
  }
  return { turns, problems };
}

/** From 1. */
function lineOf(text: string, said: string): number {
  return text.slice(0, Math.max(0, text.indexOf(said))).split('\n').length;
}

/** The text with the first turn that is in it said otherwise; as it is where none is. */
export function restate(text: string, turns: readonly Turn[]): string {
  const normal = normalize(text);
  for (const { said, as } of turns) {
    const other = normal.replace(said, as);
    if (other !== normal) return other;
  }
  return text;
}
