/** A copy of all that is kept, made while the service runs: `npm run backup -- FILE`. The data key is not in it. */
import { existsSync } from 'node:fs';
import { fileOf } from '../../db/open.ts';
import { backup } from '../../db/sqlite/backup.ts';
import { texts } from '../../flows/texts/index.ts';
import { readConfig } from '../config.ts';

const USAGE = 'Utilisation : npm run backup -- FICHIER\n';
const [to] = process.argv.slice(2);
const { databaseUrl } = readConfig(process.env, Object.keys(texts));
if (to === undefined) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else if (/^postgres/i.test(databaseUrl)) {
  process.stderr.write('Avec Postgres : pg_dump, voir docs/runbook.md.\n');
  process.exitCode = 2;
} else {
  try {
    const replaced = existsSync(to);
    const { bytes, contacts } = await backup(fileOf(databaseUrl), to);
    process.stdout.write(
      `Copie faite dans ${to}${replaced ? " (à la place d'une plus ancienne)" : ''} : ${Math.ceil(bytes / 1024)} ko, ${contacts} personnes.\n` +
        "La clé DATA_KEY n'y est pas : gardez-la ailleurs. Effacez une copie au bout de 30 jours.\n",
    );
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
