/** What a human still has to check, and how easy each sheet is to read: for those who keep the sheets. */
import type { Knowledge, Lang } from '../../flows/flow.ts';
import { THEMES } from '../../flows/knowledge.ts';
import { longestSentence, type ReadableLang, readability } from '../text/readability.ts';
import { type ContentFile, readFrench, readTranslation } from './sheet-file.ts';

/** What moves, as a reviewer ticks it. */
export interface MovingFact {
  readonly what: string;
  readonly says: string;
  /** Month it was read in, `YYYY-MM`, where it is not the sheet's own. */
  readonly asOf?: string;
}

/** One file of a sheet, as a reviewer needs it. A translation has the facts and the edition of its French. */
export interface Filed {
  readonly id: string;
  readonly lang: Lang;
  readonly title: string;
  readonly edition: string;
  readonly changed?: string;
  readonly facts: readonly MovingFact[];
  readonly reviewed: boolean;
  /** Who, among the people concerned, re-read it. */
  readonly reread: readonly string[];
  /** All that its editor wrote, one line each: what is sent. */
  readonly text: string;
}

/** Languages that have a formula of readability. */
const MEASURED = ['fr', 'en'] as const;
const isMeasured = (lang: string): lang is (typeof MEASURED)[number] =>
  (MEASURED as readonly string[]).includes(lang);

/** The language that the others translate: it carries the facts. */
const REFERENCE: string = 'fr';

/** The sheets in every language, by id, French first. What cannot be read is left out: the service refuses to start with it. */
export function filedSheets(files: readonly ContentFile[]): readonly Filed[] {
  const named = files.flatMap((file) => {
    const [, id, lang] = /^sheets\/([a-z0-9-]+)\.([\w-]+)\.md$/.exec(file.path) ?? [];
    return id === undefined || lang === undefined ? [] : [{ file, id, lang }];
  });
  const french = new Map<string, Filed>();
  for (const { file, id, lang } of named) {
    if (lang !== REFERENCE) continue;
    const { sheet } = readFrench(file);
    if (sheet === undefined) continue;
    const { title, edition, changed, facts, review, reread } = sheet.front;
    french.set(id, {
      ...{ id, lang, title, edition, reread },
      ...(changed === undefined ? {} : { changed }),
      facts: facts.map(({ what, says, 'as-of': asOf }) => ({ what, says, ...(asOf && { asOf }) })),
      reviewed: review !== undefined,
      text: textOf(sheet.parts),
    });
  }
  const others = named.flatMap(({ file, id, lang }): Filed[] => {
    const reference = french.get(id);
    const sheet = lang === REFERENCE ? undefined : readTranslation(file).sheet;
    if (reference === undefined || sheet === undefined) return [];
    const { title, review, reread } = sheet.front;
    return [{ ...reference, lang, title, reread, reviewed: review !== undefined, text: textOf(sheet.parts) }];
  });
  return [...french.values(), ...others].sort((a, b) => order(a.id, b.id) || french1st(a) - french1st(b));
}

const french1st = ({ lang }: Filed) => (lang === REFERENCE ? 0 : 1);
const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function textOf(parts: readonly { readonly lines: readonly { readonly text: string }[] }[]): string {
  return parts.flatMap(({ lines }) => lines.map(({ text }) => text)).join('\n');
}

/** What no human has reviewed, the oldest source first. */
export function due(sheets: readonly Filed[]): readonly Filed[] {
  return sheets.filter(({ reviewed }) => !reviewed).sort((a, b) => order(a.edition, b.edition));
}

/** How many sheets were written from each edition, in each language; the oldest first. */
export function editions(
  sheets: readonly Filed[],
): readonly { readonly edition: string; readonly counts: ReadonlyMap<Lang, number> }[] {
  const byEdition = new Map<string, Map<Lang, number>>();
  for (const { edition, lang } of sheets) {
    const counts = byEdition.get(edition) ?? new Map<Lang, number>();
    byEdition.set(edition, counts.set(lang, (counts.get(lang) ?? 0) + 1));
  }
  return [...byEdition]
    .map(([edition, counts]) => ({ edition, counts }))
    .sort((a, b) => order(a.edition, b.edition));
}

/** What a sheet must reach, by language: the whole of it, and its longest sentence. */
export const LEAST: Readonly<Record<ReadableLang, number>> = { fr: 80, en: 70 };
export const MOST_WORDS = 12;

export interface Plain {
  readonly id: string;
  readonly lang: ReadableLang;
  /** Kandel-Moles in French, Flesch in English; higher is easier. */
  readonly score: number;
  /** Share of its words that the score leaves out: numbers, addresses, official names. */
  readonly leftOut: number;
  readonly longest: number;
  readonly plain: boolean;
}

/** How plain each sheet is, the hardest first; only in languages that have a formula. */
export function plainness(sheets: readonly Filed[]): readonly Plain[] {
  return sheets
    .flatMap(({ id, lang, text }): Plain[] => {
      if (!isMeasured(lang)) return [];
      const read = readability(text, lang);
      if (read === undefined) return [];
      const longest = longestSentence(text);
      const { score, leftOut } = read;
      return [{ id, lang, score, leftOut, longest, plain: score >= LEAST[lang] && longest <= MOST_WORDS }];
    })
    .sort((a, b) => a.score - LEAST[a.lang] - (b.score - LEAST[b.lang]));
}

/** How many French sheets the service tells, and how many of them no human has reviewed. */
export function countReviews(knowledge: Pick<Knowledge, 'sheets' | 'sheet'>): {
  readonly sheets: number;
  readonly unreviewed: number;
} {
  const ids = THEMES.flatMap((theme) => knowledge.sheets(theme));
  const unreviewed = ids.filter((id) => knowledge.sheet(id, 'fr')?.review === undefined);
  return { sheets: ids.length, unreviewed: unreviewed.length };
}
