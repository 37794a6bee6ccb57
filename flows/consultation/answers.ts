/** Answers of each type: how a text gives one whole, how keys give one in steps, and how it is read back. Pure. */
import { type Answer, type Question, worded } from '../consultations.ts';
import type { Lang } from '../flow.ts';
import { normalize } from '../normalize.ts';

/** Characters of an open answer that are kept. */
export const MOST_WORDS = 480;

/** Types whose answer a call gives key by key. */
export function inSteps({ type }: Question): boolean {
  return type === 'choices' || type === 'ranking' || type === 'budget';
}

/** The answer that these words give to this question: numbers of the options, or their names. Undefined when it is none. */
export function answerIn(q: Question, words: string): Answer | undefined {
  if (q.type === 'open') {
    const said = words.trim().slice(0, MOST_WORDS);
    return said === '' ? undefined : { words: said };
  }
  const said = normalize(words);
  const numbers = /^[\d ]+$/.test(said) ? said.split(' ').map(Number) : undefined;
  if (q.type === 'budget') return numbers && whole(q, numbers) ? numbers : undefined;
  const picked = numbers?.length === 1 ? digitsOf(said) : numbers?.map((n) => n - 1);
  const all = picked ?? named(q, said);
  return all && whole(q, all) ? all : undefined;
}

/** "13" without spaces is 1 and 3: no list has more than six options. */
function digitsOf(said: string): readonly number[] {
  return [...said].map((digit) => Number(digit) - 1);
}

/** The options named one after the other; undefined when anything else is said between them. */
function named(q: Question, said: string): readonly number[] | undefined {
  const labels = q.options
    .flatMap(({ label }, i) => Object.values(label).map((text) => ({ i, text: normalize(text) })))
    .sort((a, b) => b.text.length - a.text.length);
  const found: number[] = [];
  for (let rest = said; rest !== ''; ) {
    const next = labels.find(({ text }) => rest === text || rest.startsWith(`${text} `));
    if (next) found.push(next.i);
    else if (!/^(et|puis|and|then)( |$)/.test(rest)) return undefined;
    rest = rest.slice(next ? next.text.length : rest.indexOf(' ') + 1 || rest.length).trim();
  }
  return found;
}

/** A whole answer of its type: every option named once at most, no more points than there are. */
export function whole(q: Question, all: readonly number[]): boolean {
  const exists = all.every((i) => Number.isInteger(i) && i >= 0 && i < q.options.length);
  const once = new Set(all).size === all.length;
  switch (q.type) {
    case 'yesno':
    case 'choice':
    case 'scale':
      return exists && all.length === 1;
    case 'choices':
      return exists && once && all.length >= 1 && all.length <= q.most;
    case 'ranking':
      return exists && once && all.length === q.options.length;
    case 'budget': {
      const sum = all.reduce((total, n) => total + n, 0);
      return all.length === q.options.length && all.every((n) => n >= 0) && sum >= 1 && sum <= q.most;
    }
    case 'open':
      return false;
  }
}

/** What a step makes of the answer so far: the answer once it is whole, else the longer part. */
export function stepped(
  q: Question,
  part: readonly number[],
  next: number,
): { part: number[]; done?: Answer } {
  const longer = [...part, next];
  const left = q.options.map((_, i) => i).filter((i) => !longer.includes(i));
  if (q.type === 'ranking' && left.length <= 1) return { part: [], done: [...longer, ...left] };
  if (q.type === 'choices' && (longer.length === q.most || left.length === 0))
    return { part: [], done: longer };
  if (q.type === 'budget' && (longer.length === q.options.length || pointsLeft(q, longer) === 0)) {
    const all = q.options.map((_, i) => longer[i] ?? 0);
    return { part: [], done: all.some((n) => n > 0) ? all : null };
  }
  return { part: longer };
}

export function pointsLeft(q: Question, part: readonly number[]): number {
  return q.most - part.reduce((total, n) => total + n, 0);
}

/** What was answered, in few words; `blank` and `recorded` are the language's own. */
export function readBack(q: Question, a: Answer, lang: Lang, t: { blank: string; recorded: string }): string {
  if (a === null) return t.blank;
  if ('words' in a) return a.words.length > 60 ? `${a.words.slice(0, 57).trim()}...` : a.words;
  if ('recording' in a) return t.recorded;
  const label = (i: number) => worded(q.options[i]?.label ?? {}, lang);
  if (q.type !== 'budget') return a.map(label).join(', ');
  const shared = a.flatMap((points, i) => (points > 0 ? [`${label(i)} ${points}`] : []));
  return shared.join(', ');
}
