/** A page of a prompt as a person gets it on a channel, and what it costs there. */
import type { Line } from '../../flows/flow.ts';
import type { Shown } from '../../flows/paging.ts';
import { cap, compose } from '../channels/sms/compose.ts';
import { MENU_SECONDS, offered, PIECE_SECONDS, seconds, told } from '../channels/voice/compose.ts';
import { shownBriefly, shownNow } from '../conversation/prompt.ts';
import { textsOf } from '../conversation/world.ts';
import { segments } from '../text/segments.ts';
import type { Ground, Situation } from './situation.ts';
import { MOMENTS } from './world.ts';

export interface Said {
  /** The whole text, or all that the voice says. */
  readonly text: string;
  /** By text. */
  readonly segments: number;
  /** By voice: what is told, then the keys. */
  readonly piece: number;
  readonly menu: number;
  /** Of a channel's budgets, those that are not held. */
  readonly over: readonly string[];
}

const KNOWN = new WeakMap<Shown, Said>();

/** What is said at a situation. Remembered: it is compared with what every neighbour says. */
export function say(ground: Ground, shown: Shown): Said {
  const said = KNOWN.get(shown) ?? measure(ground, shown);
  KNOWN.set(shown, said);
  return said;
}

function measure({ world, channel, lang }: Ground, shown: Shown): Said {
  const t = textsOf(world, lang);
  if (channel === 'sms') {
    const text = compose(shown, t);
    const count = segments(text).count;
    const most = cap(shown, MOMENTS.sms.caller);
    const over = count > most ? [`${count} segments, ${most} at most`] : [];
    return { text, segments: count, piece: 0, menu: 0, over };
  }
  const [content, keys] = [told(shown, t), offered(shown, t)];
  const [piece, menu] = [seconds(content), seconds(keys)];
  return {
    ...{ text: [...content, ...keys].join(' '), segments: 0, piece, menu },
    over: [
      ...(piece > PIECE_SECONDS ? [`${piece.toFixed(1)} s told, ${PIECE_SECONDS} at most`] : []),
      ...(menu > MENU_SECONDS ? [`${menu.toFixed(1)} s of keys, ${MENU_SECONDS} at most`] : []),
    ],
  };
}

/** The same situation after a word of the service: a help, a miss. What was told once is then not told again. */
export function after({ world, channel }: Ground, here: Situation, before: readonly Line[]): Shown {
  const show = here.shown.prompt.once ? shownBriefly : shownNow;
  return show(world, here.session, MOMENTS[channel], before);
}
