/** The rules of one language, ready to read a text: which situations it tells of, and in what context. */
import type { ContextId, Language, Situation } from './data.ts';
import type { Scan } from './features.ts';
import { Lexicon, type Span } from './lexicon.ts';
import { conceptsOf, type Item, type Match, matchSequence, type Pattern, parsePattern } from './pattern.ts';
import { fillersOf, makeWords, phraseTokens } from './words.ts';

/** What one language reads in a text. */
export interface Reading {
  readonly situation: Situation;
  readonly contexts: ReadonlySet<ContextId>;
}

/** What one language makes of a text: what its rules say, and what the second reader needs to know of it. */
export interface Reader {
  readonly read: (text: string) => Reading | undefined;
  readonly scan: (text: string) => Scan;
}

type Spans = ReadonlyMap<string, readonly Span[]>;
interface Rule {
  readonly situation: Situation;
  readonly pattern: Pattern;
  /** The concepts without which it cannot hold: most rules are dismissed on these. */
  readonly needs: readonly string[];
}

const FIGURE = '(figure)';
const NEGATION = '(negation)';
const NOT_NEGATION = '(not negation)';
/** Stands where a figure of speech was: no word is equal to it. */
const GONE = '\u0000';
/** What closes the wide net, wherever in the text it stands. */
const TAKEN: readonly ContextId[] = ['ask', 'news', 'question', 'paper', 'hypothetical', 'ago', 'long-ago'];
/** How many words may stand between an act and its date. */
const DATED_WITHIN = 5;

/** Compiles one language. Situations come the most pressing first, and the first that holds is the reading. */
export function compileLanguage(language: Language, situations: readonly Situation[]): Reader {
  const all: Rule[] = situations.flatMap((situation) =>
    (language.rules[situation.id] ?? []).map((text) => {
      const pattern = parsePattern(text);
      return { situation, pattern, needs: conceptsOf(pattern) };
    }),
  );
  // The wide net comes last: what a precise rule says is better known.
  const rules = [
    ...all.filter(({ pattern }) => !pattern.faint),
    ...all.filter(({ pattern }) => pattern.faint),
  ];
  const lexicon = fillLexicon(language, rules);
  const figures = fillFigures(language);
  const words = makeWords(language, lexicon, figures);
  const people = new Set(language.people);
  const personal = new Set(language.personal);

  const scan = (text: string): Scan => {
    const read = masked(words(text), figures);
    return { words: read, names: [...lexicon.find(read).keys()].filter((name) => !name.startsWith("'")) };
  };
  const readRules = (text: string): Reading | undefined => {
    if (!(language.sound === 'exact' ? /(?!\p{sc=Latin})\p{L}/u : /\p{sc=Latin}/u).test(text))
      return undefined;
    const read = masked(words(text), figures);
    const spans = lexicon.find(read);
    const contexts = contextsIn(spans);
    const negated = negationsIn(spans);
    const closed = (from: number, to: number): boolean => {
      for (let i = from; i < to; i++) if (negated.has(i) || read[i] === GONE) return true;
      return false;
    };
    const stands = (match: Match): boolean => {
      if (negated.has(match.end)) return false;
      return people.has(match.concepts[0] as string) || !negated.has(match.start - 1);
    };
    for (const { situation, pattern, needs } of rules) {
      if (!needs.every((concept) => spans.has(concept))) continue;
      const holds = (items: readonly Item[]): Match | undefined =>
        matchSequence(items, spans, closed, (match) => {
          if (pattern.whole) return match.start === 0 && match.end === read.length;
          return stands(match);
        });
      const matches = pattern.sequences.map(holds);
      if (matches.some((match) => match === undefined)) continue;
      const found = matches.filter((match) => match !== undefined);
      const mine = found.some((match) => match.concepts.some((concept) => personal.has(concept)));
      const around = contextsAround(contexts, spans, found);
      if (pattern.faint && TAKEN.some((context) => contexts.has(context))) continue;
      if (!isTaken(situation, around, mine, pattern.always)) return { situation, contexts };
    }
    return undefined;
  };
  return { read: readRules, scan };
}

/** Do the surroundings take the danger out of the words? */
function isTaken(
  situation: Situation,
  contexts: ReadonlySet<ContextId>,
  mine: boolean,
  always: boolean,
): boolean {
  return situation.unless.some((context) => {
    if (!contexts.has(context)) return false;
    // What is told or asked in general may still be about oneself, in the same text.
    if (context === 'news' || context === 'question') return !mine;
    if (always) return false;
    return context === 'long-ago' || context === 'address' ? !contexts.has('now') : true;
  });
}

function fillLexicon(language: Language, rules: readonly Rule[]): Lexicon {
  const lexicon = new Lexicon(language);
  const fillers = fillersOf(language);
  const put = (name: string, phrases: readonly string[]) => {
    for (const phrase of phrases) {
      for (const words of phraseTokens(phrase))
        lexicon.add(
          words.filter((word) => !fillers.has(word)),
          name,
        );
    }
  };
  for (const [name, phrases] of Object.entries(language.concepts)) put(name, phrases);
  for (const [name, phrases] of Object.entries(language.contexts)) put(`(${name})`, phrases ?? []);
  put(NEGATION, language.negations);
  put(NOT_NEGATION, language['not-negations']);
  for (const { pattern } of rules) {
    for (const { concept } of pattern.sequences.flat()) {
      if (concept.startsWith("'")) put(concept, [concept.slice(1, -1)]);
    }
  }
  return lexicon;
}

function fillFigures(language: Language): Lexicon {
  const lexicon = new Lexicon(language, true);
  const fillers = fillersOf(language);
  for (const words of language.figures.flatMap(phraseTokens)) {
    lexicon.add(
      words.filter((word) => !fillers.has(word)),
      FIGURE,
    );
  }
  return lexicon;
}

/** The words with every figure of speech taken out. */
function masked(words: readonly string[], figures: Lexicon): string[] {
  const left = [...words];
  for (const { start, end } of figures.find(words).get(FIGURE) ?? []) left.fill(GONE, start, end);
  return left;
}

function contextsIn(spans: Spans): ReadonlySet<ContextId> {
  const names = [...spans.keys()].filter((name) => /^\([a-z-]+\)$/.test(name));
  return new Set(names.map((name) => name.slice(1, -1) as ContextId));
}

/** Words of the past count where they stand beside what they date: one may have come in 2019 and be hit today. */
function contextsAround(
  all: ReadonlySet<ContextId>,
  spans: Spans,
  found: readonly Match[],
): ReadonlySet<ContextId> {
  const beside = (span: Span) =>
    found.some((match) => span.end >= match.start && span.start <= match.end + DATED_WITHIN);
  return new Set(
    [...all].filter(
      (context) => !(context === 'ago' || context === 'long-ago') || spans.get(`(${context})`)?.some(beside),
    ),
  );
}

/** The places of negations that really negate what stands beside them. */
function negationsIn(spans: Spans): ReadonlySet<number> {
  const places = new Set<number>();
  for (const { start, end } of spans.get(NEGATION) ?? []) for (let i = start; i < end; i++) places.add(i);
  for (const { start, end } of spans.get(NOT_NEGATION) ?? [])
    for (let i = start; i < end; i++) places.delete(i);
  return places;
}
