/** Where a text may be cut: at sentence ends, else between words, a phone number never. */
import { gsmUnits, isGsm7 } from './gsm7.ts';

/** Abbreviations that are always followed by something, in lower case and without accents. */
const NEVER_LAST = new Set(
  'm mm mme mlle mlles dr pr me mgr st ste art al n no nos num tel p pp av bd bld cf ex env mr mrs ms vs eg ie approx dept'.split(
    ' ',
  ),
);

/** An end mark, closing marks, then space. French puts a space before ? ! and ». */
const END = /([.!?…؟۔።।]+)((?:[ \u00a0\u202f]?»|["”’')\]])*)(\s+)/gu;
/** What may open a sentence: not a lower-case letter, which goes on with the one before. */
const OPENS = /^["“«'‘([¿¡\-–]?[ \u00a0\u202f]?(?:\p{Lu}|\p{Lt}|\p{Lo}|\p{N})/u;

/** Cuts into pieces that together are the text, each with the space that follows it. */
type Cutter = (text: string) => string[];

const bySentence: Cutter = (text) => {
  const pieces: string[] = [];
  let from = 0;
  for (const end of text.matchAll(END)) {
    const stop = end.index + end[0].length;
    const broken = (end[3] as string).includes('\n');
    if (!broken && !endsSentence(text.slice(from, end.index), end[1] as string, text.slice(stop))) continue;
    pieces.push(text.slice(from, stop));
    from = stop;
  }
  if (from < text.length) pieces.push(text.slice(from));
  // A line end needs no mark.
  return pieces.flatMap((piece) => piece.split(/(?<=\n\s*)(?=\S)/u));
};

function endsSentence(before: string, mark: string, after: string): boolean {
  if (!OPENS.test(after)) return false;
  if (mark !== '.') return true;
  const word = before.match(/[^\s(["'’«]*$/u)?.[0] ?? '';
  // "1. Papiers 2. Aides": the number of an item opens it.
  if (/^\d{1,2}$/.test(word) && before.trim() === word) return false;
  // "01. 02. 2026"
  if (/^\d{1,2}$/.test(word) && /^(\d{1,2}\.\s|(19|20)\d\d\b)/.test(after)) return false;
  if (/^\p{Lu}$/u.test(word) || /^\p{L}(\.-?\p{L})+$/u.test(word)) return false;
  const plain = word
    .normalize('NFD')
    .replace(/[\p{M}°]/gu, '')
    .toLowerCase();
  return !NEVER_LAST.has(plain);
}

/** Between words, but not inside a number written in groups, nor before a mark that French sets apart. */
const byWord: Cutter = (text) =>
  text.split(/(?<=\s)(?=\S)(?<!\d\s)(?![?!:;»%€])(?<!«\s)|(?<=\d\s)(?=[^\s\d?!:;»%€])/u);
const bySpace: Cutter = (text) => text.split(/(?<=\s)(?=\S)/u);
const GRAPHEMES = new Intl.Segmenter('und', { granularity: 'grapheme' });
const byCharacter: Cutter = (text) => Array.from(GRAPHEMES.segment(text), ({ segment }) => segment);

/** From the best place to cut to the worst. */
const CUTTERS: readonly Cutter[] = [bySentence, byWord, bySpace, byCharacter];

/** The sentences of a line, trimmed. Abbreviations, numbers, dates and addresses do not end one; a line end does. */
export function sentences(text: string): string[] {
  return bySentence(text)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

/**
 * Cuts a line into the pieces that `fits` accepts, as few as filling one after the other gives: at sentence ends, else between
 * words, else anywhere. Only space at the cuts is lost. A single character that does not fit is a piece all the same.
 */
export function splitToFit(text: string, fits: (piece: string) => boolean): string[] {
  return fill(text, fits, 0)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

function fill(text: string, fits: (piece: string) => boolean, level: number): string[] {
  const cutter = CUTTERS[level];
  if (cutter === undefined || fits(text.trim())) return [text];
  const filled: string[] = [];
  let current = '';
  for (const piece of cutter(text)) {
    if (current !== '' && !fits((current + piece).trim())) {
      filled.push(current);
      current = '';
    }
    // Here `current` is either empty or what it becomes is known to fit.
    const parts = current === '' ? fill(piece, fits, level + 1) : [current + piece];
    current = parts.pop() ?? '';
    filled.push(...parts);
  }
  if (current !== '') filled.push(current);
  return filled;
}

/**
 * The longest beginning of a text that ends between words and costs at most `maxUnits`, in the units of the whole text's
 * encoding (see `segments`). A true prefix, without space at its end: the rest is `text.slice(result.length)`. Where even the
 * first word is too long, it is cut between two characters.
 */
export function cutAtWord(text: string, maxUnits: number): string {
  const gsm = isGsm7(text);
  const cost = (piece: string): number => {
    if (!gsm) return piece.length;
    let units = 0;
    for (let i = 0; i < piece.length; i++) units += gsmUnits(piece.charCodeAt(i));
    return units;
  };
  for (const cutter of CUTTERS.slice(1)) {
    let kept = '';
    for (const piece of cutter(text)) {
      if (cost((kept + piece).trimEnd()) > maxUnits) break;
      kept += piece;
    }
    if (kept.trim() !== '') return kept.trimEnd();
  }
  return '';
}
