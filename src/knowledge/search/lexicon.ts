/** What the search knows of a language, as data: `synonyms`, `common` and `elsewhere`, each `.<lang>.yaml`. */
import { z } from 'zod';
import { tokens } from '../../../flows/normalize.ts';
import type { Problem } from '../problems.ts';
import type { ContentFile } from '../sheet-file.ts';
import { readYaml } from '../yaml-file.ts';
import { readTurns, type Turn } from './restate.ts';

/** What people say, and what the sheets say for it; words in normal form. */
export interface Synonym {
  readonly said: readonly string[];
  readonly written: readonly string[];
}

export interface Lexicon {
  readonly synonyms: readonly Synonym[];
  /** Not read at all. */
  readonly silent: ReadonlySet<string>;
  /** Read, but hardly counted. */
  readonly weak: ReadonlySet<string>;
  /** Abbreviations and the words that they stand for. */
  readonly short: ReadonlyMap<string, readonly string[]>;
  readonly turns: readonly Turn[];
  /** What sounds like a sheet and is none, as people ask for it. */
  readonly elsewhere: readonly { readonly lang: string; readonly text: string }[];
}

const Synonyms = z.record(z.string(), z.array(z.string().min(1)).min(1));
const Elsewhere = z.array(z.string().min(1));
const Common = z.strictObject({
  silent: z.string(),
  weak: z.string(),
  short: z.record(z.string(), z.string()).default({}),
});

/** Reads the lexicons of every language into one: people mix languages in one text. */
export function readLexicon(files: readonly ContentFile[]): {
  readonly lexicon: Lexicon;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const synonyms: Synonym[] = [];
  const silent = new Set<string>();
  const weak = new Set<string>();
  const short = new Map<string, string[]>();
  const elsewhere: { lang: string; text: string }[] = [];
  for (const { path, text } of files) {
    const [, kind, lang = ''] = /^(synonyms|common|elsewhere)\.([\w-]+)\.yaml$/.exec(path) ?? [];
    if (kind === 'synonyms') {
      const read = readYaml(path, text, Synonyms);
      problems.push(...read.problems);
      for (const [said, all] of Object.entries(read.value ?? {})) {
        for (const written of all) synonyms.push({ said: tokens(said), written: tokens(written) });
      }
    } else if (kind === 'elsewhere') {
      const read = readYaml(path, text, Elsewhere);
      problems.push(...read.problems);
      elsewhere.push(...(read.value ?? []).map((one) => ({ lang, text: one })));
    } else if (kind === 'common') {
      const read = readYaml(path, text, Common);
      problems.push(...read.problems);
      for (const word of tokens(read.value?.silent ?? '')) silent.add(word);
      for (const word of tokens(read.value?.weak ?? '')) weak.add(word);
      for (const [abbreviation, words] of Object.entries(read.value?.short ?? {})) {
        for (const token of tokens(abbreviation)) short.set(token, tokens(words));
      }
    }
  }
  const { turns, problems: own } = readTurns(files);
  return { lexicon: { synonyms, silent, weak, short, elsewhere, turns }, problems: [...problems, ...own] };
}
