/** All that dialogues may ask of the data, read from the content folder and the packages. */
import { fileURLToPath } from 'node:url';
import type { Knowledge } from '../flows/knowledge.ts';
import type { Places } from '../flows/places.ts';
import { NO_WORKSHOPS, type Workshops } from '../flows/workshops.ts';
import { loadDanger } from './knowledge/danger/load.ts';
import { loadGeography } from './knowledge/geo/index.ts';
import { loadKnowledge } from './knowledge/index.ts';
import { makePlaces } from './knowledge/places/index.ts';
import { loadSample } from './knowledge/places/sample.ts';
import { mobileOf, type Territories } from './phone.ts';
import { slowly } from './text/numbers.ts';
import { speechOf } from './text/speech/index.ts';

export const CONTENT = fileURLToPath(new URL('../flows/content', import.meta.url));

/** Sheets, bodies, dangers, phone numbers, and these places. Refuses a broken library. */
export async function readKnowledge(
  languages: readonly string[],
  territories: Territories,
  places?: Places,
  workshops: Workshops = NO_WORKSHOPS,
): Promise<Knowledge> {
  const danger = await loadDanger(CONTENT, languages);
  const told = await loadKnowledge({ contentDir: CONTENT, languages, danger });
  return {
    ...told,
    workshops,
    places: places ?? (await samplePlaces()),
    mobile: (digits) => mobileOf(digits, territories),
    dictate: (number, lang) => slowly(national(number), speechOf(lang)),
  };
}

/** The fictitious places on the geography of the packages: what serves before any import, and the tools. */
async function samplePlaces(): Promise<Places> {
  return makePlaces({ geography: await loadGeography(), rows: await loadSample(CONTENT) });
}

/** +33 6 12 34 56 78 as one keys it: 06 12 34 56 78. Others as they are. */
function national(number: string): string {
  const digits = /^\+33(\d{9})$/.exec(number)?.[1] ?? /^\+(?:262|590|594|596)(\d{9})$/.exec(number)?.[1];
  return digits === undefined ? number : `0${digits}`.replace(/(\d\d)(?=\d)/g, '$1 ');
}
