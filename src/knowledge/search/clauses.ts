/** Two questions in one text: where the one ends and the other begins. */

/** Questions in one text that are looked at. */
const MOST = 4;

/** A mark that ends a sentence, not the dot of an acronym; or words that open a second question. */
const BETWEEN =
  /(?<=\p{L}{3})\.+(?=\s|$)|[?!;\n]+|\b(?:et\s+aussi|et\s+puis|ainsi\s+que|sinon|and\s+also)\b/iu;

/** The clauses of a text, in order; one alone is the text. */
export function clausesOf(text: string): string[] {
  const clauses = text
    .split(BETWEEN)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
  return clauses.length > 1 ? clauses.slice(0, MOST) : [text];
}

/** Two things of which the same is said, the second in a few words. */
const TWO_THINGS = /^(.+\s)(\S+)\s+(?:et|and)\s+((?:\S+\s*){1,8})$/iu;

/** "I lost my passport and id card" says two things: "I lost my passport", "I lost my id card". */
export function thingsOf(text: string): readonly [string, string] | undefined {
  const [, before, first, second] = TWO_THINGS.exec(text.replace(/[\s?!.,;]+$/, '')) ?? [];
  return before === undefined || second === undefined ? undefined : [before + first, before + second];
}

/** Greetings before and thanks after a question: they belong to none of its clauses. */
const BEFORE =
  /^(?:\s|[,;.!])*(?:(?:bonjour|bonsoir|salut|slt|bjr|bsr|coucou|allo|hello|hi|madame|monsieur)(?=[\s,;.!]|$)(?:\s|[,;.!])*)+/iu;
const AFTER =
  /(?:(?:\s|[,;.!])+(?:svp|stp|merci|mrc|please|pls|thanks|thank you|s['’ ]il (?:vous|te) pla[iî]t))+(?:\s|[,;.!?])*$/iu;

/** The question without its politeness; the text itself where nothing else is left. */
export function impolite(text: string): string {
  const bare = text.replace(BEFORE, '').replace(AFTER, '');
  return bare.trim() === '' ? text : bare;
}

/** Words of a window, and by how many each begins after the one before. */
const WINDOW = 9;
const STEP = 2;
/** Words of a story that are looked at. */
const STORY = 40;

/** A long text as windows of a few words in a row; none of a short one. */
export function windowsOf(text: string): readonly string[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  if (words.length <= WINDOW) return [];
  const all: string[] = [];
  for (let from = 0; from + STEP < words.length && from < STORY; from += STEP)
    all.push(words.slice(from, from + WINDOW).join(' '));
  return all;
}
