/** A machine as a Mermaid state diagram: states, events, guards, and what was seen to be asked of outside. */
import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from 'xstate';

/** What an event asks of outside in a state, in a few words: the machine only knows that something is emitted. */
export type EffectsOf = (state: string, event: string) => readonly string[];

/** `stateDiagram-v2` of a machine. From the black dot starts what is heard in every state: what opens the dialogue above all. */
export function mermaid(machine: AnyStateMachine, effectsOf: EffectsOf): string {
  const { root } = machine;
  const lines = [
    ...inside(root),
    ...transitions(root).flatMap((t) => arrow('[*]', t, effectsOf)),
    ...nodes(root).flatMap((node) => transitions(node).flatMap((t) => arrow(idOf(node), t, effectsOf))),
    ...nodes(root).flatMap((node) => (node.type === 'final' ? [`${idOf(node)} --> [*]`] : [])),
  ];
  return ['stateDiagram-v2', ...lines.map((l) => `  ${l}`)].join('\n');
}

/** What is heard in every state and leads to none: a diagram has no place for it. */
export function everywhere(machine: AnyStateMachine, effectsOf: EffectsOf): readonly string[] {
  return transitions(machine.root)
    .filter((t) => !t.target?.[0])
    .map((t) => label(t, effectsOf('', t.eventType)));
}

/** Every state under this one, parents first. */
function nodes(node: AnyStateNode): readonly AnyStateNode[] {
  return Object.values(node.states).flatMap((child) => [child, ...nodes(child)]);
}

/** States that hold others, with where each begins. */
function inside(node: AnyStateNode): readonly string[] {
  return [
    ...(node.initial?.target ?? []).map((first) => `[*] --> ${idOf(first)}`),
    ...Object.values(node.states).flatMap((child) =>
      Object.keys(child.states).length === 0
        ? [idOf(child)]
        : [`state ${idOf(child)} {`, ...inside(child).map((l) => `  ${l}`), '}'],
    ),
  ];
}

function transitions(node: AnyStateNode): readonly AnyTransitionDefinition[] {
  return [...node.transitions.values()].flat();
}

function arrow(from: string, transition: AnyTransitionDefinition, effectsOf: EffectsOf): readonly string[] {
  const target = transition.target?.[0];
  const anywhere = from === '[*]';
  if (!target && anywhere) return [];
  // Nothing but an effect: the state stays.
  const to = target ? idOf(target) : from;
  return [`${from} --> ${to}: ${label(transition, effectsOf(anywhere ? '' : from, transition.eventType))}`];
}

/** The event, its guard, and what it asks for. */
function label({ eventType, guard, actions }: AnyTransitionDefinition, seen: readonly string[]): string {
  const emits = actions.some((action) => typeOf(action) === 'xstate.emit');
  return [
    eventType,
    ...(guard === undefined ? [] : [`[${typeof guard === 'string' ? guard : typeOf(guard)}]`]),
    ...(emits ? [`/ ${seen.length > 0 ? seen.join(', ') : 'asks'}`] : []),
  ].join(' ');
}

function typeOf(thing: unknown): string {
  const type = (thing as { type?: unknown } | null)?.type;
  return typeof type === 'string' ? type : 'guarded';
}

/** Words that Mermaid reads for itself. */
const RESERVED = new Set(['end', 'state', 'note', 'direction', 'class', 'classDef', 'style']);

/** Letters, digits and underscores, unique: the path from the root. */
export function idOf(node: AnyStateNode): string {
  const id = node.path.join('_').replace(/\W/g, '_');
  return RESERVED.has(id) ? `${id}_` : id;
}
