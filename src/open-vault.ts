/** The vault of a configuration: light enough for every command. */
import { join } from 'node:path';
import { folderBeside } from '../db/open.ts';
import type { Config } from './config.ts';
import { parseKeys, readOrMakeKey } from './data-key.ts';
import { makeVault, type Vault } from './vault.ts';

/** The vault of this configuration: over its own key, or the simulator's. */
export function openVault(config: Config): Vault {
  return makeVault(config.dataKey === undefined ? keyBeside(config) : parseKeys(config.dataKey));
}

/** The simulator's data key: in a file beside its database. */
function keyBeside(config: Config): Buffer[] {
  return [readOrMakeKey(join(folderBeside(config.databaseUrl), 'relais.key'))];
}
