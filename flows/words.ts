/** Small readings of a few words: a command, a number, the name of an option. Texts arrive normalized. */
import type { Lang, Option } from './flow.ts';
import { GLOBALS, type Global } from './input.ts';
import type { Knowledge } from './knowledge.ts';
import { normalize } from './normalize.ts';
import type { Texts } from './texts/index.ts';

/** What is needed to understand anything. */
export interface Ears {
  readonly knowledge: Knowledge;
  /** Words of every language that is served: commands are understood in all of them. */
  readonly words: readonly Texts['words'][];
  readonly lang: Lang;
}

/** The command that is the whole message, politeness aside. */
export function commandOf(text: string, ears: Ears): Global | undefined {
  const inner = bare(text, ears);
  for (const word of GLOBALS) {
    if (ears.words.some((w) => w.globals[word].includes(text) || w.globals[word].includes(inner)))
      return word;
  }
  return undefined;
}

/** Without the politeness at both ends. */
export function bare(text: string, ears: Ears): string {
  for (let rest = text; ; ) {
    const before = rest;
    for (const { polite } of ears.words) {
      for (const p of polite) {
        if (rest === p) return '';
        if (rest.startsWith(p) && rest[p.length] === ' ') rest = rest.slice(p.length + 1);
        if (rest.endsWith(p) && rest.at(-p.length - 1) === ' ') rest = rest.slice(0, -p.length - 1);
      }
    }
    if (rest === before) return rest;
  }
}

/** Does this say the option: its label, one of its words, or only such words among small ones ("c combien")? */
export function names(option: Option, text: string, ears: Ears): boolean {
  if (text === normalize(option.label.text)) return true;
  const words = option.words ?? [];
  if (words.includes(text)) return true;
  if (words.length === 0) return false;
  const left = text.split(' ').filter((t) => !ears.words.some((w) => smallOf(w).has(t)));
  return left.length > 0 && left.length <= 2 && left.every((t) => words.includes(t));
}

/** The words that change nothing, by language: asked for every option of every text, so gathered once. */
const SMALL = new WeakMap<Texts['words'], ReadonlySet<string>>();
function smallOf(words: Texts['words']): ReadonlySet<string> {
  const known = SMALL.get(words) ?? new Set([...words.around, ...words.small]);
  SMALL.set(words, known);
  return known;
}

/** "1", "le 2", "numéro trois", "deux" → the number; anything else → undefined. */
export function numberOf(text: string, ears: Ears): number | undefined {
  const all = text.split(' ').filter((t) => t !== '');
  const around = new Set(ears.words.flatMap((w) => w.around));
  const left = all.length > 1 ? all.filter((t) => !around.has(t)) : all;
  const [word] = left;
  if (left.length !== 1 || word === undefined) return undefined;
  if (/^\d$/.test(word)) return Number(word);
  for (const w of ears.words) {
    const found = w.numbers.findIndex((forms) => forms.includes(word));
    if (found >= 0) return found;
  }
  return undefined;
}

/** A number that is the whole message, small words aside: its digits without spaces; else undefined. */
export function numberAlone(text: string, ears: Ears): string | undefined {
  const around = new Set(ears.words.flatMap((w) => w.around));
  const left = bare(text, ears)
    .split(' ')
    .filter((t) => !around.has(t));
  const digits = left.join('');
  return left.length > 0 && /^\d+$/.test(digits) ? digits : undefined;
}
