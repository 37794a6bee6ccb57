/**
 * What an input means to the person's present question, in one fixed order: opt-out, danger, a command that is the whole
 * message, an offered answer, the question's own open entry, search, and only then a miss.
 */

import { firstLanguageOf } from './first.ts';
import { type Ask, digitsOf, type FlowEvent, type Lang, type Option } from './flow.ts';
import { GLOBAL_KEYS, type Global, type Input } from './input.ts';
import type { Danger, Found } from './knowledge.ts';
import { languageCalled, languageOf } from './languages.ts';
import { type NearAsked, nearOf, needAsked, needAt } from './near.ts';
import { normalize } from './normalize.ts';
import { type Opened, opensBy, saysDays } from './opens.ts';
import type { Shown } from './paging.ts';
import { insultIn, type Talk, talkOf } from './talk.ts';
import {
  bare,
  commandOf,
  type Ears,
  isLabel,
  names,
  numberAlone,
  numberOf,
  signOf,
  thanksIn,
} from './words.ts';

export type { Ears } from './words.ts';

/** Why nothing was understood: each has its own better question. */
export type Miss = 'unknown' | 'unheard' | 'choice' | 'emergency' | 'phone' | 'postal' | 'picture' | 'empty';

export type Meaning =
  | { readonly is: 'danger'; readonly danger: Danger; readonly besides: Meaning }
  | { readonly is: 'global'; readonly word: Global }
  | { readonly is: 'event'; readonly event: FlowEvent; readonly option?: Option }
  | { readonly is: 'next' | 'more' | 'silence' | 'thanks' | 'hello' | 'call' | 'secret' }
  | { readonly is: 'talk'; readonly talk: Talk }
  /** A dialogue that its own words open. */
  | { readonly is: 'open'; readonly flow: string; readonly event: FlowEvent }
  | { readonly is: 'near'; readonly asked: NearAsked }
  /** `lang`: it was clearly asked in another language than the session's. */
  | { readonly is: 'question'; readonly found: Found; readonly lang?: Lang }
  /** A language asked for by its name. */
  | { readonly is: 'language'; readonly lang: Lang }
  /** Written in a language that is not served, for the first time. */
  | { readonly is: 'first'; readonly lang: Lang }
  | { readonly is: 'miss'; readonly why: Miss; readonly said?: string };

/** Reads an input against what was shown. Never throws, whatever was sent. */
export function understand(shown: Shown, input: Input, ears: Ears): Meaning {
  switch (input.kind) {
    case 'text':
      return input.secret ? { is: 'secret' } : words(shown, input.text, ears);
    case 'pin':
      return { is: 'event', event: { type: 'PIN', value: '', is: input.is } };
    case 'speech':
      return words(shown, input.text, ears, 'unheard');
    case 'digits':
      return keys(shown, input.digits, ears);
    case 'silence':
      return { is: 'silence' };
    case 'call':
      return { is: 'call' };
    case 'wordless':
      return { is: 'miss', why: input.what };
    case 'dialed':
      return { is: 'event', event: { type: 'DIALED', answered: input.answered } };
    case 'recording':
      return shown.prompt.ask?.kind === 'message'
        ? { is: 'event', event: { type: shown.prompt.ask.event, value: input.id, recording: true } }
        : { is: 'miss', why: 'unheard' };
  }
}

/** A keypad: an entry where digits are asked for, else commands and offered keys. */
function keys(shown: Shown, pressed: string, ears: Ears): Meaning {
  const ask = shown.prompt.ask;
  const digits = pressed.replace(/\D/g, '');
  const entered = ask && digitsOf(ask);
  if (ask && entered && digits.length >= entered.min && !pressed.includes('*')) {
    return digits.length <= entered.max ? entry(ask, digits) : { is: 'miss', why: 'choice' };
  }
  // A whole entry is not a command: only its first key can be one.
  const command = pressed.length === 1 ? GLOBAL_KEYS[pressed] : pressed.includes('*') ? 'back' : undefined;
  if (command) return { is: 'global', word: command };
  return offered(shown, digits, ears) ?? { is: 'miss', why: pressed === '' ? 'unheard' : 'choice' };
}

