/** The offices that answer for a field: `bodies.yaml` for what is the same everywhere, `bodies.<lang>.yaml` for the words. */
import { z } from 'zod';
import type { Body, Lang } from '../../flows/flow.ts';
import { THEMES, type ThemeId } from '../../flows/knowledge.ts';
import { line } from './line.ts';
import type { Problem } from './problems.ts';
import type { ContentFile } from './sheet-file.ts';
import { speaker } from './spoken.ts';
import { type FieldWords, makeWho, type Who } from './who.ts';
import type { SheetWords } from './words.ts';
import { readYaml } from './yaml-file.ts';

/** The language that carries every name and field; the others say what differs. */
const REFERENCE: Lang = 'fr';

const text = z.string().trim().min(1, 'is empty');

const Facts = z.record(
  z.string(),
  z
    .strictObject({
      number: z
        .string()
        .regex(/^\d+(?: \d+)*$/, 'is not digits and spaces')
        .optional(),
      dial: z.string().optional(),
      cost: text.optional(),
      edition: z
        .string()
        .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'is not a month, YYYY-MM')
        .optional(),
      themes: z.array(z.enum(THEMES)).default([]),
    })
    .superRefine(({ number, dial }, context) => {
      if (dial === undefined) return;
      const say = (message: string) => context.addIssue({ code: 'custom', path: ['dial'], message });
      // Country codes take up to three digits: five more at least, so that no short number hides behind one.
      if (!/^\+[1-9]\d{7,14}$/.test(dial)) say('is not an E.164 number with 5 digits after its prefix');
      if (number === undefined) say('is dialled but no number is said');
      else if (number.replace(/\D/g, '').length < 5) say('must not put through to a number of 2 to 4 digits');
    }),
);

const Words = z.record(
  z.string(),
  z.strictObject({
    name: text.optional(),
    /** How the name is said, where a voice would read it badly. */
    spoken: text.optional(),
    field: text.optional(),
    hours: text.optional(),
    /** How people name this field, as they would text it. */
    words: z.array(text).default([]),
  }),
);

export interface Bodies {
  get(id: string, lang: Lang): Body | undefined;
  of(theme: ThemeId): string;
  has(id: string): boolean;
  /** The body that knows what a text is about. */
  readonly who: Who;
}

/** Reads the bodies in every language; a language says only what differs from French. */
export function readBodies(
  files: readonly ContentFile[],
  languages: readonly Lang[],
  wordsOf: (lang: Lang) => SheetWords,
): { readonly bodies: Bodies; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const read = <T>(path: string, schema: z.ZodType<T>, needed: boolean) => {
    const file = files.find((one) => one.path === path);
    if (file === undefined) {
      if (needed) problems.push({ file: path, line: 1, problem: 'is missing' });
      return undefined;
    }
    const checked = readYaml(path, file.text, schema);
    problems.push(...checked.problems);
    return checked;
  };
  const facts = read('bodies.yaml', Facts, true);
  const words = new Map(
    languages.map((lang) => [lang, read(`bodies.${lang}.yaml`, Words, lang === REFERENCE)]),
  );
  const wordsLine = (text: string, lang: Lang) => speaker(wordsOf(lang))(text);
  const ids = Object.keys(facts?.value ?? {});
  const french = words.get(REFERENCE)?.value ?? {};
  for (const [lang, checked] of words) {
    for (const id of Object.keys(checked?.value ?? {})) {
      if (ids.includes(id)) continue;
      problems.push({
        file: `bodies.${lang}.yaml`,
        line: checked?.lineOf([id]) ?? 1,
        problem: `unknown body ${id}`,
      });
    }
  }
  const fields: FieldWords[] = [...words].flatMap(([lang, checked]) =>
    Object.entries(checked?.value ?? {}).map(([body, own]) => ({ body, lang, words: own.words })),
  );
  const said = new Map<string, Body>();
  const answers = new Map<ThemeId, string>();
  for (const id of ids) {
    const fact = facts?.value?.[id];
    if (fact === undefined) continue;
    for (const theme of fact.themes) if (!answers.has(theme)) answers.set(theme, id);
    if (french[id]?.name === undefined || french[id]?.field === undefined) {
      const at = words.get(REFERENCE)?.lineOf([id]) ?? 1;
      if (words.get(REFERENCE)?.value)
        problems.push({ file: 'bodies.fr.yaml', line: at, problem: `${id} needs a name and a field` });
      continue;
    }
    for (const lang of languages) {
      const own: Partial<z.output<typeof Words>[string]> = words.get(lang)?.value?.[id] ?? {};
      const merged = { ...french[id], ...own };
      // A French spoken form does not say a translated name.
      const spoken = own.name === undefined ? merged.spoken : own.spoken;
      said.set(`${lang} ${id}`, {
        id,
        name: line(merged.name as string, spoken),
        field: wordsLine(merged.field as string, own.field === undefined ? REFERENCE : lang),
        ...(fact.number !== undefined && { number: fact.number }),
        ...(fact.dial !== undefined && { dial: fact.dial }),
        ...(merged.hours !== undefined && {
          hours: wordsLine(merged.hours, own.hours === undefined ? REFERENCE : lang),
        }),
      });
    }
  }
  if (facts?.value !== undefined) {
    for (const theme of THEMES) {
      if (!answers.has(theme))
        problems.push({ file: 'bodies.yaml', line: 1, problem: `no body answers for ${theme}` });
    }
  }
  return {
    bodies: {
      get: (id, lang) => said.get(`${lang} ${id}`) ?? said.get(`fr ${id}`),
      of: (theme) => answers.get(theme) ?? '',
      has: (id) => ids.includes(id),
      who: makeWho(fields),
    },
    problems,
  };
}
