/**
 * Teaches the second reader of dangers and writes its weights. First in four parts, each read by a model that was not taught it,
 * to see what a threshold finds and what it alarms for nothing. `--check` stops there.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { lessonsSchema, type Material, scanner, teachModels, together } from '../knowledge/danger/lessons.ts';
import { readDanger } from '../knowledge/danger/load.ts';
import { type Example, measure } from '../knowledge/danger/measure.ts';
import { guessIn, makeDangerReader } from '../knowledge/danger/reader.ts';

const THRESHOLD = 0.2;
const TRIED = [0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7];
const PARTS = 4;

const print = (text: string) => process.stdout.write(`${text}\n`);
const here = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const lines = (file: string) =>
  readFileSync(here(`tests/eval/${file}`), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
const notHeld = ({ held }: { held?: boolean }) => held !== true;

const data = await readDanger(here('flows/content'), ['fr', 'en']);
const sheets = readdirSync(here('flows/content/sheets')).filter((name) => /\.(fr|en)\.md$/.test(name));
const asked = sheets.sort().flatMap((name): string[] => {
  const front = readFileSync(here(`flows/content/sheets/${name}`), 'utf8').split(/^---$/m)[1];
  return parse(front ?? '')?.words ?? [];
});
const phrasings: string[] = Object.values(
  parse(readFileSync(here('flows/content/phrases.fr.yaml'), 'utf8')),
).flat() as string[];
const elsewhere: string[] = ['fr', 'en'].flatMap((lang) =>
  parse(readFileSync(here(`flows/content/elsewhere.${lang}.yaml`), 'utf8')),
);
const material: Material = {
  sentences: together(
    readdirSync(here('flows/content'))
      .filter((name) => /^danger-lessons.*\.yaml$/.test(name))
      .sort()
      .map((name) => lessonsSchema.parse(parse(readFileSync(here(`flows/content/${name}`), 'utf8')))),
  ),
  examples: ['danger.jsonl', 'danger-2.jsonl', 'danger-3.jsonl', 'danger-4.jsonl']
    .flatMap(lines)
    .filter(notHeld) as Example[],
  questions: [
    ...asked,
    ...phrasings,
    ...elsewhere,
    ...['questions-2.jsonl', 'languages.jsonl']
      .flatMap(lines)
      .filter(notHeld)
      .map(({ q, text }) => q ?? text),
    ...lines('questions.jsonl')
      .filter(notHeld)
      .map(({ q }) => q),
  ],
};

if (process.argv.includes('--check')) {
  const scan = scanner(data);
  const parts = Array.from({ length: PARTS }, (_, part) => {
    const models = teachModels(
      data,
      { ...material, examples: material.examples.filter((_, i) => i % PARTS !== part) },
      0,
    );
    return { models, examples: material.examples.filter((_, i) => i % PARTS === part) };
  });
  print('threshold  second reader alone: found, alarms  with the rules: found, alarms');
  for (const threshold of TRIED) {
    const count = { dangers: 0, others: 0, alone: 0, aloneAlarms: 0, found: 0, alarms: 0 };
    for (const { models, examples } of parts) {
      const danger = { ...models.danger, threshold };
      const read = makeDangerReader(data, { ...models, danger });
      for (const example of examples) {
        const alone = guessIn({ ...models, danger }, scan(example.text)) !== undefined;
        const both = read(example.text, 'fr') !== undefined;
        if (example.danger === null) {
          count.others++;
          if (alone) count.aloneAlarms++;
          if (both) count.alarms++;
        } else {
          count.dangers++;
          if (alone) count.alone++;
          if (both) count.found++;
        }
      }
    }
    const percent = (n: number, all: number) => `${((100 * n) / all).toFixed(1)} %`;
    const { dangers, others } = count;
    print(
      [
        threshold,
        percent(count.alone, dangers),
        percent(count.aloneAlarms, others),
        percent(count.found, dangers),
        percent(count.alarms, others),
      ].join('  '),
    );
  }
} else {
  const models = teachModels(data, material, THRESHOLD);
  // A feature a line: what a change taught can be read in a diff.
  const text = JSON.stringify(models).replaceAll('],"', '],\n"').replaceAll('"weights":{', '"weights":{\n');
  writeFileSync(here('flows/content/danger-model.json'), `${text}\n`);
  print(
    `danger-model.json: ${text.length} characters, ${Object.keys(models.danger.weights).length} features`,
  );
  print(JSON.stringify(measure(makeDangerReader(data, models), material.examples), null, 2));
}
