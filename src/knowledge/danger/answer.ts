/** What is answered to a danger: the lines of a language, with its numbers written and said. */
import type { Danger, Line } from '../../../flows/flow.ts';
import type { AnswerLine, DangerData, Language } from './data.ts';

/** The answer for somebody who cannot speak or hear: a text, never a call. */
export const SILENT = 'silent';

/** The answer of one language to one situation; undefined where the language has none. */
export function answer(data: DangerData, lang: string, situation: string, kind: string): Danger | undefined {
  const language = data.languages[lang];
  if (!language) return undefined;
  const first = data.situations.find(({ id }) => id === situation)?.first;
  const lines = answerLines(language, situation, first);
  if (!lines) return undefined;
  const all = language.closing === undefined ? lines : [...lines, language.closing];
  return { kind, numbers: numbersIn(all), lines: all.map((line) => written(line, language)) };
}

/** The lines as the data has them: `{17}` stands for a number. */
function answerLines(
  language: Language,
  situation: string,
  first?: string,
): readonly AnswerLine[] | undefined {
  const own = language.answers?.[situation];
  if (own || !language.simple) return own;
  const { lines, silent, who } = language.simple;
  if (situation === SILENT) return silent;
  if (first === undefined) return undefined;
  const put = (text: string) =>
    text.replaceAll('{number}', `{${first}}`).replaceAll('{who}', who[first] ?? '');
  return lines.map((line) =>
    typeof line === 'string' ? put(line) : { text: put(line.text), spoken: put(line.spoken) },
  );
}

function numbersIn(lines: readonly AnswerLine[]): string[] {
  const texts = lines.map((line) => (typeof line === 'string' ? line : line.text));
  const found = texts.flatMap((text) =>
    [...text.matchAll(/\{([\d ]+)\}/g)].map((match) => match[1] as string),
  );
  return [...new Set(found)];
}

function written(line: AnswerLine, language: Language): Line {
  const [text, spoken] = typeof line === 'string' ? [line, line] : [line.text, line.spoken];
  const shown = text.replace(/\{([\d ]+)\}/g, '$1');
  const said = spoken.replace(/\{([\d ]+)\}/g, (_, number: string) => language.numbers[number] ?? number);
  return said === shown ? { text: shown } : { text: shown, spoken: said };
}
