/** What the second reader is taught: sentences of an editor, texts that are measured but not held out, questions about rights. */
import { z } from 'zod';
import type { DangerData } from './data.ts';
import type { Scan } from './features.ts';
import { compileLanguage } from './language.ts';
import type { Example } from './measure.ts';
import { type Models, NONE } from './model.ts';
import { makeDangerReader } from './reader.ts';
import { type Lesson, sentences, teach } from './teach.ts';
import { TEXTED } from './texted.ts';

/** `danger-lessons.yaml`: by language, by situation (or `none`), sentences. */
export const lessonsSchema = z.record(z.string(), z.record(z.string(), z.array(z.string().min(1))));

/** Several files of lessons as one. */
export function together(files: readonly z.infer<typeof lessonsSchema>[]): z.infer<typeof lessonsSchema> {
  const all: Record<string, Record<string, string[]>> = {};
  for (const [lang, situations] of files.flatMap((file) => Object.entries(file))) {
    const own = all[lang] ?? {};
    all[lang] = own;
    for (const [situation, lessons] of Object.entries(situations))
      own[situation] = [...(own[situation] ?? []), ...lessons];
  }
  return all;
}

export interface Material {
  readonly sentences: z.infer<typeof lessonsSchema>;
  readonly examples: readonly Example[];
  /** What people ask about rights, where no rule reads a danger: never a danger. */
  readonly questions: readonly string[];
}

/** Sentences made of one lesson, for the danger and for the language, which needs fewer. */
const MOST = { danger: 16, language: 3 };
/** What an example, a question and a whole lesson count. */
const COUNTS = { example: 2, question: 1, lesson: 4 };

/** The models that the material teaches. `threshold`: from which certainty a danger is answered. */
export function teachModels(data: DangerData, material: Material, threshold: number): Models {
  const scan = scanner(data);
  const situations = data.situations.map(({ id }) => id);
  const languages = Object.keys(material.sentences);
  return {
    danger: teach(dangerLessons(data, material, scan), [...situations, NONE], threshold),
    language: teach(languageLessons(material, scan), languages, 0),
  };
}

/** What the second reader sees of a text. */
export function scanner(data: DangerData): (text: string) => Scan {
  const { fr } = data.languages;
  if (!fr) throw new Error('danger.fr.yaml is missing: the second reader hears through it');
  return compileLanguage(fr, data.situations).scan;
}

function dangerLessons(data: DangerData, material: Material, scan: (text: string) => Scan): Lesson[] {
  const rules = makeDangerReader(data);
  const written = eachLesson(material, MOST.danger).map(({ situation, text, of }) => ({
    scan: scan(text),
    label: situation,
    weight: Math.min(1, COUNTS.lesson / of),
  }));
  const examples = material.examples.map((example) => ({
    scan: scan(example.text),
    label: situationOf(data, example),
    weight: COUNTS.example,
  }));
  const questions = material.questions
    .filter((text) => !rules(text, 'fr'))
    .map((text) => ({ scan: scan(text), label: NONE, weight: COUNTS.question }));
  return [...written, ...examples, ...questions, ...questions.map(blanked)];
}

/** The same question about things never heard of (a singer, a club): not knowing a word is no reason to be alarmed. */
function blanked({ scan, label, weight }: Lesson, at: number): Lesson {
  const words = scan.words.map((word, i) => (word.length < 4 ? word : `\u0001${at}-${i}`));
  return { scan: { words, names: [] }, label, weight: weight / 2 };
}

function languageLessons(material: Material, scan: (text: string) => Scan): Lesson[] {
  const written = eachLesson(material, MOST.language).map(({ lang, text }) => ({ text, lang }));
  const examples = material.examples.filter(({ lang }) => lang in material.sentences);
  return [...written, ...examples].map(({ text, lang }) => ({
    scan: { words: scan(text).words, names: [] },
    label: lang,
    weight: 1,
  }));
}

function eachLesson({ sentences: all }: Material, most: number) {
  return Object.entries(all).flatMap(([lang, situations]) =>
    Object.entries(situations).flatMap(([situation, lessons]) =>
      lessons.flatMap((lesson) => {
        const plain = sentences(lesson, most);
        const texted = TEXTED[lang];
        const some = texted ? plain.map((text, i) => (i % 3 === 2 ? texted(text) : text)) : plain;
        return some.map((text) => ({ lang, situation, text, of: some.length }));
      }),
    ),
  );
}

function situationOf(data: DangerData, { danger, number }: Example): string {
  if (danger === null) return NONE;
  const same = data.situations.filter(({ kind }) => kind === danger);
  return (same.find(({ first }) => first === number) ?? same[0])?.id ?? NONE;
}
