/** The languages that have a table of how they are said. */
import type { Speech } from '../spoken.ts';
import { englishSpeech } from './en.ts';
import { frenchSpeech } from './fr.ts';

/** For a language without a table: digits apart, so that its voice reads them one by one with its own words. */
export const plainSpeech: Speech = {
  group: (digits) => Array.from(digits).join(' '),
  pair: ', ',
  plus: '+',
  units: /^[ \u00a0\u202f]?[€%]/u,
  references: /n°[ \u00a0]?$/u,
  acronyms: Object.fromEntries(
    Object.entries(frenchSpeech.acronyms).filter(([, said]) => said !== said.toLowerCase()),
  ),
};

const SPEECH: Readonly<Record<string, Speech>> = { fr: frenchSpeech, en: englishSpeech };

/** How this language (BCP 47) is said. */
export function speechOf(lang: string): Speech {
  return SPEECH[lang.split('-')[0] ?? lang] ?? plainSpeech;
}
