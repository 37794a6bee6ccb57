/**
 * For those who keep the sheets: `npm run sheets -- due`, `-- readability`, `-- editions`; `-- corrected FOLDER` writes the
 * files that the desk corrected or signed, as the repository should have them.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openStore } from '../../db/open.ts';
import { texts } from '../../flows/texts/index.ts';
import { readConfig } from '../config.ts';
import { notesOf } from '../corrections/index.ts';
import { keepSheets } from '../corrections/sheets.ts';
import { readContent } from '../knowledge/read.ts';
import { makeReread } from '../knowledge/reread.ts';
import { due, editions, type Filed, filedSheets, LEAST, plainness } from '../knowledge/review.ts';
import { CONTENT } from '../read-knowledge.ts';

const print = (text = '') => process.stdout.write(`${text}\n`);
// Whoever reads may have read enough.
process.stdout.on('error', () => process.exit(0));

const files = await readContent(CONTENT);
const sheets = filedSheets(files);
const commands: Readonly<Record<string, () => void | Promise<void>>> = {
  corrected: writeCorrected,
  due: tellDue,
  readability: tellReadability,
  editions: tellEditions,
};
const command = commands[process.argv[2] ?? 'due'];
if (command === undefined) {
  process.stderr.write(`Usage: npm run sheets -- ${Object.keys(commands).join(' | ')}\n`);
  process.exitCode = 1;
} else await command();

async function writeCorrected(): Promise<void> {
  const config = readConfig(process.env, Object.keys(texts));
  const store = await openStore(config.databaseUrl);
  try {
    const notes = (await store.corrections(Date.now())).filter(({ kind }) => kind === 'sheet');
    const kept = keepSheets(files, notesOf(notes), makeReread(files, Object.keys(texts)));
    const changed = [...kept.files.values()].filter(({ file, original }) => file.text !== original.text);
    const [, , , folder = CONTENT] = process.argv;
    for (const { file } of changed) {
      mkdirSync(dirname(join(folder, file.path)), { recursive: true });
      writeFileSync(join(folder, file.path), file.text);
      print(file.path);
    }
    print(`${changed.length} files.`);
  } finally {
    await store.close();
  }
}

/** What to review, each with what to tick. */
function tellDue(): void {
  const waiting = due(sheets);
  for (const sheet of waiting) {
    const reread = sheet.reread.length === 0 ? 'nobody' : sheet.reread.join(', ');
    print(`${sheet.id}.${sheet.lang}  ${sheet.title}`);
    print(`  source of ${sheet.edition}; re-read by ${reread}`);
    if (sheet.facts.length > 0) tellFacts(sheet);
    else print('  the facts are those of the French sheet: check the words');
    print();
  }
  print(`${waiting.length} of ${sheets.length} files have not been reviewed.`);
}

function tellFacts({ changed, facts }: Filed): void {
  if (changed !== undefined) print(`  [ ] changed since: ${changed}`);
  for (const { what, says, asOf } of facts) {
    print(`  [ ] ${what}: ${says}${asOf === undefined ? '' : ` (${asOf})`}`);
  }
  if (facts.length === 0) print('  [ ] no moving fact is listed: is that so?');
}

/** How plain each sheet is, the hardest first, then each language as a whole. */
function tellReadability(): void {
  const read = plainness(sheets);
  print(row('sheet', 'score', 'left out', 'longest'));
  for (const { id, lang, score, leftOut, longest, plain } of read) {
    print(row(`${id}.${lang}`, score.toFixed(1), percent(leftOut), `${longest}${plain ? '' : '  !'}`));
  }
  print();
  for (const [lang, least] of Object.entries(LEAST)) {
    const own = read.filter((one) => one.lang === lang);
    if (own.length === 0) continue;
    const scores = own.map(({ score }) => score).sort((a, b) => a - b);
    const middle = scores[Math.floor(scores.length / 2)] ?? 0;
    const leftOut = own.reduce((sum, one) => sum + one.leftOut, 0) / own.length;
    print(
      `${lang}: ${own.filter(({ plain }) => plain).length} of ${own.length} at ${least} or more in sentences of 12 words; ` +
        `middle ${middle.toFixed(1)}, lowest ${(scores[0] ?? 0).toFixed(1)}; ${percent(leftOut)} of the words left out.`,
    );
  }
}

function tellEditions(): void {
  const languages = [...new Set(sheets.map(({ lang }) => lang))];
  print(row('edition', ...languages));
  for (const { edition, counts } of editions(sheets)) {
    print(row(edition, ...languages.map((lang) => String(counts.get(lang) ?? 0))));
  }
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function row(first: string, ...cells: readonly string[]): string {
  return first.padEnd(36) + cells.map((cell) => cell.padStart(10)).join('');
}
