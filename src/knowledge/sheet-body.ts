/** The parts of a sheet as they are written under its front matter. */
import { PARTS, type PartId } from '../../flows/knowledge.ts';
import type { Problem } from './problems.ts';

/** A paragraph or a list item: one thing to say. */
export interface WrittenLine {
  readonly text: string;
  readonly line: number;
}

export interface WrittenPart {
  readonly id: PartId;
  readonly line: number;
  readonly lines: readonly WrittenLine[];
}

/** What a voice would read aloud, and what an SMS cannot show. */
const MARKUP = /\*\*|__|`|\]\(|<\/?[a-z]|^#|^\d+\.\s|^>/u;

/** Cuts the body of a sheet, whose first line is line `firstLine` of `file`. */
export function readBody(
  file: string,
  body: string,
  firstLine: number,
): { readonly parts: readonly WrittenPart[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const parts: { id: PartId; line: number; lines: WrittenLine[] }[] = [];
  let into: WrittenLine[] | undefined;
  let open: { text: string; line: number } | undefined;
  body.split('\n').forEach((raw, index) => {
    const line = firstLine + index;
    const text = raw.trim();
    const heading = /^##\s+(.*)$/u.exec(text)?.[1]?.trim();
    if (heading !== undefined) {
      open = undefined;
      into = [];
      const problem = partProblem(heading, parts.at(-1)?.id);
      if (problem !== undefined) problems.push({ file, line, problem });
      else parts.push({ id: heading as PartId, line, lines: into });
    } else if (text === '') {
      open = undefined;
    } else if (into === undefined) {
      problems.push({ file, line, problem: 'text before the first part' });
    } else {
      const item = /^[-*]\s+(.*)$/u.exec(text)?.[1];
      if (MARKUP.test(item ?? text)) problems.push({ file, line, problem: 'markup cannot be said or sent' });
      if (open !== undefined && item === undefined) open.text += ` ${text}`;
      else {
        open = { text: item ?? text, line };
        into.push(open);
      }
    }
  });
  for (const part of parts) {
    if (part.lines.length === 0)
      problems.push({ file, line: part.line, problem: `part ${part.id} is empty` });
  }
  return { parts, problems };
}

function partProblem(name: string, before: PartId | undefined): string | undefined {
  const place = PARTS.indexOf(name as PartId);
  if (place < 0) return `unknown part ${name}`;
  if (name === 'changed') return 'part changed is added by the service: write it in the front matter';
  if (name === 'page') return 'part page is added by the service: do not write it';
  if (before === undefined) return undefined;
  if (before === name) return `part ${name} is there twice`;
  return PARTS.indexOf(before) > place ? `part ${name} must come before ${before}` : undefined;
}
