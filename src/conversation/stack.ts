/** What effects do to a session: dialogues open, end, are parked and taken up again. Pure. */
import type { Effect, FlowEvent, Frame } from '../../flows/flow.ts';
import { START } from '../../flows/paging.ts';
import { takenUp } from './drafts.ts';
import { type Heard, hear, open } from './frames.ts';
import { isDiscreet } from './prompt.ts';
import { MAX_STACK, type Session } from './session.ts';
import type { Moment, World } from './world.ts';

/** Effects that reach beyond the session. */
export type Outer = Exclude<Effect, { type: 'go' | 'resume' | 'forget' | 'language' | 'keep' }>;

export interface Moved {
  readonly session: Session;
  readonly outer: readonly Outer[];
}

/** The frame on top, which asked the present question. */
export function top(session: Session): Frame {
  return session.stack[session.stack.length - 1] as Frame;
}

export function menuFrame(world: World, event: FlowEvent = { type: 'HOME' }): Frame {
  return open(world.flows, 'menu', event).frame;
}

/** Lets the dialogue on top hear an event; undefined when it does not take it. */
export function deliver(world: World, session: Session, event: FlowEvent, moment: Moment): Moved | undefined {
  const heard = hear(world.flows, top(session), event);
  return heard && settle(world, session, session.stack.slice(0, -1), heard, moment);
}

/** Opens a dialogue over the present one, or in its place. */
export function go(
  world: World,
  session: Session,
  effect: Extract<Effect, { type: 'go' }>,
  moment: Moment,
): Moved {
  if (effect.flow === 'menu') return { session: park(world, session, moment), outer: [] };
  const same = top(session).flow === effect.flow;
  const below = effect.replace || same ? session.stack.slice(0, -1) : session.stack;
  const room = below.length < MAX_STACK ? below : roomIn(world, session, below, moment);
  // The dialogue that is open already hears the event itself: it knows where "back" leads.
  const heard =
    (same && hear(world.flows, top(session), effect.event)) ||
    takenUp(world, session, effect) ||
    open(world.flows, effect.flow, effect.event);
  return settle(world, session, room, heard, moment);
}

/** The oldest dialogue over the menu makes room; a discreet one takes with it what was opened over it, and may tell of it. */
function roomIn(world: World, session: Session, below: readonly Frame[], moment: Moment): readonly Frame[] {
  const [menu, oldest, ...others] = below as [Frame, Frame, ...Frame[]];
  return isDiscreet(world, session, oldest, moment) ? [menu] : [menu, ...others];
}

/**
 * The menu, with what was left parked; a discreet subject is let go instead. What was offered again, and neither taken nor
 * refused, keeps its place: a question that was answered meanwhile does not take it.
 */
export function park(world: World, session: Session, moment: Moment, event?: FlowEvent): Session {
  const offered = session.parked !== null && session.stack[0]?.value !== menuFrame(world).value;
  const left =
    session.stack.length > 1 && !offered ? { stack: session.stack, page: session.page } : session.parked;
  const parked = left && !left.stack.some((f) => isDiscreet(world, session, f, moment)) ? left : null;
  return { ...session, stack: [menuFrame(world, event)], parked, page: START, confirm: null };
}

/** The frame above is popped; at the bottom, the menu stays. */
export function pop(world: World, session: Session): Session {
  const stack = session.stack.length > 1 ? session.stack.slice(0, -1) : [menuFrame(world)];
  return { ...session, stack, page: START, confirm: null };
}

/** The frame takes its place, or leaves it when it ended; then its effects, in order. */
function settle(
  world: World,
  session: Session,
  below: readonly Frame[],
  heard: Heard,
  moment: Moment,
): Moved {
  const stack = heard.done ? below : [...below, heard.frame];
  let moved: Moved = {
    session: { ...session, stack: stack.length > 0 ? stack : [menuFrame(world)], page: START, confirm: null },
    outer: [],
  };
  for (const effect of heard.effects) {
    const after = apply(world, moved.session, effect, moment);
    moved = { session: after.session, outer: [...moved.outer, ...after.outer] };
  }
  return moved;
}

function apply(world: World, session: Session, effect: Effect, moment: Moment): Moved {
  switch (effect.type) {
    case 'go':
      return go(world, session, effect, moment);
    case 'resume':
      return { session: session.parked ? resumed(session, session.parked) : session, outer: [] };
    case 'forget':
      return { session: { ...session, parked: null }, outer: [] };
    case 'language':
      return { session: { ...session, lang: effect.lang }, outer: [] };
    case 'keep':
      return { session: { ...session, place: effect.where }, outer: [] };
    case 'erase':
      // Nothing of what was said before stays in this conversation either.
      return {
        session: {
          ...session,
          stack: [menuFrame(world), top(session)],
          parked: null,
          drafts: [],
          fragment: null,
          place: null,
          alarmedAt: 0,
        },
        outer: [effect],
      };
    case 'text':
    case 'feedback':
    case 'testimony':
    case 'withdraw':
    case 'obstacle':
    case 'vote':
    case 'wish':
    case 'enrol':
    case 'unenrol':
    case 'closed':
    case 'reopened':
    case 'callback':
    case 'uncallback':
    case 'remind':
    case 'unremind':
    case 'reminded':
    case 'guided':
      return { session, outer: [effect] };
  }
}

/** Where they were: on the same lines; among further choices, from the beginning, so that the subject is told again. */
function resumed(session: Session, parked: NonNullable<Session['parked']>): Session {
  const page = parked.page.group > 0 ? START : parked.page;
  return { ...session, stack: parked.stack, page, parked: null };
}
