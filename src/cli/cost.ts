/** Writes docs/cost.md: texts, segments and seconds of every dialogue. */
import { writeFile } from 'node:fs/promises';
import { texts } from '../../flows/texts/index.ts';
import { readContent } from '../knowledge/read.ts';
import { TERRITORIES } from '../phone.ts';
import { CONTENT, readKnowledge } from '../read-knowledge.ts';
import { questions } from '../walk/cost/questions.ts';
import { costReport } from '../walk/cost/report.ts';
import { survey } from '../walk/survey.ts';
import { walkWorld } from '../walk/world.ts';

const world = walkWorld(await readKnowledge(Object.keys(texts), TERRITORIES));
const report = costReport(survey(world), questions(await readContent(CONTENT)));
await writeFile(new URL('../../docs/cost.md', import.meta.url), report);
process.stdout.write(`docs/cost.md: ${report.split('\n').length - 1} lines\n`);
