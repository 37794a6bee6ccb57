/** What the desk corrected, in the memory of each process: read again whenever the database has something newer. */
import type { Correction, Corrections } from '../../db/corrections.ts';
import type { Lang, Sheet } from '../../flows/flow.ts';
import { NO_CORRECTIONS, type PlaceCorrections } from '../knowledge/places/corrections.ts';
import { makeReread, type Reread } from '../knowledge/reread.ts';
import type { ContentFile } from '../knowledge/sheet-file.ts';
import { makeRounds, type RoundLog, type Rounds } from '../rounds.ts';
import type { Vault } from '../vault.ts';
import { placeCorrections } from './places.ts';
import { type KeptSheets, keepSheets, type SheetNotes, sheetNotes } from './sheets.ts';

/** One row is looked at: it may be often. A conversation does not wait for it: it compares by itself. */
const EVERY_MS = 5_000;

export interface CorrectionsDeps {
  readonly store: Corrections;
  readonly vault: Pick<Vault, 'open'>;
  /** Of the content's folder. */
  readonly files: readonly ContentFile[];
  readonly languages: readonly Lang[];
  readonly clock: () => number;
  readonly log: RoundLog;
}

export interface Corrected {
  /** Which change this knows. */
  version(): number;
  /** Reads them again. */
  refresh(): Promise<void>;
  readonly places: () => PlaceCorrections;
  readonly sheets: () => KeptSheets;
  /** The sheet as it is told since; undefined where its file holds. */
  sheet(id: string, lang: Lang): Sheet | undefined;
  readonly rows: () => readonly Correction[];
  readonly reread: (changed: readonly ContentFile[]) => Reread;
  /** A round takes up what is new, and tells whether there was anything. */
  readonly rounds: Rounds<boolean>;
}

export async function makeCorrected(deps: CorrectionsDeps): Promise<Corrected> {
  const { store, vault, files, languages, clock, log } = deps;
  // Read when they are first asked for: most processes never correct a sheet.
  let reading: ReturnType<typeof makeReread> | undefined;
  const reread = (changed: readonly ContentFile[]) => {
    reading ??= makeReread(files, languages);
    return reading(changed);
  };
  let version = -1;
  let rows: readonly Correction[] = [];
  let places = NO_CORRECTIONS;
  let notes: readonly Correction[] = [];
  let kept: KeptSheets | undefined;
  const sheets = (): KeptSheets => {
    kept ??= keepSheets(files, notesOf(notes), reread);
    return kept;
  };

  async function refresh(): Promise<void> {
    // Read first: what changes meanwhile is read again the next time.
    const newest = await store.correctionsVersion();
    const [read, registered] = await Promise.all([store.corrections(clock()), store.placePhones()]);
    const phones = new Map<string, string[]>();
    for (const { place, number } of registered) {
      const e164 = opened(number);
      if (e164 !== undefined) phones.set(e164, [...(phones.get(e164) ?? []), place]);
    }
    places = placeCorrections(read, phones);
    const now = read.filter(({ kind }) => kind === 'sheet');
    if (JSON.stringify(now) !== JSON.stringify(notes)) [notes, kept] = [now, undefined];
    [rows, version] = [read, newest];
  }

  function opened(number: Uint8Array): string | undefined {
    try {
      return vault.open(number, 'number').toString();
    } catch {
      // Under a key that is gone: nobody speaks from it any more.
      return undefined;
    }
  }

  async function round(): Promise<boolean> {
    if ((await store.correctionsVersion()) === version) return false;
    await refresh();
    return true;
  }

  await refresh();
  return {
    ...{ refresh, reread },
    version: () => version,
    places: () => places,
    sheets,
    rows: () => rows,
    sheet(id, lang) {
      const byLang = notes.length === 0 ? undefined : sheets().sheets.get(id);
      return byLang?.get(lang) ?? byLang?.get('fr');
    },
    rounds: makeRounds({ name: 'corrections', round, clock, log, everyMs: EVERY_MS }),
  };
}

/** By file; what cannot be read is as if nobody had said it. */
export function notesOf(rows: readonly Correction[]): ReadonlyMap<string, SheetNotes> {
  return new Map(
    rows.flatMap(({ about, body }): [string, SheetNotes][] => {
      const read = sheetNotes.safeParse(JSON.parse(body));
      return read.success ? [[about, read.data]] : [];
    }),
  );
}
