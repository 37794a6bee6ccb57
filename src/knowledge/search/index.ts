/** From a question to the sheets that answer it, or to knowing that none does. */
import type { Found, Hit, Lang } from '../../../flows/flow.ts';
import type { Library } from '../sheets.ts';
import type { Lexicon } from './lexicon.ts';
import { indexLibrary } from './library-index.ts';
import { Reader } from './reading.ts';
import { Scorer } from './score.ts';

/** Below, we do not know. */
const KNOWN = 0.55;
/** Above, and clearly before the next, we are sure. */
const SURE = 0.65;
const CLEAR = 0.88;
/** A hit this much weaker than the first is not worth offering. */
const WORTH = 0.75;
const OFFERED = 3;

/** Builds the index, then answers from memory. Deterministic: the same library and question give the same hits. */
export function buildSearch(library: Library, lexicon: Lexicon): (text: string, lang: Lang) => Found {
  const index = indexLibrary(library, lexicon);
  const reader = new Reader(index.vocabulary, lexicon);
  const scorer = new Scorer(index);
  return (text, lang) => decide(scorer.score(reader.read(text), lang));
}

function decide(hits: readonly Hit[]): Found {
  const [first, second] = hits;
  if (first === undefined || first.score < KNOWN) return { hits: [], sure: false };
  const kept = hits.filter(({ score }) => score >= KNOWN && score >= WORTH * first.score).slice(0, OFFERED);
  const clear = second === undefined || second.score < CLEAR * first.score;
  return { hits: kept, sure: first.score >= SURE && clear };
}
