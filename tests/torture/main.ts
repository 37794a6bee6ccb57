/** npm run torture -- [--engine sqlite|postgres] [--kills 200] [--people 12] [--minutes N] [--seed N]: exit 1 where anything is lost or wrong. */
import { parseArgs } from 'node:util';
import { bundle } from '../support/process.ts';
import { campaign } from './campaign.ts';
import { onPostgres, onSqlite } from './kept.ts';

const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: 'sqlite' },
    kills: { type: 'string', default: '200' },
    people: { type: 'string', default: '12' },
    minutes: { type: 'string', default: '600' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
  },
});
const until = Date.now() + Number(values.minutes) * 60_000;
const databases = await (values.engine === 'postgres' ? onPostgres() : onSqlite());
try {
  const { lost, wrong, ...counts } = await campaign({
    file: await bundle('tests/torture/process.ts'),
    ...{ kills: Number(values.kills), people: Number(values.people), seed: Number(values.seed) },
    ...databases,
    enough: () => Date.now() > until,
    tell: (line) => process.stderr.write(`${line}\n`),
  });
  for (const line of [...lost, ...wrong].slice(0, 20)) process.stdout.write(`${line}\n`);
  const told = {
    engine: values.engine,
    seed: values.seed,
    ...counts,
    lost: lost.length,
    wrong: wrong.length,
  };
  process.stdout.write(`${JSON.stringify(told)}\n`);
  process.exitCode = lost.length + wrong.length === 0 ? 0 : 1;
} finally {
  await databases.end();
}
