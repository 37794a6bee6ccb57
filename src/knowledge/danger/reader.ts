/** Reads a danger in somebody's words. */
import type { Danger } from '../../../flows/flow.ts';
import { answer, SILENT } from './answer.ts';
import { CONTEXTS, type ContextId, type DangerData, type Situation } from './data.ts';
import { type Scan, windows } from './features.ts';
import { compileLanguage, type Reading } from './language.ts';
import { type Guess, guess, isKnown, type Models } from './model.ts';

export type DangerReader = (text: string, lang: string) => Danger | undefined;

/** The language whose concepts the second reader knows. */
const HEARD_IN = 'fr';
/** The languages in which it was taught most; in another it must be surer before it speaks. */
const TAUGHT = ['fr', 'en'];
const ELSEWHERE = 0.6;
/** In so few words (a town, a thank you), it must be surer too. */
const FEW = 3;
const OF_FEW = 0.5;
/**
 * Below this certainty the second reader takes back what a rule read, above the other it says which danger it is. Both chosen
 * on the texts of authors whom it was not taught: fewer false alarms and more right numbers, for next to no danger lost.
 */
const DENIES = 0.03;
const CORRECTS = 0.8;
/** What is told of a screen, of one day or of years ago is left to the rules. */
const LEFT_TO_RULES: readonly ContextId[] = ['news', 'hypothetical', 'long-ago'];

/**
 * Makes the reader. Every language is read, the one given first: people in danger write as they can. The answer is in the
 * language in which the danger was read. Where no rule speaks, the second reader may (see model.ts). Pure: the same text always
 * gets the same answer.
 */
export function makeDangerReader(data: DangerData, models?: Models): DangerReader {
  const readers = new Map(
    Object.entries(data.languages).map(([lang, language]) => [
      lang,
      compileLanguage(language, data.situations),
    ]),
  );
  const order = [...readers.keys()];
  const heard = readers.get(HEARD_IN);
  return (text, lang) => {
    const scan = heard?.scan(text);
    for (const tried of [lang, ...order.filter((other) => other !== lang)]) {
      const reading = readers.get(tried)?.read(text);
      if (reading) return weighed(data, tried, reading, models && scan && heardBy(models, scan));
    }
    const guessed = models && scan && guessIn(models, scan);
    const situation = data.situations.find(({ id }) => id === guessed?.situation);
    if (!guessed || !situation) return undefined;
    return dangerOf(data, guessed.lang, { situation, contexts: contextsOf(scan) });
  };
}

/** What a rule read, weighed by what the second reader heard: nothing, or another situation, where that one is sure of it. */
function weighed(data: DangerData, lang: string, reading: Reading, heard?: Guess): Danger | undefined {
  const silent = reading.contexts.has('cannot-speak');
  if (!heard || silent || !TAUGHT.includes(lang)) return dangerOf(data, lang, reading);
  if (heard.sure < DENIES) return undefined;
  const other = data.situations.find(({ id }) => id === heard.situation);
  const situation = heard.sure >= CORRECTS && other ? other : reading.situation;
  return dangerOf(data, lang, { situation, contexts: reading.contexts });
}

/**
 * What the second reader makes of a text that it can read. One word tells it too little: it is a command or a label of ours far
 * more often than a cry, and the rules know those that are.
 */
function heardBy(models: Models, scan: Scan): Guess | undefined {
  return scan.words.length > 1 && isLatin(scan) && isKnown(models.danger, scan)
    ? surest(models, scan)
    : undefined;
}

function surest(models: Models, { words, names }: Scan): Guess {
  const guesses = windows(words).map((part) => guess(models.danger, { words: part, names }));
  return guesses.reduce((a, b) => (b.sure > a.sure ? b : a));
}

const isLatin = ({ words }: Scan) => !words.some((word) => /(?!\p{sc=Latin})\p{L}/u.test(word));

/** The situation that the second reader is sure enough of (surer where the text asks in general), and the language of the text. */
export function guessIn(models: Models, scan: Scan): { situation: string; lang: string } | undefined {
  const heard = heardBy(models, scan);
  if (!heard) return undefined;
  const contexts = contextsOf(scan);
  const now = contexts.has('now');
  if (LEFT_TO_RULES.some((context) => contexts.has(context) && !(context === 'long-ago' && now)))
    return undefined;
  const needed = contexts.has('question') ? (1 + models.danger.threshold) / 2 : models.danger.threshold;
  const lang = guess(models.language, { words: scan.words, names: [] }).situation;
  const least = scan.words.length > FEW ? 0 : OF_FEW;
  const enough = Math.max(needed, least, TAUGHT.includes(lang) ? 0 : ELSEWHERE);
  return heard.sure < enough ? undefined : { situation: heard.situation, lang };
}

function contextsOf(scan: Scan): ReadonlySet<ContextId> {
  return new Set(CONTEXTS.filter((context) => scan.names.includes(`(${context})`)));
}

function dangerOf(data: DangerData, lang: string, { situation, contexts }: Reading): Danger | undefined {
  const told = data.languages[lang]?.['answer-in'] ?? lang;
  const meant = contexts.has('minor') ? asMinor(data, situation) : situation;
  const asked = contexts.has('cannot-speak') ? SILENT : meant.id;
  return answer(data, told, asked, meant.kind) ?? answer(data, told, 'help', meant.kind);
}

function asMinor(data: DangerData, situation: Situation): Situation {
  return data.situations.find((other) => other.id === situation.minor) ?? situation;
}
