/** From a question to the sheets that answer it, or to knowing that none does. */
import type { Found, Hit, Lang } from '../../../flows/flow.ts';
import type { Library } from '../sheets.ts';
import { clausesOf, impolite, thingsOf, windowsOf } from './clauses.ts';
import type { Lexicon } from './lexicon.ts';
import { indexLibrary } from './library-index.ts';
import { type Near, Pieces } from './pieces.ts';
import { Reader } from './reading.ts';
import { restate } from './restate.ts';
import { type Scored, Scorer } from './score.ts';

/** Of the two readings, how much the one by words decides; pieces are never as near, even of the same words. */
const BY_WORDS = 0.8;
const NEARER = 1.6;
/** Below, we do not know. */
const KNOWN = 0.56;
/** As near by its words alone, it is known whatever its pieces say. */
const KNOWN_WORDS = 0.57;
/** Where both readings name the same sheet first, each may be less sure. */
const AGREED_WORDS = 0.5;
const AGREED_PIECES = 0.25;
/** A subject that no sheet answers, so near by its pieces, is what was asked. */
const ELSEWHERE = 0.5;
/** Above, and clearly before the next, we are sure. */
const SURE = 0.8;
const CLEAR = 0.88;
/** What is asked in a sheet's very words is clear sooner. */
const VERY_WORDS = 0.95;
const CLEAR_OF_VERY_WORDS = 0.92;
/** What a few words of a story found is offered from here on. */
const OF_A_STORY = 0.6;
/** A hit this much weaker than the first is not worth offering. */
const WORTH = 0.68;
const OFFERED = 3;
/** Sheets that are near by their pieces and looked at. */
const COMPARED = 8;
/** Characters of a text that are read: ten SMS. */
const READ = 1600;

const NOTHING: Found = { hits: [], sure: false };
/** A subject that no sheet answers was named. */
const ELSEWHERE_NAMED: Found = { hits: [], sure: false };

/** Builds the index, then answers from memory. Deterministic: the same library and question give the same hits. */
export function buildSearch(library: Library, lexicon: Lexicon): (text: string, lang: Lang) => Found {
  const index = indexLibrary(library, lexicon);
  const reader = new Reader(index.vocabulary, lexicon);
  const scorer = new Scorer(index);
  const pieces = new Pieces(library, lexicon);
  const one = (said: string, lang: Lang) => {
    const text = restate(said, lexicon.turns);
    return decide(scorer.score(reader.read(text), lang), pieces.near(text));
  };
  return (text, lang) => {
    const start = impolite(text.slice(0, READ));
    const whole = one(start, lang);
    const clauses = clausesOf(start);
    const parts = clauses.length > 1 ? clauses : (thingsOf(start) ?? []);
    const found =
      parts.length === 0
        ? whole
        : together(
            whole,
            parts.map((part) => one(part, lang)),
          );
    if (found.hits.length > 0 || whole === ELSEWHERE_NAMED) return found;
    return within(windowsOf(start).map((part) => one(part, lang)));
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

/** Of a story, what a few words in a row found, where they found it well: offered, never sure. */
function within(parts: readonly Found[]): Found {
  if (parts.includes(ELSEWHERE_NAMED)) return NOTHING;
  const best = new Map<string, Hit>();
  for (const hit of parts.flatMap(({ hits }) => hits)) {
    if (hit.score < OF_A_STORY || hit.score <= (best.get(hit.sheet)?.score ?? 0)) continue;
    best.set(hit.sheet, hit);
  }
  const hits = [...best.values()].sort((a, b) => b.score - a.score || (a.sheet < b.sheet ? -1 : 1));
  return { hits: hits.slice(0, OFFERED), sure: false };
}

/**
 * The thresholds were chosen on the questions of tests/eval that are not held out: as many found as can be while at most one
 * unanswerable question in twenty gets an answer.
 */
function decide(byWords: readonly Scored[], byPieces: readonly Near[]): Found {
  // What no sheet answers, said better than what one does.
  if (byWords[0] !== undefined && byWords[0].sheet === undefined) return ELSEWHERE_NAMED;
  const [nearest] = byPieces;
  if (nearest !== undefined && nearest.sheet === undefined && nearest.near > ELSEWHERE) {
    if ((byWords[0]?.score ?? 0) < SURE) return ELSEWHERE_NAMED;
  }
  const words = scoresOf(byWords.map(({ sheet, score }) => [sheet, score]));
  const near = scoresOf(byPieces.slice(0, COMPARED).map((one) => [one.sheet, one.near]));
  const hits: Hit[] = [...new Set([...words.keys(), ...near.keys()])].map((sheet) => ({
    sheet,
    score: BY_WORDS * (words.get(sheet) ?? 0) + (1 - BY_WORDS) * Math.min(1, NEARER * (near.get(sheet) ?? 0)),
  }));
  hits.sort((a, b) => b.score - a.score || (a.sheet < b.sheet ? -1 : 1));
  const [first, second] = hits;
  if (first === undefined) return NOTHING;
  const inWords = words.get(first.sheet) ?? 0;
  const agreed =
    [...near.keys()][0] === first.sheet &&
    inWords >= AGREED_WORDS &&
    (near.get(first.sheet) ?? 0) >= AGREED_PIECES;
  if (first.score < KNOWN && inWords < KNOWN_WORDS && !agreed) return NOTHING;
  const kept = hits.filter(({ score }) => score >= WORTH * first.score).slice(0, OFFERED);
  const apart = first.score >= VERY_WORDS ? CLEAR_OF_VERY_WORDS : CLEAR;
  const clear = second === undefined || second.score < apart * first.score;
  return { hits: kept, sure: inWords >= SURE && clear };
}

/** By sheet, in the order given; subjects that no sheet answers left out. */
function scoresOf(all: readonly (readonly [string | undefined, number])[]): Map<string, number> {
  return new Map(all.filter((one): one is [string, number] => one[0] !== undefined));
}
