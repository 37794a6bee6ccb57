/** A copy takes the place of what is kept: `npm run restore -- FILE`. What was there before is put beside it. */
import { fileOf } from '../../db/open.ts';
import { restore } from '../../db/sqlite/backup.ts';
import { texts } from '../../flows/texts/index.ts';
import { readConfig } from '../config.ts';
import { openVault } from '../open-vault.ts';

const USAGE = 'Utilisation : npm run restore -- FICHIER\n';
const [from] = process.argv.slice(2);
const config = readConfig(process.env, Object.keys(texts));
if (from === undefined) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else if (/^postgres/i.test(config.databaseUrl)) {
  process.stderr.write('Avec Postgres : pg_restore, voir docs/runbook.md.\n');
  process.exitCode = 2;
} else {
  const vault = openVault(config);
  const opens = (sealed: Uint8Array) => {
    try {
      return vault.open(sealed, 'number').length > 0;
    } catch {
      return false;
    }
  };
  try {
    const done = await restore(from, fileOf(config.databaseUrl), { opens, now: Date.now() });
    process.stdout.write(
      `Remis en place : ${done.contacts} personnes. Effacées depuis la copie, et encore : ${done.erased}. ` +
        `SMS peut-être déjà partis, pas renvoyés : ${done.notSent}.\n` +
        (done.before === undefined
          ? ''
          : `Ce qui était là avant : ${done.before}. Effacez-le quand tout va bien.\n`),
    );
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
