/** What dialogues may ask of the data: read once at the start, then in memory and synchronous. */
import type { Danger, Knowledge, Lang, ThemeId } from '../../flows/flow.ts';
import { readAsked } from './asked.ts';
import { readBodies } from './bodies.ts';
import { withPhrasings } from './phrasings.ts';
import { BrokenLibrary } from './problems.ts';
import { readContent } from './read.ts';
import { buildSearch } from './search/index.ts';
import { readLexicon } from './search/lexicon.ts';
import type { ContentFile } from './sheet-file.ts';
import { type Library, readSheets } from './sheets.ts';
import { defaultWords, type SheetWords } from './words.ts';

export { BrokenLibrary, type Problem } from './problems.ts';
export type { ContentFile } from './sheet-file.ts';
export type { SheetWords } from './words.ts';

/** What the content's folder tells; what a phone number is, is known elsewhere. */
export type Told = Omit<Knowledge, 'places' | 'workshops' | 'mobile' | 'dictate'>;

export type ReadDanger = (text: string, lang: Lang) => Danger | undefined;

export interface KnowledgeOptions {
  readonly languages: readonly Lang[];
  readonly danger: ReadDanger;
  /** The phrases around a sheet by language; French stands for a missing one. */
  readonly words?: Readonly<Record<Lang, SheetWords>>;
}

/** Reads the content's folder. Throws one `BrokenLibrary` with every problem of every file. */
export async function loadKnowledge(
  options: KnowledgeOptions & { readonly contentDir: string },
): Promise<Told> {
  return buildKnowledge(await readContent(options.contentDir), options);
}

/** The same from files that were already read: pure. */
export function buildKnowledge(files: readonly ContentFile[], options: KnowledgeOptions): Told {
  const { languages, danger, words = defaultWords } = options;
  const wordsOf = (lang: Lang) => words[lang] ?? words.fr ?? (defaultWords.fr as SheetWords);
  const { bodies, problems: bodyProblems } = readBodies(files, languages, wordsOf);
  const { library, problems: sheetProblems } = readSheets({ files, bodies, wordsOf });
  const { library: asking, problems: phrasingProblems } = withPhrasings(library, files);
  const { lexicon, problems: lexiconProblems } = readLexicon(files);
  const { asked, problems: askedProblems } = readAsked(files);
  const problems = [
    ...bodyProblems,
    ...sheetProblems,
    ...phrasingProblems,
    ...lexiconProblems,
    ...askedProblems,
  ];
  if (problems.length > 0) throw new BrokenLibrary(problems);

  const order = orderByTheme(library, asked);
  const search = buildSearch(asking, lexicon);
  return {
    sheets: (theme) => order.get(theme) ?? [],
    sheet: (id, lang) => {
      const byLang = library.get(id);
      return (byLang?.get(lang) ?? byLang?.get('fr'))?.sheet;
    },
    search,
    danger,
    body: (id, lang) => bodies.get(id, lang),
    bodyOf: (theme) => bodies.of(theme),
    who: bodies.who,
  };
}

/** Most asked first; what nobody ranked follows by its French title. */
function orderByTheme(library: Library, asked: readonly string[]): Map<ThemeId, string[]> {
  const rank = new Map(asked.map((id, index) => [id, index]));
  const place = (id: string) => rank.get(id) ?? asked.length;
  const titles = [...library].map(([id, byLang]) => ({ id, sheet: byLang.get('fr')?.sheet }));
  titles.sort(
    (a, b) => place(a.id) - place(b.id) || compare(a.sheet?.title.text ?? '', b.sheet?.title.text ?? ''),
  );
  const order = new Map<ThemeId, string[]>();
  for (const { id, sheet } of titles) {
    if (sheet === undefined) continue;
    order.set(sheet.theme, [...(order.get(sheet.theme) ?? []), id]);
  }
  return order;
}

/** Not the process's locale: the same order everywhere. */
function compare(a: string, b: string): number {
  return a.localeCompare(b, 'fr');
}
