/** How much a sheet may say: what fits in two texts, in twenty seconds, in one breath. */
import type { PartId } from '../../flows/knowledge.ts';
import { sentences } from '../text/cut.ts';
import { fold } from '../text/gsm7.ts';
import type { Problem } from './problems.ts';
import type { WrittenLine, WrittenPart } from './sheet-body.ts';

const SENTENCE = 12;
const LINE = 150;
const SHORT = 180;
const PART = 270;
const OPENING = 152;
const REST = 920;

/** Characters as they are sent, once what would double the price is folded. */
export function characters(text: string): number {
  return Array.from(fold(text)).length;
}

/** Words of a sentence: an elision is part of its word, a number written in groups is one. */
export function wordCount(sentence: string): number {
  return sentence
    .replace(/\d[\d \u00a0\u202f.,]*\d/gu, '0')
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** What is too long in the parts of one file. */
export function tooLong(file: string, parts: readonly WrittenPart[]): Problem[] {
  const problems: Problem[] = [];
  const say = (line: number, problem: string) => problems.push({ file, line, problem });
  let rest = 0;
  for (const part of parts) {
    for (const line of part.lines) problems.push(...lineTooLong(file, line));
    const size = characters(part.lines.map((line) => line.text).join(' '));
    if (part.id !== 'short') rest += size;
    const limit = limitOf(part.id);
    if (size > limit) say(part.line, `part ${part.id} has ${size} characters, ${limit} at most`);
  }
  if (rest > REST) say(parts[0]?.line ?? 1, `all parts but short have ${rest} characters, ${REST} at most`);
  return problems;
}

/** A title and the first line of a sheet go out as one text, "1 Suite" under them, where texts are not joined. */
export function openingTooLong(file: string, title: string, parts: readonly WrittenPart[]): Problem[] {
  const first = parts.find((part) => part.id === 'short')?.lines[0];
  if (first === undefined) return [];
  const room = OPENING - characters(`${title} :\n`);
  const size = characters(first.text);
  return size > room
    ? [
        {
          file,
          line: first.line,
          problem: `the first line has ${size} characters, ${room} at most with this title`,
        },
      ]
    : [];
}

/** What is too long in one line: also asked of what the front matter says aloud. */
export function lineTooLong(file: string, { text, line }: WrittenLine): Problem[] {
  const problems: Problem[] = [];
  const size = characters(text);
  if (size > LINE) problems.push({ file, line, problem: `a line has ${size} characters, ${LINE} at most` });
  for (const sentence of sentences(text)) {
    const count = wordCount(sentence);
    if (count > SENTENCE) {
      problems.push({
        file,
        line,
        problem: `a sentence has ${count} words, ${SENTENCE} at most: ${sentence}`,
      });
    }
  }
  return problems;
}

function limitOf(part: PartId): number {
  return part === 'short' ? SHORT : PART;
}
