/** Real data to try things on, which a clone of the project does not have. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Path of a file of real data: in the folder that RELAIS_DATA names, or beside the repository; undefined without it. */
export function dataFile(name: string): string | undefined {
  const folder = process.env.RELAIS_DATA ?? join(import.meta.dirname, '../../../../shared/data');
  const path = join(folder, name);
  return existsSync(path) ? path : undefined;
}
