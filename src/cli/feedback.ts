/** What people said of the sheets, for those who keep them: `npm run feedback`, or `-- save FOLDER` for the recordings. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../../db/open.ts';
import { texts } from '../../flows/texts/index.ts';
import { readConfig } from '../config.ts';
import { openVault } from '../open-vault.ts';

const MOST = 500;
const [command, folder] = process.argv.slice(2);
const config = readConfig(process.env, Object.keys(texts));
const store = await openStore(config.databaseUrl);
const vault = openVault(config);
try {
  for (const { at, sheet, body } of await store.feedback(MOST)) {
    const said = JSON.parse(vault.open(body, 'feedback').toString()) as Said;
    const sound = said.recording === undefined ? undefined : await store.recording(said.recording);
    const file =
      command === 'save' && folder && sound ? save(folder, `${said.recording}.wav`, sound) : undefined;
    const recorded =
      said.recording === undefined ? '' : (file ?? (sound ? '[enregistrement]' : '[enregistrement à venir]'));
    const day = new Date(at).toISOString().slice(0, 10);
    process.stdout.write(
      `${[day, sheet, said.helped ? 'utile' : 'pas utile', said.words ?? '', recorded].join('\t')}\n`,
    );
  }
} finally {
  await store.close();
}

interface Said {
  readonly helped: boolean;
  readonly words?: string;
  readonly recording?: string;
}

function save(into: string, name: string, sound: Uint8Array): string {
  mkdirSync(into, { recursive: true });
  const file = join(into, name);
  writeFileSync(file, vault.open(sound, 'recording'), { mode: 0o600 });
  return file;
}
