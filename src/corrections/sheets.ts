/** What editors did with the sheets: values that changed, facts that were checked, signatures. Laid over the files. Pure. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Lang, Sheet } from '../../flows/flow.ts';
import { type Amendment, amended, signed } from '../knowledge/amend.ts';
import type { Reread } from '../knowledge/reread.ts';
import { type Filed, filedSheets } from '../knowledge/review.ts';
import type { ContentFile } from '../knowledge/sheet-file.ts';

const tick = z.object({ key: z.string(), by: z.string(), name: z.string(), at: z.number() });
const amendment = z.object({
  ...{ what: z.string(), says: z.string(), was: z.string(), is: z.string(), asOf: z.string() },
  ...{ name: z.string(), at: z.number() },
});
const review = z.object({ by: z.string(), on: z.string(), account: z.string(), of: z.string() });
/** What is kept of one file. */
export const sheetNotes = z.object({
  /** What somebody checked, by what it said. */
  ticks: z.array(tick),
  /** Of a French file: values that hold in all the languages of its sheet. */
  amendments: z.array(amendment),
  /** Of exactly the text that was signed. */
  review: review.optional(),
});
export type SheetNotes = z.infer<typeof sheetNotes>;
export type Tick = z.infer<typeof tick>;
export const NO_NOTES: SheetNotes = { ticks: [], amendments: [] };

/** One thing to check of a file: a moving fact, or what no fact is listed for. */
export interface ToTick {
  readonly key: string;
  readonly label: string;
  readonly asOf?: string;
  /** Its fact, where a value may be corrected. */
  readonly fact?: { readonly what: string; readonly says: string };
}

/** A file with all that was said of it. */
export interface Kept {
  /** `id.lang` */
  readonly name: string;
  /** As the repository has it, and as it is told: the file that should be there. */
  readonly original: ContentFile;
  readonly file: ContentFile;
  readonly filed: Filed;
  readonly notes: SheetNotes;
  readonly toTick: readonly ToTick[];
  /** Of its text: what is signed. */
  readonly print: string;
}

export interface KeptSheets {
  readonly files: ReadonlyMap<string, Kept>;
  /** Those that are told otherwise than their files say. */
  readonly sheets: ReadonlyMap<string, ReadonlyMap<Lang, Sheet>>;
}

/** The language that the others translate: it carries the facts. */
const REFERENCE: string = 'fr';

const PATH = /^sheets\/([a-z0-9-]+)\.([\w-]+)\.md$/;

/** `carte-identite-perdue.fr` of its path. */
export const nameOf = (path: string): string | undefined => {
  const [, id, lang] = PATH.exec(path) ?? [];
  return id === undefined || lang === undefined ? undefined : `${id}.${lang}`;
};

/** All files with these notes. What would break a sheet is left out: the sheet is then told as its file says. */
export function keepSheets(
  files: readonly ContentFile[],
  notes: ReadonlyMap<string, SheetNotes>,
  reread: (changed: readonly ContentFile[]) => Reread,
): KeptSheets {
  const named = files.flatMap((original) => {
    const name = nameOf(original.path);
    return name === undefined ? [] : [{ name, id: name.slice(0, name.lastIndexOf('.')), original }];
  });
  const laid = named.map(({ name, id, original }) => {
    const own = notes.get(name) ?? NO_NOTES;
    const { amendments } = notes.get(`${id}.${REFERENCE}`) ?? NO_NOTES;
    const file = amendments.length === 0 ? original : amended(original, amendments);
    return { ...{ name, id, original, file, notes: own }, print: printOf(file) };
  });
  const filed = new Map(
    filedSheets(laid.map(({ file }) => file)).map((one) => [`${one.id}.${one.lang}`, one]),
  );
  const kept = laid.flatMap((one): (Kept & { readonly id: string })[] => {
    const own = filed.get(one.name);
    if (own === undefined) return [];
    const { review } = one.notes;
    const holds = review !== undefined && review.of === one.print;
    const file = holds ? signed(one.file, review) : one.file;
    const says = { ...own, reviewed: own.reviewed || holds };
    return [{ ...one, file, filed: says, toTick: toTick(own) }];
  });
  const touched = new Set(kept.filter((one) => one.file.text !== one.original.text).map(({ id }) => id));
  const { sheets, problems } = reread(kept.filter(({ id }) => touched.has(id)).map(({ file }) => file));
  const broken = new Set(problems.map(({ file }) => nameOf(file)?.replace(/\.[^.]+$/, '')));
  return {
    files: new Map(kept.map(({ id: _, ...one }) => [one.name, one])),
    sheets: new Map([...sheets].filter(([id]) => !broken.has(id))),
  };
}

/** What a reviewer checks one by one. */
function toTick({ lang, changed, facts }: Filed): readonly ToTick[] {
  const own = facts.map(
    ({ what, says, asOf }): ToTick => ({
      ...{ key: `${what} : ${says}`, label: `${what} : ${says}`, fact: { what, says } },
      ...(asOf === undefined ? {} : { asOf }),
    }),
  );
  return [
    ...(changed === undefined ? [] : [{ key: `changed ${changed}`, label: `Ce qui a changé : ${changed}` }]),
    ...own,
    ...(own.length > 0
      ? []
      : [{ key: 'none', label: 'Aucun fait qui bouge n’est noté : c’est bien le cas.' }]),
    ...(lang === REFERENCE
      ? []
      : [{ key: 'words', label: 'Les mots disent la même chose que le français.' }]),
  ];
}

/** Short, of the text and nothing else. */
function printOf({ text }: ContentFile): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

/** What of the notes still speaks of this file: ticks of facts as they are said now. */
export function ticksOf({ notes, toTick }: Pick<Kept, 'notes' | 'toTick'>): ReadonlyMap<string, Tick> {
  const keys = new Set(toTick.map(({ key }) => key));
  return new Map(notes.ticks.filter(({ key }) => keys.has(key)).map((one) => [one.key, one]));
}

export type { Amendment };
