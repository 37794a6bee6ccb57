/** What is wrong with the danger files, every problem with its file and line. */
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

/** One file, read and placed: a path in its data leads to a line. */
export interface Source {
  readonly file: string;
  readonly doc: Document.Parsed;
  readonly lines: LineCounter;
}

/** Reads YAML without trusting it. */
export function openSource(file: string, text: string): Source {
  const lines = new LineCounter();
  return { file, doc: parseDocument(text, { lineCounter: lines, prettyErrors: false }), lines };
}

/** `file:line message` for what stands at a path. */
export function problemAt(source: Source, path: readonly PropertyKey[], message: string): string {
  for (let length = path.length; length >= 0; length--) {
    const node = source.doc.getIn(path.slice(0, length), true);
    if (!isNode(node) || !node.range) continue;
    const where = path.length > 0 ? `${path.map(String).join('.')}: ` : '';
    return `${source.file}:${source.lines.linePos(node.range[0]).line} ${where}${message}`;
  }
  return `${source.file}:1 ${message}`;
}

/** The data of a file as its schema wants it, or its problems. */
export function check<S extends z.ZodType>(
  source: Source,
  schema: S,
  problems: string[],
): z.infer<S> | undefined {
  // The first alone: what follows a slip of syntax is noise.
  const [error] = source.doc.errors;
  if (error) {
    problems.push(`${source.file}:${source.lines.linePos(error.pos[0]).line} ${error.message}`);
    return undefined;
  }
  const read = schema.safeParse(source.doc.toJS());
  if (read.success) return read.data;
  for (const issue of read.error.issues) problems.push(problemAt(source, issue.path, issue.message));
  return undefined;
}
