/** One question a line on stdin → one JSON line each on stdout: what the search answers. */
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { texts } from '../../flows/texts/index.ts';
import { loadKnowledge } from '../knowledge/index.ts';

/** People write in any language: what is found does not depend on this one. */
const reference = 'fr';

const knowledge = await loadKnowledge({
  contentDir: fileURLToPath(new URL('../../flows/content', import.meta.url)),
  languages: Object.keys(texts),
  danger: () => undefined,
});

// Whoever reads may have read enough.
process.stdout.on('error', () => process.exit(0));

for await (const query of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  const hits = knowledge.search(query, reference).hits.map(({ sheet, score }) => ({
    sheet,
    fiches: knowledge.sheet(sheet, reference)?.fiches ?? [],
    score: Math.round(score * 1000) / 1000,
  }));
  // A reader that is slower than us must not make the answers pile up in memory.
  if (!process.stdout.write(`${JSON.stringify({ query, hits })}\n`)) {
    await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
}
