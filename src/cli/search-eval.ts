/** Asks the search the questions of `tests/eval/questions.jsonl` and prints how it did, by style, then each miss. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { texts } from '../../flows/texts/index.ts';
import { loadKnowledge } from '../knowledge/index.ts';
import {
  coveredBy,
  evaluate,
  type Question,
  type Row,
  readQuestions,
  standing,
} from '../knowledge/search/evaluation.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const print = (text: string) => process.stdout.write(`${text}\n`);

const knowledge = await loadKnowledge({
  contentDir: here('../../flows/content'),
  languages: Object.keys(texts),
  danger: () => undefined,
});
const file = process.argv.slice(2).find((arg) => !arg.startsWith('--'));
const written = readQuestions(await readFile(file ?? here('../../tests/eval/questions.jsonl'), 'utf8'));
const questions = standing(written, coveredBy(knowledge));
// What was held out is not looked at while tuning: `--held` asks for it, `--all` for both.
const held = process.argv.includes('--held');
const all = process.argv.includes('--all');
const asked = questions.filter((question) => all || (question.held ?? false) === held);

const report = evaluate(
  asked,
  (text, lang) => knowledge.search(text, lang),
  performance.now.bind(performance),
);
print(`${asked.length} questions, ${all ? 'all' : held ? 'held out' : 'tuned on'}`);
print('');
print(row('style', 'n', 'recall@1', 'recall@3', 'wrong', 'unasked', 'sure', 'median ms'));
for (const line of [...report.byStyle, report.total]) print(tableRow(line));
print('');
for (const miss of report.misses) {
  const got = miss.hits.map(({ sheet, score }) => `${sheet} ${score.toFixed(2)}`).join(', ');
  print(
    `${miss.question.style}: ${miss.question.q}\n    wanted ${wanted(miss.question)}; got ${got || 'nothing'}`,
  );
}

function tableRow({
  style,
  answerable,
  unanswerable,
  recall1,
  recall3,
  wrong,
  told,
  sure,
  medianMs,
}: Row): string {
  return row(
    style,
    answerable + unanswerable,
    percent(recall1, answerable),
    percent(recall3, answerable),
    `${wrong}/${unanswerable}`,
    `${told}/${unanswerable}`,
    percent(sure, answerable),
    medianMs.toFixed(3),
  );
}

function row(...cells: readonly (string | number)[]): string {
  return cells.map((cell, i) => (i === 0 ? String(cell).padEnd(14) : String(cell).padStart(10))).join('');
}

function percent(count: number, of: number): string {
  return of === 0 ? '–' : `${((100 * count) / of).toFixed(1)} %`;
}

function wanted({ sheet }: Question): string {
  return sheet === null ? 'nothing' : [sheet].flat().join(' or ');
}
