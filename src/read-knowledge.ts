/** All that dialogues may ask of the data, read from the content folder and the packages. */
import { fileURLToPath } from 'node:url';
import type { Knowledge } from '../flows/knowledge.ts';
import type { Places } from '../flows/places.ts';
import { NO_WORKSHOPS, type Workshops } from '../flows/workshops.ts';
import { loadDanger } from './knowledge/danger/load.ts';
import { type Geography, loadGeography } from './knowledge/geo/index.ts';
import { loadKnowledge, type Told } from './knowledge/index.ts';
import { makePlaces } from './knowledge/places/index.ts';
import { loadSample } from './knowledge/places/sample.ts';
import { readContent } from './knowledge/read.ts';
import type { ContentFile } from './knowledge/sheet-file.ts';
import { mobileOf, type Territories } from './phone.ts';
import { slowly } from './text/numbers.ts';
import { speechOf } from './text/speech/index.ts';

export const CONTENT = fileURLToPath(new URL('../flows/content', import.meta.url));

/** What is read once and never changes: services of one process may share it. */
export interface Library {
  readonly geography: Geography;
  /** Sheets, bodies and dangers. */
  readonly told: Told;
  /** The folder's files, as they are written. */
  readonly files: readonly ContentFile[];
}

/** Reads the content's folder and the packages of communes. Refuses a broken library. */
export async function readLibrary(
  languages: readonly string[],
  geography: Promise<Geography> = loadGeography(),
): Promise<Library> {
  const danger = await loadDanger(CONTENT, languages);
  const told = await loadKnowledge({ contentDir: CONTENT, languages, danger });
  return { told, files: await readContent(CONTENT), geography: await geography };
}

/** What dialogues may ask, over these places: the sample's on the communes of the packages where none are given. */
export async function knowledgeOf(
  { told, geography }: Library,
  territories: Territories,
  places?: Places,
  workshops: Workshops = NO_WORKSHOPS,
): Promise<Knowledge> {
  return {
    ...told,
    workshops,
    places: places ?? (await makePlaces({ geography, rows: await loadSample(CONTENT) })),
    mobile: (digits) => mobileOf(digits, territories),
    dictate: (number, lang) => slowly(national(number), speechOf(lang)),
  };
}

/** The same over the sample's places: what the tools ask. */
export async function readKnowledge(
  languages: readonly string[],
  territories: Territories,
): Promise<Knowledge> {
  return knowledgeOf(await readLibrary(languages), territories);
}

/** +33 6 12 34 56 78 as one keys it: 06 12 34 56 78. Others as they are. */
function national(number: string): string {
  const digits = /^\+33(\d{9})$/.exec(number)?.[1] ?? /^\+(?:262|590|594|596)(\d{9})$/.exec(number)?.[1];
  return digits === undefined ? number : `0${digits}`.replace(/(\d\d)(?=\d)/g, '$1 ');
}
