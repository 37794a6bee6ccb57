/** A YAML text checked against a schema, each problem on the line that an editor must change. */
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problems.ts';

type Path = readonly PropertyKey[];

export interface Checked<T> {
  /** Undefined when anything is wrong. */
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
  /** The line where something is written, or its nearest parent when it is missing. */
  lineOf(path: Path): number;
}

/** Reads `text`, whose first line is line `firstLine` of `file`. */
export function readYaml<T>(file: string, text: string, schema: z.ZodType<T>, firstLine = 1): Checked<T> {
  const counter = new LineCounter();
  const doc = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1;
  const lineOf = (path: Path) => lineAt(offsetOf(doc, path));
  const failed = (problems: Problem[]) => ({ value: undefined, problems, lineOf });
  if (doc.errors.length > 0) {
    return failed(
      doc.errors.map((error) => ({
        file,
        line: lineAt(error.pos[0]),
        problem: error.message.replace(/\s+/g, ' '),
      })),
    );
  }
  const result = schema.safeParse(doc.toJS() ?? {});
  if (result.success) return { value: result.data, problems: [], lineOf };
  return failed(
    result.error.issues.flatMap((issue) =>
      // An unknown key is reported where it is written, not where its parent begins.
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({
            file,
            line: lineOf([...issue.path, key]),
            problem: `unknown key ${key}`,
          }))
        : [{ file, line: lineOf(issue.path), problem: describeIssue(issue.path, issue.message) }],
    ),
  );
}

function describeIssue(path: Path, message: string): string {
  const where = path.map(String).join('.');
  const missing = message.endsWith('received undefined');
  return where === '' ? message : missing ? `${where} is missing` : `${where}: ${message}`;
}

/** Offset of the node at this path, of its key in a map, or of the deepest ancestor that exists. */
function offsetOf(doc: Document.Parsed, path: Path): number {
  let node: unknown = doc.contents;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => String(isScalar(item.key) ? item.key.value : item.key) === String(step),
      );
      if (pair === undefined) return offset;
      if (isNode(pair.key) && pair.key.range) offset = pair.key.range[0];
      node = pair.value;
    } else if (isNode(node) && 'items' in node) {
      node = (node as { items: unknown[] }).items[Number(step)];
      if (isNode(node) && node.range) offset = node.range[0];
    }
  }
  return offset;
}
