/** The text of a guidance: what is sent, and the page of the question that an answer to it means. Pure. */

import { type Line, line } from '../../flows/flow.ts';
import { placeLines } from '../../flows/guidance/index.ts';
import type { Shown } from '../../flows/paging.ts';
import { type Caller, dialledFrom } from '../phone.ts';
import { type Guide, guidedSession } from './guided.ts';
import { shownNow } from './prompt.ts';
import { type Moment, textsOf, type World } from './world.ts';

export interface GuidedText {
  readonly shown: Shown;
  /** Whether an answer reaches us. */
  readonly hears: boolean;
  /** It is within what one text may take. */
  readonly fits: boolean;
}

/**
 * Neutral, or with the essential where the phone is theirs alone. The voice number and the link (absent: none is told) come
 * behind, as far as there is room: the address of a place gives way to them, since the page has it.
 */
export function guidedText(
  world: World,
  guide: Omit<Guide, 'page' | 'code' | 'v'>,
  to: Caller,
  now: number,
  { link, senderHears }: { readonly link: string | undefined; readonly senderHears: boolean },
): GuidedText {
  const moment: Moment = { now, channel: 'sms', caller: to };
  const t = textsOf(world, guide.lang);
  const hears = senderHears && to.canAnswer;
  const session = guidedSession(world, undefined, { id: '', tries: 0 }, guide, moment);
  const place = guide.alone ? placeLines(world.knowledge, guide, { t, now }) : [];
  const said = t.guidance.essential(world.operator.name, guide.by, guide.note);
  const voice = world.operator.voice && dialledFrom(world.operator.voice, to.number);
  const call = voice && line(hears ? t.guidance.orCall(voice) : t.guidance.toHear(voice));
  const page = link === undefined ? [] : [line(link)];
  const onward: readonly (readonly Line[])[] = [
    [...(call ? [call] : []), ...page],
    page,
    call ? [call] : [],
    [],
  ];
  for (const after of onward) {
    for (const where of [place, place.slice(0, -2), []]) {
      const before = guide.alone ? [said, ...where] : [];
      const shown = silent(shownNow(world, session, moment, before, after), hears);
      const fits = world.fits.sms(shown, t, to);
      const last = after.length === 0 && where.length === 0;
      if (last || (fits && shown.after.length === after.length)) return { shown, hears, fits };
    }
  }
  throw new RangeError('there is always a last one');
}

/** What nobody can answer asks nothing. */
function silent(shown: Shown, hears: boolean): Shown {
  if (hears) return shown;
  const { next: _, more: __, ...told } = shown;
  return { ...told, options: [] };
}
