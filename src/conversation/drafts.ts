/** Votes that were left in the middle: kept in the session alone, and taken up again from wherever they are asked for. Pure. */
import type { Effect, Frame } from '../../flows/flow.ts';
import { type Heard, hear } from './frames.ts';
import { MAX_DRAFTS, type Session } from './session.ts';
import type { World } from './world.ts';

/** A draft that was left, wherever it was left. */
export function takenUp(
  world: World,
  session: Session,
  { flow, event }: Extract<Effect, { type: 'go' }>,
): Heard | undefined {
  const takes = world.flows[flow]?.takesUp;
  const draft = session.drafts.find((f) => f.flow === flow && takes?.(f.context, event));
  return draft && hear(world.flows, draft, event);
}

/** The drafts of a session after a turn: what stands in a dialogue is newer than what was kept of it. */
export function draftsOf(world: World, session: Session): readonly Frame[] {
  const of = (f: Frame) => world.flows[f.flow]?.draftOf?.(f.context);
  const here = session.stack.filter((f) => of(f) !== undefined);
  const older = session.drafts.filter((f) => !here.some((h) => of(h)?.id === of(f)?.id));
  return [...older, ...here.filter((f) => of(f)?.begun)].slice(-MAX_DRAFTS);
}

/** The consultations of which a session holds anything. */
export function draftsIn(world: World, { stack, parked, drafts }: Session): readonly string[] {
  const frames = [...stack, ...(parked?.stack ?? []), ...drafts];
  const ids = frames.map((f) => world.flows[f.flow]?.draftOf?.(f.context)?.id);
  return [...new Set(ids)].filter((id) => id !== undefined);
}
