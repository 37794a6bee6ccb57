/** From files to sheets: every problem is collected, translations inherit from French, the service adds its own parts. */
import type { Lang, Line, Sheet } from '../../flows/flow.ts';
import { PARTS, type PartId } from '../../flows/knowledge.ts';
import type { Bodies } from './bodies.ts';
import type { Problem } from './problems.ts';
import { servicePartsOf } from './service-parts.ts';
import type { WrittenPart } from './sheet-body.ts';
import { type ContentFile, readFrench, readTranslation, type SheetFile } from './sheet-file.ts';
import type { FrenchFront, TranslatedFront } from './sheet-format.ts';
import { speaker } from './spoken.ts';
import type { SheetWords } from './words.ts';

/** A sheet in one language, and how people ask for it there. */
export interface LibrarySheet {
  readonly sheet: Sheet;
  readonly words: readonly string[];
}

/** By id, then by language. French is always there. */
export type Library = ReadonlyMap<string, ReadonlyMap<Lang, LibrarySheet>>;

export interface LibrarySource {
  readonly files: readonly ContentFile[];
  readonly bodies: Bodies;
  wordsOf(lang: Lang): SheetWords;
}

const NAME = /^sheets\/([a-z0-9]+(?:-[a-z0-9]+)*)\.([a-z]{2,3}(?:-[A-Za-z0-9]+)*)\.md$/;

/** Reads every sheet. What has a problem is left out of the library, and the caller decides whether to go on. */
export function readSheets({ files, bodies, wordsOf }: LibrarySource): {
  readonly library: Library;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const library = new Map<string, Map<Lang, LibrarySheet>>();
  const named = files
    .filter((file) => file.path.startsWith('sheets/'))
    .map((file) => ({ file, name: NAME.exec(file.path) }));
  for (const { file, name } of named) {
    if (name === null)
      problems.push({ file: file.path, line: 1, problem: 'is not named <id>.<language>.md' });
  }
  const french = new Map<string, SheetFile<FrenchFront>>();
  const withFrench = new Set<string>();
  for (const { file, name } of named) {
    if (name?.[2] !== 'fr') continue;
    const id = name[1] as string;
    withFrench.add(id);
    const read = readFrench(file);
    problems.push(...read.problems);
    if (read.sheet === undefined) continue;
    problems.push(...unknownBody(read.sheet, bodies));
    french.set(id, read.sheet);
    library.set(id, new Map([['fr', toSheet(id, 'fr', read.sheet, undefined, bodies, wordsOf)]]));
  }
  for (const { file, name } of named) {
    if (name === null || name[2] === 'fr') continue;
    const [, id, lang] = name as unknown as [string, string, Lang];
    const read = readTranslation(file);
    problems.push(...read.problems);
    if (!withFrench.has(id))
      problems.push({ file: file.path, line: 1, problem: `no French: ${id}.fr.md is missing` });
    const reference = french.get(id);
    if (read.sheet === undefined || reference === undefined) continue;
    library.get(id)?.set(lang, toSheet(id, lang, reference, read.sheet, bodies, wordsOf));
  }
  return { library, problems };
}

function unknownBody({ file, front, lineOf }: SheetFile<FrenchFront>, bodies: Bodies): Problem[] {
  return bodies.has(front.body)
    ? []
    : [{ file, line: lineOf(['body']), problem: `unknown body ${front.body}` }];
}

function toSheet(
  id: string,
  lang: Lang,
  french: SheetFile<FrenchFront>,
  translation: SheetFile<TranslatedFront> | undefined,
  bodies: Bodies,
  wordsOf: (lang: Lang) => SheetWords,
): LibrarySheet {
  const { theme, discreet, fiches, body, edition } = french.front;
  const own = translation ?? french;
  const { title, words, changed = french.front.changed, review } = own.front;
  const say = speaker(wordsOf(lang), own.front.spoken);
  const sayFrench = speaker(wordsOf('fr'), french.front.spoken);
  const written = { ...partsOf(french.parts, sayFrench), ...partsOf(own.parts, say) };
  const sayChanged = own.front.changed === undefined ? sayFrench : say;
  const elsewhere = elsewhereOf(french.front, sayFrench);
  const seasons = french.front.seasons.map(({ from, to, says }) => ({
    ...{ from, to },
    says: says[lang] === undefined ? sayFrench(says.fr as string) : say(says[lang]),
  }));
  const added = servicePartsOf({
    words: wordsOf(lang),
    body: bodies.get(body, lang),
    fiche: fiches[0] as string,
    edition,
    review,
    changed: changed === undefined ? undefined : sayChanged(changed),
    note: elsewhere?.note,
  });
  const parts: Partial<Record<PartId, readonly Line[]>> = {};
  // In reading order, whatever file a part comes from.
  for (const part of PARTS) {
    const lines = [...(written[part] ?? []), ...(added[part] ?? [])];
    if (lines.length > 0) parts[part] = lines;
  }
  return {
    words,
    sheet: {
      id,
      lang,
      title: say(title),
      theme,
      discreet,
      fiches,
      parts,
      body,
      edition,
      ...(changed !== undefined && { changed: sayChanged(changed) }),
      ...(elsewhere !== undefined && { elsewhere }),
      ...(seasons.length > 0 && { seasons }),
      ...(review !== undefined && { review }),
    },
  };
}

/** The departments where a sheet differs or does not apply, and its note for them. */
function elsewhereOf(
  { territories }: FrenchFront,
  say: (text: string) => Line,
): Sheet['elsewhere'] | undefined {
  const { default: _, note, ...others } = territories ?? { default: 'applies' };
  const departments = Object.keys(others).filter((department) => others[department] !== 'applies');
  return note === undefined || departments.length === 0 ? undefined : { departments, note: say(note) };
}

function partsOf(
  parts: readonly WrittenPart[],
  say: (text: string) => Line,
): Partial<Record<PartId, Line[]>> {
  return Object.fromEntries(parts.map((part) => [part.id, part.lines.map((line) => say(line.text))]));
}