function words(shown: Shown, raw: string, ears: Ears, miss: Miss = 'unknown'): Meaning {
  // Somebody with an account sends a sheet: what it is about is not about them.
  if (ears.order) return { is: 'open', flow: 'envoi', event: ears.order };
  const symbol = raw.trim();
  if (symbol === '') return { is: 'miss', why: 'empty' };
  if (/^\?+$/.test(symbol)) return { is: 'global', word: 'help' };
  if (/^[0*#]$/.test(symbol)) return { is: 'global', word: GLOBAL_KEYS[symbol] as Global };
  const text = signOf(raw, ears) ?? normalize(raw);
  const command = commandOf(text, ears);
  if (command === 'optOut') return { is: 'global', word: 'optOut' };
  const opened = opensBy(text, ears);
  // A command, a number, a closed day, a day to be reminded of or the wish to be called that is the whole message says nothing of
  // its sender; a cry for help does.
  const silent =
    ['callback', 'remind'].includes(opened?.flow ?? '') ||
    numberAlone(text, ears) !== undefined ||
    saysDays(text, ears) !== undefined;
  const told = (command === undefined || command === 'help') && !silent;
  // Nor does the name of an answer that we offered ourselves ("le parc").
  const label = shown.prompt.options.some((o) => isLabel(o, text)) || isPlace(shown, raw, ears);
  // Nor do the very words that answer a reminder ("je viens").
  const reply = shown.prompt.options.some(
    ({ event, words }) => REPLIES.has(event.type) && words?.includes(text),
  );
  const danger = told && !label && !reply ? dangerIn(raw, ears) : undefined;
  const meaning = plain(shown, raw, text, command, opened, ears, miss);
  return danger ? { is: 'danger', danger, besides: meaning } : meaning;
}

/** Events of the answers to a reminder. */
const REPLIES = new Set(['FIRST', 'CANNOT', 'STUCK']);

/** The name of a place where one was asked for: "saint denis 93" cries for no help. */
function isPlace(shown: Shown, raw: string, ears: Ears): boolean {
  return shown.prompt.ask?.event === 'WHERE' && ears.knowledge.places.where(raw)[0]?.sure === true;
}

/** By itself, else together with the fragment that came just before. */
function dangerIn(raw: string, ears: Ears): Danger | undefined {
  const alone = ears.knowledge.danger(raw, ears.lang);
  if (alone !== undefined || ears.fragment === undefined) return alone;
  return ears.knowledge.danger(`${ears.fragment} ${raw}`, ears.lang);
}

function plain(
  shown: Shown,
  raw: string,
  text: string,
  command: Global | undefined,
  opened: Opened | undefined,
  ears: Ears,
  miss: Miss,
): Meaning {
  if (command) return { is: 'global', word: command };
  const answer = offered(shown, text, ears);
  if (answer) return answer;
  const ask = shown.prompt.ask;
  if (ask && ask.kind !== 'digits') return { is: 'event', event: { type: ask.event, value: raw.trim() } };
  if (opened !== undefined) return { is: 'open', ...opened };
  const near = nearOf(text, ears);
  if (near !== undefined) return { is: 'near', asked: near };
  const number = numberAlone(text, ears);
  if (number !== undefined) return aNumber(ask, number);
  const called = languageCalled(bare(text, ears), ears.languages);
  if (called !== undefined) return { is: 'language', lang: called };
  if (thanksIn(text, ears)) return { is: 'thanks' };
  if (bare(text, ears) === '') return { is: 'hello' };
  const first = ears.first === 'any' ? firstLanguageOf(raw, ears.languages) : undefined;
  if (first !== undefined) return { is: 'first', lang: first };
  const talk = talkOf(raw, text, ears);
  if (talk !== undefined) return { is: 'talk', talk };
  const found = searched(raw, ears);
  const at = needAt(text, ears, found.hits.length > 0 ? 0 : 2);
  if (at !== undefined) return { is: 'near', asked: at };
  if (found.hits.length > 0) {
    const lang = languageOf(raw, ears.lang, ears.languages);
    return { is: 'question', found, ...(lang === undefined ? {} : { lang }) };
  }
  const need = needAsked(text, ears);
  if (need !== undefined) return { is: 'near', asked: need };
  const late = ears.first === undefined ? undefined : firstLanguageOf(raw, ears.languages);
  if (late !== undefined) return { is: 'first', lang: late };
  if (insultIn(text, ears)) return { is: 'talk', talk: 'insult' };
  return { is: 'miss', why: miss, said: raw };
}

/** By itself, else together with the fragment that came just before. */
function searched(raw: string, ears: Ears): Found {
  const found = ears.knowledge.search(raw, ears.lang);
  if (found.hits.length > 0 || ears.fragment === undefined) return found;
  return ears.knowledge.search(`${ears.fragment} ${raw}`, ears.lang);
}

/** A key or a label that was offered: by number, by its word, by its name. */
function offered(shown: Shown, text: string, ears: Ears): Meaning | undefined {
  const inner = bare(text, ears);
  const number = numberOf(inner, ears);
  if (number !== undefined) {
    const key = String(number);
    if (shown.next === key) return { is: 'next' };
    if (shown.more === key) return { is: 'more' };
    const keyed = shown.options.find((o) => o.key === key);
    if (keyed) return { is: 'event', event: keyed.option.event, option: keyed.option };
    const apart = shown.prompt.also?.find((o) => o.key === key);
    if (apart) return { is: 'event', event: apart.event, option: apart };
    return number > 0 && number < 10 && !shown.prompt.ask ? { is: 'miss', why: 'choice' } : undefined;
  }
  const says = (list: readonly string[]) => list.includes(inner) || list.includes(text);
  for (const option of [...shown.prompt.options, ...(shown.prompt.also ?? [])]) {
    if (names(option, inner, ears)) return { is: 'event', event: option.event, option };
  }
  if (shown.next && ears.words.some((w) => says(w.next) || says(w.yes))) return { is: 'next' };
  if (shown.more && ears.words.some((w) => says(w.next))) return { is: 'more' };
  return undefined;
}

function entry(ask: Ask, value: string): Meaning {
  return { is: 'event', event: { type: ask.event, value } };
}

const EMERGENCY = new Set([
  '15',
  '17',
  '18',
  '112',
  '114',
  '115',
  '119',
  '196',
  '191',
  '3919',
  '3114',
  '3018',
]);

/** A number alone, where none of the offered keys is meant. */
function aNumber(ask: Ask | undefined, number: string): Meaning {
  if (ask?.kind === 'digits' && number.length >= ask.min && number.length <= ask.max)
    return entry(ask, number);
  if (EMERGENCY.has(number)) return { is: 'miss', why: 'emergency', said: number };
  if (number.length === 5) return { is: 'miss', why: 'postal' };
  if (number.length >= 9) return { is: 'miss', why: 'phone' };
  return { is: 'miss', why: 'choice' };
}
