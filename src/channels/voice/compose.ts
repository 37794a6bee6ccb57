/** A page of a prompt as it is spoken: an answer in pieces of 20 s, then the keys within 15 s. Pure. */

import type { Lang, Line } from '../../../flows/flow.ts';
import type { Shown } from '../../../flows/paging.ts';
import { type Texts, texts } from '../../../flows/texts/index.ts';
import { speechOf } from '../../text/speech/index.ts';
import { say, seconds as secondsOf } from '../../text/spoken.ts';

/** Seconds that one piece of an answer and one menu may last. */
export const PIECE_SECONDS = 20;
export const MENU_SECONDS = 15;

/** Words for one voice: of the conversation's language unless another is named. */
export interface Utterance {
  readonly words: string;
  readonly lang?: Lang;
  readonly audio?: Line['audio'];
}

/** What is told, sentence by sentence. */
export function told(shown: Shown, t: Texts, alone = false): readonly string[] {
  return uttered(shown, t, alone).map(({ words }) => words);
}

/** The same, each with the voice that says it. */
export function uttered(shown: Shown, t: Texts, alone = false): readonly Utterance[] {
  const said = alone ? shown.before : [...shown.before, ...shown.lines, ...shown.after];
  return said
    .filter((l) => l.only !== 'sms')
    .map((l) => ({ ...voiceOf(l), words: speak(l, t) }))
    .filter(({ words }) => words !== '');
}

/** The keys that are offered: the label first, then the key. */
export function offered(shown: Shown, t: Texts): readonly string[] {
  return keyed(shown, t).map(({ words }) => words);
}

/** The same, each with the voice that says it; the name of a language in that language's words. */
export function keyed(shown: Shown, t: Texts): readonly Utterance[] {
  const press = (label: Line, key: string): Utterance => {
    const own = (label.lang === undefined ? undefined : texts[label.lang]) ?? t;
    return { ...voiceOf(label), words: own.press(speak(label, own), key) };
  };
  if (shown.next) return [press(t.next, shown.next)];
  const keys = shown.options.map(({ key, option }) => press(option.label, key));
  return shown.more ? [...keys, press(t.more, shown.more)] : keys;
}

function voiceOf({ lang, audio }: Line): Omit<Utterance, 'words'> {
  return { ...(lang === undefined ? {} : { lang }), ...(audio === undefined ? {} : { audio }) };
}

export function seconds(spoken: readonly string[]): number {
  return secondsOf(spoken.join(' '));
}

/** Whether what is told stays within one piece. */
export function fitsVoice(shown: Shown, t: Texts): boolean {
  return seconds(told(shown, t)) <= PIECE_SECONDS;
}

/** What is written, as it is said: its own spoken form, else numbers, addresses and acronyms by the language's rules. */
function speak(line: Line, t: Texts): string {
  return line.spoken ?? say(line.text, speechOf(t.lang));
}
