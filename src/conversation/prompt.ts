/** The present question of a session: its prompt, and the page of it that is shown. Pure. */
import { type Frame, type Line, type Prompt, yesNo } from '../../flows/flow.ts';
import { paginate, type Shown, showPage } from '../../flows/paging.ts';
import { thaw } from './frames.ts';
import type { Session } from './session.ts';
import { hereOf, type Moment, textsOf, type World } from './world.ts';

/** What the dialogue on top says now, or the read-back of an answer that waits for a yes. */
export function promptOf(world: World, session: Session, moment: Moment): Prompt {
  const prompt = viewOf(world, session, session.stack[session.stack.length - 1] as Frame, moment);
  if (!session.confirm) return prompt;
  const t = textsOf(world, session.lang);
  const { ask: _, also: __, ...rest } = prompt;
  return {
    ...rest,
    lines: [t.confirm.ask(session.confirm.label)],
    options: yesNo(t, { label: t.yes, event: { type: CONFIRM } }, { label: t.no, event: { type: CANCEL } }),
    help: t.confirm.help,
  };
}

/** Events of the read-back itself, which no dialogue hears. */
export const CONFIRM = 'relais.confirm';
export const CANCEL = 'relais.cancel';

export function viewOf(world: World, session: Session, frame: Frame, moment: Moment): Prompt {
  const { flow, snapshot } = thaw(world.flows, frame);
  return flow.view(snapshot, hereOf(world, session, moment));
}

export function isDiscreet(world: World, session: Session, frame: Frame, moment: Moment): boolean {
  return viewOf(world, session, frame, moment).discreet ?? false;
}

/** Exactly what was shown last: the view is asked as of that moment, so that every key means what it meant. */
export function shownBefore(world: World, session: Session, moment: Moment): Shown {
  const prompt = promptOf(world, session, { ...moment, now: session.at });
  return showPage(prompt, moment.channel, session.page);
}

/** What is to be shown now, within the channel's budget; `after` is a word behind it, this once, where it has room. */
export function shownNow(
  world: World,
  session: Session,
  moment: Moment,
  before: readonly Line[],
  after: readonly Line[] = [],
): Shown {
  const prompt = promptOf(world, session, moment);
  const t = textsOf(world, session.lang);
  const fits = (shown: Shown) => world.fits[moment.channel](shown, t, moment.caller);
  const shown = paginate(prompt, moment.channel, session.page, fits, before, after);
  if (after.length === 0 || fits(shown)) return shown;
  return paginate(prompt, moment.channel, session.page, fits, before);
}

/** The same question after a help or a miss: what was told once is not paid for again, its answers are offered. */
export function shownBriefly(world: World, session: Session, moment: Moment, before: readonly Line[]): Shown {
  const { page } = session;
  return showPage(promptOf(world, session, moment), moment.channel, { ...page, from: page.to }, before);
}

/** The question where what is said before it leaves it no room: it waits behind "1 Suite". */
export function shownLater(world: World, session: Session, moment: Moment, before: readonly Line[]): Shown {
  const { page } = session;
  return showPage(promptOf(world, session, moment), moment.channel, { ...page, to: page.from }, before);
}
