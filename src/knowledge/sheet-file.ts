/** One file of a sheet: front matter, then parts; each problem with its line. */
import type { z } from 'zod';
import { lineTooLong, openingTooLong, tooLong } from './limits.ts';
import type { Problem } from './problems.ts';
import { readBody, type WrittenPart } from './sheet-body.ts';
import { FrenchFront, TranslatedFront } from './sheet-format.ts';
import { readYaml } from './yaml-file.ts';

/** A file of the content, read but not understood. */
export interface ContentFile {
  /** Relative to the content's folder, with slashes. */
  readonly path: string;
  readonly text: string;
}

export interface SheetFile<F> {
  readonly file: string;
  readonly front: F;
  readonly parts: readonly WrittenPart[];
  lineOf(path: readonly PropertyKey[]): number;
}

export interface ReadSheet<F> {
  /** Undefined when its front matter cannot be understood. */
  readonly sheet: SheetFile<F> | undefined;
  readonly problems: readonly Problem[];
}

/** The French of a sheet, the reference. */
export function readFrench(file: ContentFile): ReadSheet<FrenchFront> {
  const read = readSheetFile(file, FrenchFront);
  if (read.sheet === undefined) return read;
  const problems = [...read.problems, ...forbidden(read.sheet)];
  const first = read.sheet.parts[0];
  if (first?.id !== 'short')
    problems.push({ file: file.path, line: first?.line ?? 1, problem: 'part short is missing' });
  return { sheet: read.sheet, problems };
}

/** A translation of a sheet: what it lacks is said in French. */
export function readTranslation(file: ContentFile): ReadSheet<TranslatedFront> {
  return readSheetFile(file, TranslatedFront);
}

function readSheetFile<F extends { title: string; changed?: string | undefined }>(
  { path, text }: ContentFile,
  schema: z.ZodType<F>,
): ReadSheet<F> {
  const source = text.replace(/^\ufeff/u, '').replace(/\r\n?/gu, '\n');
  const cut = /^---\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/u.exec(source);
  if (cut === null) {
    return {
      sheet: undefined,
      problems: [{ file: path, line: 1, problem: 'no front matter between two lines of ---' }],
    };
  }
  const front = readYaml(path, cut[1] ?? '', schema, 2);
  const bodyFrom = cut[0].split('\n').length;
  const body = readBody(path, source.slice(cut[0].length), bodyFrom);
  const problems = [...front.problems, ...body.problems, ...tooLong(path, body.parts)];
  if (front.value === undefined) return { sheet: undefined, problems };
  problems.push(...openingTooLong(path, front.value.title, body.parts));
  if (front.value.changed !== undefined) {
    problems.push(...lineTooLong(path, { text: front.value.changed, line: front.lineOf(['changed']) }));
  }
  return { sheet: { file: path, front: front.value, parts: body.parts, lineOf: front.lineOf }, problems };
}

/** Words that assume a screen, or that say it is easy to somebody for whom it is not. */
const FORBIDDEN = /(?<!\p{L})(cliqu\p{L}*|simple|simples|simplement)(?!\p{L})/iu;

function forbidden({ file, parts }: SheetFile<FrenchFront>): Problem[] {
  return parts.flatMap((part) =>
    part.lines.flatMap(({ text, line }) => {
      const word = FORBIDDEN.exec(text)?.[1];
      return word === undefined ? [] : [{ file, line, problem: `do not write "${word}"` }];
    }),
  );
}
