/** How written things are said: acronyms, numbers, what a voice would read badly. */
import type { Line } from '../../flows/flow.ts';
import { line } from './line.ts';

/** What is written → how it is said. */
export type SpokenForms = Readonly<Record<string, string>>;

/** What a language says otherwise than it writes it, everywhere. */
export interface SpeakingWords {
  /** Acronyms of every sheet. */
  readonly spoken: SpokenForms;
  /** What has no list: times, telephone numbers. */
  say(text: string): string;
}

/** Makes lines whose spoken form is there only where something is said otherwise than written. */
export function speaker(words: SpeakingWords, own: SpokenForms = {}): (text: string) => Line {
  const said = new Map(Object.entries({ ...words.spoken, ...own }));
  if (said.size === 0) return (text) => line(text, words.say(text));
  // The longest first, so that "09 70 83 07 07" is not read by the rule of "09 70".
  const written = [...said.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const any = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${written.map(escapeRegExp).join('|')})(?![\\p{L}\\p{N}])`,
    'gu',
  );
  return (text) => line(text, words.say(text.replace(any, (found) => said.get(found) ?? found)));
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
