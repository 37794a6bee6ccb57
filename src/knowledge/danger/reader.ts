/** Reads a danger in somebody's words. */
import type { Danger } from '../../../flows/flow.ts';
import { answer, SILENT } from './answer.ts';
import type { DangerData, Situation } from './data.ts';
import { compileLanguage, type Reading } from './language.ts';

export type DangerReader = (text: string, lang: string) => Danger | undefined;

/**
 * Makes the reader. Every language is read, the one given first: people in danger write as they can. The answer is in the
 * language in which the danger was read. Pure: the same text always gets the same answer.
 */
export function makeDangerReader(data: DangerData): DangerReader {
  const readers = new Map(
    Object.entries(data.languages).map(([lang, language]) => [
      lang,
      compileLanguage(language, data.situations),
    ]),
  );
  const order = [...readers.keys()];
  return (text, lang) => {
    for (const tried of [lang, ...order.filter((other) => other !== lang)]) {
      const reading = readers.get(tried)?.(text);
      if (reading) return dangerOf(data, tried, reading);
    }
    return undefined;
  };
}

function dangerOf(data: DangerData, lang: string, { situation, contexts }: Reading): Danger | undefined {
  const told = data.languages[lang]?.['answer-in'] ?? lang;
  const meant = contexts.has('minor') ? asMinor(data, situation) : situation;
  const asked = contexts.has('cannot-speak') ? SILENT : meant.id;
  return answer(data, told, asked, meant.kind) ?? answer(data, told, 'help', meant.kind);
}

function asMinor(data: DangerData, situation: Situation): Situation {
  return data.situations.find((other) => other.id === situation.minor) ?? situation;
}
