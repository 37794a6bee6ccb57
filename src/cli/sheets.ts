/** For those who keep the sheets: `npm run sheets -- due`, `-- readability` or `-- editions`. */
import { readContent } from '../knowledge/read.ts';
import { due, editions, type Filed, filedSheets, LEAST, plainness } from '../knowledge/review.ts';
import { CONTENT } from '../read-knowledge.ts';

const print = (text = '') => process.stdout.write(`${text}\n`);
// Whoever reads may have read enough.
process.stdout.on('error', () => process.exit(0));

const sheets = filedSheets(await readContent(CONTENT));
const commands: Readonly<Record<string, () => void>> = {
  due: tellDue,
  readability: tellReadability,
  editions: tellEditions,
};
const command = commands[process.argv[2] ?? 'due'];
if (command === undefined) {
  process.stderr.write(`Usage: npm run sheets -- ${Object.keys(commands).join(' | ')}\n`);
  process.exitCode = 1;
} else command();

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
