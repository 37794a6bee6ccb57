/** A few sheets read again while the service runs: the same reading as at the start, of changed files. */
import type { Lang, Sheet } from '../../flows/flow.ts';
import { readBodies } from './bodies.ts';
import type { Problem } from './problems.ts';
import type { ContentFile } from './sheet-file.ts';
import { readSheets } from './sheets.ts';
import { defaultWords, type SheetWords } from './words.ts';

export interface Reread {
  /** By id, then by language; French is always there. */
  readonly sheets: ReadonlyMap<string, ReadonlyMap<Lang, Sheet>>;
  readonly problems: readonly Problem[];
}

/** Reads these files of sheets, which are all of their sheets' languages, with the bodies of `files`. */
export function makeReread(
  files: readonly ContentFile[],
  languages: readonly Lang[],
): (changed: readonly ContentFile[]) => Reread {
  const wordsOf = (lang: Lang) => defaultWords[lang] ?? (defaultWords.fr as SheetWords);
  const { bodies } = readBodies(files, languages, wordsOf);
  return (changed) => {
    const { library, problems } = readSheets({ files: changed, bodies, wordsOf });
    const sheets = [...library].map(
      ([id, byLang]) => [id, new Map([...byLang].map(([lang, { sheet }]) => [lang, sheet]))] as const,
    );
    return { sheets: new Map(sheets), problems };
  };
}
