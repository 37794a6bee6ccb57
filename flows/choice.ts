/** The languages that a caller may choose at once: a key each, said before all else, so that nobody else has to answer. */
import type { FlowEvent, Here, Lang, Line } from './flow.ts';
import { firsts } from './texts/first/index.ts';

/** Keys that no menu takes. Three languages: more would not be listened to. */
const KEYS = ['7', '6', '5'];

export interface Choice {
  readonly lang: Lang;
  readonly key: string;
  /** Its name. */
  readonly label: Line;
  /** "English, press 7", in its own words and voice. */
  readonly line: Line;
  /** What it asks of the language dialogue. */
  readonly event: FlowEvent & { readonly lang: Lang };
}

/** The other languages that have a voice: those that are served, then those in which something is told first. */
export function choicesOf(here: Here): readonly Choice[] {
  const served = here.languages.map(({ lang, name, press }) => ({
    ...{ lang, label: name, event: { type: 'LANGUAGE', lang } },
    press: (key: string) => press(name.spoken ?? name.text, key),
  }));
  const told = Object.entries(firsts).flatMap(([lang, { name, press }]) =>
    press ? [{ lang, label: name, event: { type: 'FIRST', lang }, press }] : [],
  );
  return [...served, ...told]
    .filter(({ lang }) => lang !== here.lang && here.voiced.includes(lang))
    .flatMap(({ press, ...choice }, i) => {
      const key = KEYS[i];
      if (key === undefined) return [];
      return [{ ...choice, key, line: { text: press(key), lang: choice.lang, audio: 'choice' as const } }];
    });
}
