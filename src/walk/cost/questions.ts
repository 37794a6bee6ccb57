/** How people ask for each sheet, as its editor wrote it: the first phrasing is the natural one. */
import type { Lang } from '../../../flows/flow.ts';
import { type ContentFile, readFrench, readTranslation } from '../../knowledge/sheet-file.ts';

export interface Question {
  readonly sheet: string;
  readonly lang: Lang;
  readonly words: string;
}

/** The language whose sheets carry everything. */
const REFERENCE = 'fr';

const SHEET = /^sheets\/(.+)\.([^.]+)\.md$/;

/** One question by sheet and language, in a stable order. */
export function questions(files: readonly ContentFile[]): readonly Question[] {
  return files.flatMap((file) => {
    const [, sheet, lang] = SHEET.exec(file.path) ?? [];
    if (sheet === undefined || lang === undefined) return [];
    const read = lang === REFERENCE ? readFrench(file) : readTranslation(file);
    const words = read.sheet?.front.words[0];
    return words === undefined ? [] : [{ sheet, lang, words }];
  });
}
