/** A page of a prompt as it is spoken: an answer in pieces of 20 s, then the keys within 15 s. Pure. */

import type { Line } from '../../../flows/flow.ts';
import type { Shown } from '../../../flows/paging.ts';
import type { Texts } from '../../../flows/texts/index.ts';
import { speechOf } from '../../text/speech/index.ts';
import { say, seconds as secondsOf } from '../../text/spoken.ts';

/** Seconds that one piece of an answer and one menu may last. */
export const PIECE_SECONDS = 20;
export const MENU_SECONDS = 15;

/** What is told, sentence by sentence. */
export function told(shown: Shown, t: Texts, alone = false): readonly string[] {
  const said = alone ? shown.before : [...shown.before, ...shown.lines, ...shown.after];
  return said
    .filter((l) => l.only !== 'sms')
    .map((l) => speak(l, t))
    .filter((l) => l !== '');
}

/** The keys that are offered: the label first, then the key. */
export function offered(shown: Shown, t: Texts): readonly string[] {
  if (shown.next) return [t.press(speak(t.next, t), shown.next)];
  const keys = shown.options.map(({ key, option }) => t.press(speak(option.label, t), key));
  return shown.more ? [...keys, t.press(speak(t.more, t), shown.more)] : keys;
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
