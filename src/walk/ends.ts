/** Whether an end can be reached from everywhere by what is offered: the menu, or a goodbye. */
import type { Finding } from './problem.ts';
import { say } from './said.ts';
import type { Visit, Walk } from './walk.ts';

/** A way that is in plain sight. */
const OFFERED = new Set(['key', 'back', 'dialed']);

/** Situations from which neither offered answers nor steps back lead out. */
export function ends(walk: Walk): readonly Finding[] {
  if (walk.endless) return [];
  const from = new Map<string, string[]>();
  for (const { key, ways } of walk.visits.values()) {
    for (const { by, to } of ways) {
      if (OFFERED.has(by)) from.set(to, [...(from.get(to) ?? []), key]);
    }
  }
  const out = [...walk.visits.values()].filter(isEnd).map((v) => v.key);
  const reached = new Set(out);
  for (const key of out) {
    for (const before of from.get(key) ?? []) {
      if (reached.has(before)) continue;
      reached.add(before);
      out.push(before);
    }
  }
  return [...walk.visits.values()]
    .filter((v) => !reached.has(v.key))
    .map((at) => ({ at, problem: 'no way out is offered', said: say(walk, at.shown).text }));
}

function isEnd(visit: Visit): boolean {
  return visit.leaf || visit.flow.id === 'menu' || visit.shown.prompt.end === true;
}
