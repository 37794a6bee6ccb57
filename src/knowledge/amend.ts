/** The file of a sheet as an editor would have changed it: a fact's new value, a reviewer's name. Pure; all else stays as it is written. */
import { isMap, isNode, parseDocument } from 'yaml';
import type { ContentFile } from './sheet-file.ts';

/** Words that no longer hold, and those that do. */
export interface Amendment {
  /** The fact as its file says it. */
  readonly what: string;
  readonly says: string;
  /** Of what it says: the words to be replaced, there and wherever the sheet has them. */
  readonly was: string;
  readonly is: string;
  /** Month it is known from, `YYYY-MM`. */
  readonly asOf: string;
}

export interface Signature {
  readonly by: string;
  /** `YYYY-MM-DD` */
  readonly on: string;
}

const FRONT = /^(---\n)([\s\S]*?\n)(---[ \t]*(?:\n|$))/u;

/** Splits at the end of the front matter; a file without one is all body. */
function halves(text: string): { open: string; front: string; close: string; body: string } {
  const source = text.replace(/\r\n?/gu, '\n');
  const [all = '', open = '', front = '', close = ''] = FRONT.exec(source) ?? [];
  return { open, front, close, body: source.slice(all.length) };
}

/** The file with these values. What is not found word for word is left: its fact alone then says what holds. */
export function amended(file: ContentFile, amendments: readonly Amendment[]): ContentFile {
  let { open, front, close, body } = halves(file.text);
  for (const amendment of amendments) {
    front = withFact(front, amendment);
    body = body.replace(wholly(amendment.was), () => amendment.is);
  }
  return { path: file.path, text: open + front + close + body };
}

/** The file signed by whoever reviewed it. */
export function signed(file: ContentFile, { by, on }: Signature): ContentFile {
  const { open, front, close, body } = halves(file.text);
  const review = `review: { by: ${JSON.stringify(by)}, on: '${on}' }`;
  const written = /^review:.*(?:\n[ \t].*)*/mu;
  const next = written.test(front) ? front.replace(written, () => review) : `${front}${review}\n`;
  return { path: file.path, text: open + next + close + body };
}

/** Lines of the body that these words stand in, before and after. */
export function linesWith(
  file: ContentFile,
  amendment: Pick<Amendment, 'was' | 'is'>,
): readonly { readonly before: string; readonly after: string }[] {
  return halves(file.text)
    .body.split('\n')
    .map((before) => ({ before, after: before.replace(wholly(amendment.was), () => amendment.is) }))
    .filter(({ before, after }) => before !== after);
}

/** A value and no part of another: "5 euros" is not in "25 euros". */
function wholly(words: string): RegExp {
  const literal = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}]|\\d[ .,])${literal}(?![\\p{L}\\p{N}]|[.,]\\d)`, 'gu');
}

/** The fact's own line, where a person would write it. */
function withFact(front: string, { what, says, was, is, asOf }: Amendment): string {
  const doc = parseDocument(front);
  const facts: unknown = doc.get('facts');
  const items = isNode(facts) && 'items' in facts ? (facts.items as unknown[]) : [];
  const fact = items.find((item) => isMap(item) && item.get('what') === what && item.get('says') === says);
  if (!isMap(fact)) return front;
  const value: unknown = fact.get('says', true);
  if (!isNode(value) || !value.range) return front;
  const [from, to] = value.range;
  const next = JSON.stringify(says.replace(wholly(was), () => is));
  const month: unknown = fact.get('as-of', true);
  if (isNode(month) && month.range) {
    const [start, end] = month.range;
    // The later one first: what stands before keeps its place.
    const cuts = [
      { from, to, text: next },
      { from: start, to: end, text: asOf },
    ].sort((a, b) => b.from - a.from);
    return cuts.reduce((text, cut) => text.slice(0, cut.from) + cut.text + text.slice(cut.to), front);
  }
  return `${front.slice(0, from)}${next}, as-of: ${asOf}${front.slice(to)}`;
}
