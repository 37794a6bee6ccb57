/** The example consultation, as its file says it. */
import { readFileSync } from 'node:fs';
import { texts } from '../../flows/texts/index.ts';
import { type Draft, readConsultation } from '../../src/consultations/file.ts';
import { fileDeps } from '../../src/consultations/languages.ts';

export const EXAMPLE = new URL('../../flows/content/consultation-example.yaml', import.meta.url);

/** Throws what is wrong with it. */
export function exampleDraft(change: (text: string) => string = (text) => text): Draft {
  const { draft, problems } = readConsultation(
    'example',
    change(readFileSync(EXAMPLE, 'utf8')),
    fileDeps(texts),
  );
  if (!draft) throw new Error(JSON.stringify(problems));
  return draft;
}
