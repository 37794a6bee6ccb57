/** `phrases.<lang>.yaml`: more ways in which people ask for a sheet than its own file lists. */
import { z } from 'zod';
import type { Problem } from './problems.ts';
import type { ContentFile } from './sheet-file.ts';
import type { Library } from './sheets.ts';
import { readYaml } from './yaml-file.ts';

const Format = z.record(z.string(), z.array(z.string().min(2)).min(1));

/** The library with those phrasings among each sheet's words; an unknown sheet is a problem. */
export function withPhrasings(
  library: Library,
  files: readonly ContentFile[],
): { readonly library: Library; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const all = new Map(library);
  for (const { path, text } of files) {
    const lang = /^phrases\.([\w-]+)\.yaml$/.exec(path)?.[1];
    if (lang === undefined) continue;
    const read = readYaml(path, text, Format);
    problems.push(...read.problems);
    for (const [id, phrases] of Object.entries(read.value ?? {})) {
      const editions = all.get(id);
      const edition = editions?.get(lang);
      if (editions === undefined || edition === undefined)
        problems.push({ file: path, line: 1, problem: `no sheet ${id} in ${lang}` });
      else all.set(id, new Map(editions).set(lang, { ...edition, words: [...edition.words, ...phrases] }));
    }
  }
  return { library: all, problems };
}
