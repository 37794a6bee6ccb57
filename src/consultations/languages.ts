/** What a file of a consultation is checked with. */
import type { Texts } from '../../flows/texts/index.ts';
import type { FileDeps } from './file.ts';

/** Dates of a file are days in Paris: each territory overseas would close at another hour. */
const ZONE = 'Europe/Paris';

export function fileDeps(texts: Readonly<Record<string, Texts>>): FileDeps {
  const languages = Object.entries(texts).map(([lang, { vote }]) => [lang, { yes: vote.yes, no: vote.no }]);
  return { languages: Object.fromEntries(languages), zone: ZONE };
}
