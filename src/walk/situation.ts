/** A situation: where a dialogue stands and which page of it is shown, whatever led there. */
import type { Channel, Flow, FlowEvent, Frame, Lang, Prompt } from '../../flows/flow.ts';
import { type Page, paginate, type Shown, START } from '../../flows/paging.ts';
import { open, thaw } from '../conversation/frames.ts';
import { promptOf } from '../conversation/prompt.ts';
import { newSession, type Session } from '../conversation/session.ts';
import { go, menuFrame, top } from '../conversation/stack.ts';
import { textsOf, type World } from '../conversation/world.ts';
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
  const known = memory(ground).sessions.get(from) ?? work(ground, from);
  memory(ground).sessions.set(from, known);
  return known;
}

function work(ground: Ground, from: Session): Situation {
  const { world } = ground;
  const frame = top(from);
  const { flow, snapshot } = thaw(world.flows, frame);
  const home = flow.id === 'menu';
  const parked = home && from.parked ? left(world) : null;
  const confirm = from.confirm ? ` confirm ${from.confirm.label}` : '';
  const node = `${flow.id} ${flow.sameSituation(snapshot)}${parked ? ' parked' : ''}${confirm}`;
  const asked = `${node} ${pageKey(from.page)}`;
  const known = memory(ground).situations.get(asked);
  if (known) return known;
  const plain: Session = {
    ...session(ground),
    stack: home ? [frame] : [bottom(world), frame],
    parked,
    confirm: from.confirm,
    page: from.page,
  };
  const shown = show(ground, node, plain);
  const made = {
    key: `${node} ${pageKey(shown.page)}`,
    node,
    flow,
    frame,
    state: typeof frame.value === 'string' ? frame.value : JSON.stringify(frame.value),
    session: { ...plain, page: shown.page },
    shown,
  };
  memory(ground).situations.set(asked, made);
  return made;
}

/** What is shown there. The pages of a node are those of one prompt, which is asked for once. */
function show(ground: Ground, node: string, at: Session): Shown {
  const { world, channel, lang } = ground;
  const moment = MOMENTS[channel];
  const known = memory(ground).prompts.get(node);
  const prompt = known ?? promptOf(world, at, moment);
  memory(ground).prompts.set(node, prompt);
  const t = textsOf(world, lang);
  return paginate(prompt, channel, at.page, (shown) => world.fits[channel](shown, t, moment.caller));
}

/** Where a page begins: where it ends follows from the budget. */
function pageKey({ from, group, wide }: Page): string {
  return `${from}.${group}${wide ? 'w' : ''}`;
}

/** Many ways lead to one situation, which is worked out once. */
interface Memory {
  readonly sessions: WeakMap<Session, Situation>;
  readonly situations: Map<string, Situation>;
  readonly prompts: Map<string, Prompt>;
}
const MEMORIES = new WeakMap<Ground, Memory>();
function memory(ground: Ground): Memory {
  const known = MEMORIES.get(ground) ?? {
    sessions: new WeakMap(),
    situations: new Map(),
    prompts: new Map(),
  };
  MEMORIES.set(ground, known);
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
