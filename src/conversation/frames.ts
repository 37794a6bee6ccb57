/** Machines as pure functions over frames: thaw, hear one event, freeze. */
import { type AnyMachineSnapshot, initialTransition, transition } from 'xstate';
import type { Effect, Flow, FlowEvent, Frame } from '../../flows/flow.ts';
import type { Flows } from '../../flows/index.ts';
import { RelaisError } from '../errors.ts';

/** What a dialogue did with an event. */
export interface Heard {
  readonly frame: Frame;
  readonly effects: readonly Effect[];
  /** It ended: its frame is popped. */
  readonly done: boolean;
}

export function freeze(flow: Flow, s: AnyMachineSnapshot): Frame {
  return { flow: flow.id, version: flow.version, value: s.value, context: s.context };
}

/** The snapshot of a saved frame, migrated to the present version. Throws `frame_unreadable`. */
export function thaw(flows: Flows, saved: Frame): { flow: Flow; snapshot: AnyMachineSnapshot } {
  const flow = flows[saved.flow];
  if (!flow) throw new RelaisError('frame_unreadable');
  try {
    let frame = saved;
    while (frame.version < flow.version) {
      const migrate = flow.migrations?.[frame.version];
      if (!migrate) throw new RelaisError('frame_unreadable');
      frame = { ...migrate(frame), version: frame.version + 1 };
    }
    if (frame.version > flow.version || !flow.isContext(frame.context))
      throw new RelaisError('frame_unreadable');
    const snapshot = flow.machine.resolveState({
      value: frame.value as string,
      context: frame.context as never,
    });
    // It takes what is no state at all for the first one.
    if (JSON.stringify(snapshot.value) !== JSON.stringify(frame.value))
      throw new RelaisError('frame_unreadable');
    return { flow, snapshot };
  } catch (cause) {
    // Whatever a migration or the library makes of it.
    throw new RelaisError('frame_unreadable', { cause });
  }
}

/** A dialogue opened by an event, which carries its arguments. */
export function open(flows: Flows, id: string, event: FlowEvent): Heard {
  const flow = flows[id];
  if (!flow) throw new RelaisError('unknown_flow');
  const [snapshot, actions] = initialTransition(flow.machine);
  const first = effectsOf(actions);
  const heard = step(flow, snapshot, event);
  return { ...heard, effects: [...first, ...heard.effects] };
}

/** What the dialogue of this frame does with an event; undefined when it does not take it there. */
export function hear(flows: Flows, frame: Frame, event: FlowEvent): Heard | undefined {
  const { flow, snapshot } = thaw(flows, frame);
  return snapshot.can(event) ? step(flow, snapshot, event) : undefined;
}

function step(flow: Flow, snapshot: AnyMachineSnapshot, event: FlowEvent): Heard {
  const [next, actions] = transition(flow.machine, snapshot, event);
  return {
    frame: freeze(flow, next as AnyMachineSnapshot),
    effects: effectsOf(actions),
    done: (next as AnyMachineSnapshot).status === 'done',
  };
}

/** Emitted effects, and nothing else: a machine that wants to act by itself is a mistake. */
function effectsOf(actions: readonly { type: string; params?: unknown }[]): Effect[] {
  return actions.map((action) => {
    if (action.type !== 'xstate.emit') throw new RelaisError('unknown_action');
    return (action.params as { event: Effect }).event;
  });
}
