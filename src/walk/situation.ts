/** A situation: where a dialogue stands and which page of it is shown, whatever led there. */
import type { Channel, Flow, FlowEvent, Frame, Lang } from '../../flows/flow.ts';
import { type Page, type Shown, START } from '../../flows/paging.ts';
import { open, thaw } from '../conversation/frames.ts';
import { shownNow } from '../conversation/prompt.ts';
import { newSession, type Session } from '../conversation/session.ts';
import { go, menuFrame, top } from '../conversation/stack.ts';
import type { World } from '../conversation/world.ts';
import { MOMENTS } from './world.ts';

/** Long enough after the question for a digit to mean it. Milliseconds. */
const A_MINUTE = 60_000;

/** Where a walk walks: one channel, one language. */
export interface Ground {
  readonly world: World;
  readonly channel: Channel;
  readonly lang: Lang;
}

export interface Situation {
  readonly key: string;
  /** The key without the page: what the machine, and not the channel, knows. */
  readonly node: string;
  readonly flow: Flow;
  readonly frame: Frame;
  /** The machine's state, by name. */
  readonly state: string;
  readonly session: Session;
  readonly shown: Shown;
}

/** The situations with which every walk begins: each way to open each dialogue. */
export function entries(ground: Ground): readonly Situation[] {
  const { world, channel } = ground;
  return Object.values(world.flows).flatMap((flow) =>
    flow.entries.flatMap((event) => {
      const fresh = session(ground);
      if (flow.id !== 'menu')
        return [
          situation(ground, go(world, fresh, { type: 'go', flow: flow.id, event }, MOMENTS[channel]).session),
        ];
      const home = { ...fresh, stack: [menuFrame(world, event)] };
      // What is offered after a pause is offered only when something waits.
      return [home, { ...home, parked: left(world) }].map((s) => situation(ground, s));
    }),
  );
}

/** The situation in which a session is: what lies below, what was counted and when it was are not part of it. */
export function situation(ground: Ground, from: Session): Situation {
  const { world, channel } = ground;
  const frame = top(from);
  const { flow, snapshot } = thaw(world.flows, frame);
  const home = flow.id === 'menu';
  const parked = home && from.parked ? left(world) : null;
  const confirm = from.confirm ? ` confirm ${from.confirm.label}` : '';
  const node = `${flow.id} ${flow.sameSituation(snapshot)}${parked ? ' parked' : ''}${confirm}`;
  const asked = `${node} ${pageKey(from.page)}`;
  const known = seen(ground).get(asked);
  if (known) return known;
  const plain: Session = {
    ...session(ground),
    stack: home ? [frame] : [bottom(world), frame],
    parked,
    confirm: from.confirm,
    page: from.page,
  };
  const shown = shownNow(world, plain, MOMENTS[channel], []);
  const made = {
    key: `${node} ${pageKey(shown.page)}`,
    node,
    flow,
    frame,
    state: typeof frame.value === 'string' ? frame.value : JSON.stringify(frame.value),
    session: { ...plain, page: shown.page },
    shown,
  };
  seen(ground).set(asked, made);
  return made;
}

/** Where a page begins: where it ends follows from the budget. */
function pageKey({ from, group, wide }: Page): string {
  return `${from}.${group}${wide ? 'w' : ''}`;
}

/** Many ways lead to one situation, which is worked out once. */
const SEEN = new WeakMap<Ground, Map<string, Situation>>();
function seen(ground: Ground): Map<string, Situation> {
  const known = SEEN.get(ground) ?? new Map<string, Situation>();
  SEEN.set(ground, known);
  return known;
}

/** A conversation that goes on: greeted, its question a minute old. */
function session({ world, channel, lang }: Ground): Session {
  return { ...newSession(lang, bottom(world), MOMENTS[channel].now - A_MINUTE), turn: 2, greeted: true };
}

/** The menu that lies below every dialogue, and something that was left for it: always the same ones. */
function bottom(world: World): Frame {
  return fixtures(world).menu;
}
function left(world: World): Session['parked'] {
  return fixtures(world).parked;
}

interface Fixtures {
  readonly menu: Frame;
  readonly parked: Session['parked'];
}
const MADE = new WeakMap<World, Fixtures>();
function fixtures(world: World): Fixtures {
  const known = MADE.get(world);
  if (known) return known;
  const menu = menuFrame(world);
  const flow = Object.values(world.flows).find((f) => f.id !== 'menu');
  const stack = flow ? [menu, open(world.flows, flow.id, flow.entries[0] as FlowEvent).frame] : [menu];
  const made = { menu, parked: { stack, page: START } };
  MADE.set(world, made);
  return made;
}
