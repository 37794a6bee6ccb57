/** From a question to the sheets that answer it, or to knowing that none does. */
import type { Found, Hit, Lang } from '../../../flows/flow.ts';
import type { Library } from '../sheets.ts';
import { clausesOf, impolite, thingsOf } from './clauses.ts';
import type { Lexicon } from './lexicon.ts';
import { indexLibrary } from './library-index.ts';
import { Reader } from './reading.ts';
import { type Scored, Scorer } from './score.ts';

/** Below, we do not know. */
const KNOWN = 0.54;
/** Above, and clearly before the next, we are sure. */
const SURE = 0.8;
const CLEAR = 0.88;
/** A hit this much weaker than the first is not worth offering. */
const WORTH = 0.75;
const OFFERED = 3;
/** Characters of a text that are read: ten SMS. */
const READ = 1600;

const NOTHING: Found = { hits: [], sure: false };

/** Builds the index, then answers from memory. Deterministic: the same library and question give the same hits. */
export function buildSearch(library: Library, lexicon: Lexicon): (text: string, lang: Lang) => Found {
  const index = indexLibrary(library, lexicon);
  const reader = new Reader(index.vocabulary, lexicon);
  const scorer = new Scorer(index);
  const one = (text: string, lang: Lang) => decide(scorer.score(reader.read(text), lang));
  return (text, lang) => {
    const start = impolite(text.slice(0, READ));
    const whole = one(start, lang);
    const clauses = clausesOf(start);
    const parts = clauses.length > 1 ? clauses : (thingsOf(start) ?? []);
    return parts.length === 0
      ? whole
      : together(
          whole,
          parts.map((part) => one(part, lang)),
        );
  };
}

/** What a text of several clauses found: each question that found its own sheet is offered. */
function together(whole: Found, parts: readonly Found[]): Found {
  const firsts = new Map<string, Hit>();
  for (const { hits } of parts) {
    const [first] = hits;
    if (first !== undefined && first.score >= SURE && !firsts.has(first.sheet))
      firsts.set(first.sheet, first);
  }
  if (firsts.size > 1) return { hits: [...firsts.values()].slice(0, OFFERED), sure: false };
  if (whole.hits.length > 0) return whole;
  // The rest of the text was about something else.
  return { hits: [...firsts.values()], sure: false };
}

function decide(scored: readonly Scored[]): Found {
  // What no sheet answers, said better than what one does.
  if (scored[0]?.sheet === undefined) return NOTHING;
  const hits = scored.filter((one): one is Hit => one.sheet !== undefined);
  const [first, second] = hits;
  if (first === undefined || first.score < KNOWN) return NOTHING;
  const kept = hits.filter(({ score }) => score >= KNOWN && score >= WORTH * first.score).slice(0, OFFERED);
  const clear = second === undefined || second.score < CLEAR * first.score;
  return { hits: kept, sure: first.score >= SURE && clear };
}
