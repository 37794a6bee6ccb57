/** Languages as people use them: the one that they ask for by its name, and the one that they write in. */
import type { Lang } from './flow.ts';
import { tokens } from './normalize.ts';
import type { Texts } from './texts/index.ts';

export type Languages = Readonly<
  Record<
    Lang,
    Pick<
      Texts,
      | 'words'
      | 'talkWords'
      | 'points'
      | 'agenda'
      | 'callback'
      | 'civic'
      | 'premises'
      | 'privacy'
      | 'reminder'
      | 'vote'
    >
  >
>;

/** Common words that a text must have of another language before it is answered in it. */
const CLEAR = 2;

/** The language that this asks for: "english", "en français". Normalized. */
export function languageCalled(text: string, languages: Languages): Lang | undefined {
  return Object.keys(languages).find((lang) => languages[lang]?.words.called.includes(text));
}

/** The language of a question, by its small words, where it clearly is another than `lang`. */
export function languageOf(question: string, lang: Lang, languages: Languages): Lang | undefined {
  const said = tokens(question);
  const scores = Object.entries(languages).map(([code, { words }]) => ({
    code,
    score: said.filter((token) => commonOf(words).has(token)).length,
  }));
  const ours = scores.find(({ code }) => code === lang)?.score ?? 0;
  const [best] = scores.sort((a, b) => b.score - a.score);
  return best && best.score >= CLEAR && best.score > ours ? best.code : undefined;
}

/** Is this one of the words that any sentence is made of, in a language that is served? Normalized. */
export function isCommon(token: string, languages: Languages): boolean {
  return Object.values(languages).some(({ words }) => commonOf(words).has(token));
}

/** The words that any sentence is made of, gathered once. Letters alone are acronyms spelt out as often as words. */
const COMMON = new WeakMap<Texts['words'], ReadonlySet<string>>();
function commonOf(words: Texts['words']): ReadonlySet<string> {
  const { polite, around, small, yes, no, globals } = words;
  const known =
    COMMON.get(words) ??
    new Set(
      [polite, around, small, yes, no, ...Object.values(globals)]
        .flat()
        .flatMap(tokens)
        .filter((token) => token.length > 1),
    );
  COMMON.set(words, known);
  return known;
}
