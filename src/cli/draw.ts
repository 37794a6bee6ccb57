/** Writes docs/dialogues/: each dialogue as a diagram, and what is said in each of its states. */
import { mkdir, writeFile } from 'node:fs/promises';
import { texts } from '../../flows/texts/index.ts';
import { TERRITORIES } from '../phone.ts';
import { readKnowledge } from '../read-knowledge.ts';
import { dialoguePages } from '../walk/draw/pages.ts';
import { survey } from '../walk/survey.ts';
import { walkWorld } from '../walk/world.ts';

const folder = new URL('../../docs/dialogues/', import.meta.url);
const world = walkWorld(await readKnowledge(Object.keys(texts), TERRITORIES));
const pages = dialoguePages(survey(world));
await mkdir(folder, { recursive: true });
for (const [name, page] of Object.entries(pages)) await writeFile(new URL(name, folder), page);
process.stdout.write(`docs/dialogues: ${Object.keys(pages).join(', ')}\n`);
