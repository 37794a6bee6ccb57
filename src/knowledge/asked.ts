/** `asked.yaml`: ids of sheets, most asked first. It may name sheets that are not written yet. */
import { z } from 'zod';
import type { Problem } from './problems.ts';
import type { ContentFile } from './sheet-file.ts';
import { readYaml } from './yaml-file.ts';

const Asked = z.array(z.string().min(1));

/** Without the file, nothing is ranked. */
export function readAsked(files: readonly ContentFile[]): {
  readonly asked: readonly string[];
  readonly problems: readonly Problem[];
} {
  const file = files.find((one) => one.path === 'asked.yaml');
  if (file === undefined) return { asked: [], problems: [] };
  const { value, problems } = readYaml(file.path, file.text, Asked);
  return { asked: value ?? [], problems };
}
