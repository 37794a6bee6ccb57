/** Reads the danger files of a folder. A broken file refuses to start, with every problem at once. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SILENT } from './answer.ts';
import {
  type AnswerLine,
  CONTEXTS,
  type DangerData,
  type Language,
  languageSchema,
  type Main,
  mainSchema,
} from './data.ts';
import { type Models, modelsSchema, NONE } from './model.ts';
import { conceptsOf, parsePattern } from './pattern.ts';
import { check, openSource, problemAt, type Source } from './problems.ts';
import { type DangerReader, makeDangerReader } from './reader.ts';

/** Read in this order where a text could be of two languages. */
const FIRST = ['fr', 'en'];

/**
 * The danger reader from `danger.yaml` and every `danger.<lang>.yaml` of a folder. All files are read, whatever `languages`
 * the service has: those decide only which languages are tried first. Throws one Error with one problem a line.
 */
export async function loadDanger(contentDir: string, languages: readonly string[]): Promise<DangerReader> {
  const data = await readDanger(contentDir, languages);
  return makeDangerReader(data, await readModels(contentDir, data));
}

const MODEL = 'danger-model.json';

/** The second reader's weights: written by `npm run danger:train`, never by hand. */
async function readModels(contentDir: string, data: DangerData): Promise<Models> {
  const read = modelsSchema.safeParse(JSON.parse(await readFile(join(contentDir, MODEL), 'utf8')));
  const known = new Set([...data.situations.map(({ id }) => id), NONE]);
  if (!read.success || read.data.danger.labels.some((label) => !known.has(label)))
    throw new Error(`${MODEL}: not what danger.yaml expects: npm run danger:train`);
  return read.data;
}

/** The data itself, checked: what `loadDanger` reads, for tests and reports. */
export async function readDanger(contentDir: string, languages: readonly string[]): Promise<DangerData> {
  const problems: string[] = [];
  const open = async (file: string) => openSource(file, await readFile(join(contentDir, file), 'utf8'));
  const main = check(await open('danger.yaml'), mainSchema, problems);
  const names = (await readdir(contentDir)).flatMap(
    (name) => /^danger\.([a-z-]+)\.yaml$/.exec(name)?.[1] ?? [],
  );
  const rank = (lang: string) => [...FIRST, ...languages, lang].indexOf(lang);
  const found: Record<string, Language> = {};
  for (const lang of names.sort((a, b) => rank(a) - rank(b) || a.localeCompare(b))) {
    const source = await open(`danger.${lang}.yaml`);
    const language = check(source, languageSchema, problems);
    if (!language) continue;
    found[lang] = { ...language, fillers: [...language.fillers, ...(main?.greetings ?? [])] };
    if (main) problems.push(...languageProblems(source, language, main, names));
  }
  if (problems.length > 0 || !main) throw new Error(problems.join('\n'));
  return { ...main, languages: found };
}

/** What a schema cannot see: names that lead nowhere. */
function languageProblems(
  source: Source,
  language: Language,
  main: Main,
  langs: readonly string[],
): string[] {
  const problems: string[] = [];
  const say = (path: PropertyKey[], message: string) => problems.push(problemAt(source, path, message));
  const situations = new Set([...main.situations.map(({ id }) => id), SILENT]);
  const concepts = new Set([...Object.keys(language.concepts), ...CONTEXTS.map((context) => `(${context})`)]);
  for (const [id, rules] of Object.entries(language.rules)) {
    if (!situations.has(id)) say(['rules', id], 'no such situation in danger.yaml');
    rules.forEach((rule, i) => {
      for (const concept of conceptsOf(parsePattern(rule))) {
        if (!concept.startsWith("'") && !concepts.has(concept))
          say(['rules', id, i], `no such concept: @${concept}`);
      }
      if (conceptsOf(parsePattern(rule)).length === 0) say(['rules', id, i], 'an empty rule');
    });
  }
  for (const key of ['people', 'personal'] as const) {
    language[key].forEach((name, i) => {
      if (!concepts.has(name)) say([key, i], `no such concept: ${name}`);
    });
  }
  answersProblems(language, main, langs, situations, say);
  return problems;
}

function answersProblems(
  language: Language,
  main: Main,
  langs: readonly string[],
  situations: ReadonlySet<string>,
  say: (path: PropertyKey[], message: string) => void,
): void {
  const told = language['answer-in'];
  if (told !== undefined && !langs.includes(told)) say(['answer-in'], `no danger.${told}.yaml`);
  for (const [id, lines] of Object.entries(language.answers ?? {})) {
    if (!situations.has(id)) say(['answers', id], 'no such situation in danger.yaml');
    const numbers = lines.map((line) => numbersOf(line));
    numbers.forEach((some, i) => {
      for (const number of some) {
        if (!main.numbers[number])
          say(['answers', id, i], `a number that danger.yaml does not know: ${number}`);
      }
    });
    const first = main.situations.find((situation) => situation.id === id)?.first ?? numbers.flat()[0];
    if (numbers.flat()[0] !== first) say(['answers', id], `the first number must be ${first}`);
  }
  if (told !== undefined) return;
  for (const id of situations) {
    if (!language.answers?.[id] && !language.simple) say(['answers'], `no answer for ${id}`);
  }
  for (const { first } of language.simple ? main.situations : []) {
    if (!language.simple?.who[first]) say(['simple', 'who'], `who answers ${first}?`);
  }
}

function numbersOf(line: AnswerLine): string[] {
  const text = typeof line === 'string' ? line : line.text;
  return [...text.matchAll(/\{([\d ]+)\}/g)].map((match) => match[1] as string);
}
