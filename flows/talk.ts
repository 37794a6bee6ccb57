/** What people say to find out who is there: neither a question of rights nor a miss. Pure. */
import type { Ears } from './words.ts';
import { bare } from './words.ts';

/** In the order in which they are looked for. */
export const TALKS = ['scam', 'free', 'robot', 'official', 'reads', 'who', 'wrong', 'insult'] as const;
export type Talk = (typeof TALKS)[number];

/** How a language says one of them. */
export interface TalkWords {
  /** Whole messages. */
  readonly phrases: readonly string[];
  /** One of these among small words and `around` alone is enough: "c est payant les sms". */
  readonly keys: readonly string[];
  readonly around: readonly string[];
}

/** A link, as it is typed or forwarded. */
const LINK =
  /https?:\/\/|www\.|\b[\w-]+\.(?:com|net|info|fr|org|xyz|top|link|shop|site|online|cc|me|ly)\/\S/i;
/** A message of this length with a link was not typed by the person. */
const FORWARDED = 60;

/** What small talk this is, if any; `text` is normalized, `raw` as it came. Insults are looked for apart, after a search. */
export function talkOf(raw: string, text: string, ears: Ears): Talk | undefined {
  if (LINK.test(raw) && raw.length >= FORWARDED) return 'scam';
  const inner = bare(text, ears);
  return TALKS.find(
    (talk) => talk !== 'insult' && textsOf(ears).some((t) => says(t.talkWords[talk], inner, t.words.small)),
  );
}

/** An insult, in a short text that nothing else explains. */
export function insultIn(text: string, ears: Ears): boolean {
  const tokens = text.split(' ');
  return (
    tokens.length <= 10 && textsOf(ears).some((t) => tokens.some((w) => t.talkWords.insult.keys.includes(w)))
  );
}

const textsOf = (ears: Ears) => Object.values(ears.languages);

function says({ phrases, keys, around }: TalkWords, text: string, small: readonly string[]): boolean {
  if (phrases.includes(text)) return true;
  const left = text.split(' ').filter((t) => !small.includes(t));
  return left.some((t) => keys.includes(t)) && left.every((t) => keys.includes(t) || around.includes(t));
}
