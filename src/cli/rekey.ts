/** Everything that is sealed, sealed again with the present data key, while the service runs: `npm run rekey`. */
import { openStore } from '../../db/open.ts';
import { SEALED } from '../../db/resealing.ts';
import { texts } from '../../flows/texts/index.ts';
import { readConfig } from '../config.ts';
import { openVault } from '../open-vault.ts';

/** Rows in one transaction: a turn that comes meanwhile waits a few milliseconds. */
const BATCH = 100;

const config = readConfig(process.env, Object.keys(texts));
const store = await openStore(config.databaseUrl);
const vault = openVault(config);
const say = (line: string) => process.stdout.write(`${line}\n`);
let unreadable = 0;
try {
  for (const of of SEALED) {
    let changed = 0;
    for (let after: string | undefined = ''; after !== undefined; ) {
      const step: { readonly after: string; readonly changed: number } | undefined = await store.reseal(
        of,
        after,
        BATCH,
        (sealed) => {
          try {
            return vault.again(sealed, of.purpose);
          } catch {
            unreadable += 1;
            return undefined;
          }
        },
      );
      changed += step?.changed ?? 0;
      after = step?.after;
    }
    say(`${of.table}\t${changed}`);
  }
  if (unreadable > 0) {
    say(`${unreadable} valeurs ne s'ouvrent avec aucune clé de DATA_KEY : elles restent comme elles sont.`);
    process.exitCode = 1;
  } else {
    say("Plus rien n'a besoin de l'ancienne clé pour s'ouvrir.");
    say(
      'Gardez-la derrière la nouvelle : elle retrouve encore les refus de numéros effacés, les codes de retrait et les liens donnés avant.',
    );
  }
} finally {
  await store.close();
}
