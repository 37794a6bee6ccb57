/** A page of a prompt as one text: what is said, then the numbered answers. Pure. */
import type { Shown } from '../../../flows/paging.ts';
import type { Texts } from '../../../flows/texts/index.ts';
import type { Caller } from '../../phone.ts';
import { fold } from '../../text/gsm7.ts';
import { segments } from '../../text/segments.ts';

/** Segments that "TOUT" may take, and one text otherwise. */
const WIDE = 4;
const USUAL = 2;

/** The text, folded to what its letters cost. `alone`: what is said before, without the question again. */
export function compose(shown: Shown, t: Texts, alone = false): string {
  const said = alone ? shown.before : [...shown.before, ...shown.lines, ...shown.after];
  const lines = said.filter((l) => l.only !== 'voice').map((l) => l.text);
  return fold([...lines, ...(alone ? [] : choices(shown, t))].filter((l) => l !== '').join('\n'));
}

/** "1 Suite", or each answer behind its number. */
function choices(shown: Shown, t: Texts): readonly string[] {
  if (shown.next) return [`${shown.next} ${t.next.text}`];
  const options = shown.options.map(({ key, option }) => `${key} ${option.label.text}`);
  return shown.more ? [...options, `${shown.more} ${t.more.text}`] : options;
}

/** Segments that this page may take: what its prompt says, two when something is said before it, four on demand. */
export function cap(shown: Shown, caller: Pick<Caller, 'joined'>): number {
  if (!caller.joined) return 1;
  if (shown.page.wide) return WIDE;
  const usual = shown.prompt.segments ?? USUAL;
  return shown.before.length > 0 ? Math.max(usual, USUAL) : usual;
}

/** Whether the page is within its budget. */
export function fitsSms(shown: Shown, t: Texts, caller: Caller): boolean {
  return segments(compose(shown, t)).count <= cap(shown, caller);
}
