/** Whether what is offered is understood as such, can happen, and changes what is told. */
import { initialTransition } from 'xstate';
import type { Finding } from './problem.ts';
import { say } from './said.ts';
import { opened, type Visit, type Walk, type Way } from './walk.ts';

/** What is wrong with the offered answers of a situation. */
export function offers(walk: Walk, at: Visit): readonly Finding[] {
  const here = say(walk, at.shown).text;
  const finding = (problem: string): Finding => ({ at, problem, said: here });
  return [
    ...twins(at).map(finding),
    ...at.ways.flatMap((way) => [
      ...misread(way).map(finding),
      ...closed(walk, way).map(finding),
      ...(way.tried.by === 'key' ? stuck(walk, here, way).map(finding) : []),
    ]),
  ];
}

/** Two answers of one question must differ by their names. */
function twins({ shown }: Visit): readonly string[] {
  const labels = shown.prompt.options.map((o) => o.label.text.toLowerCase());
  return labels.filter((l, i) => labels.indexOf(l) < i).map((l) => `two answers are called "${l}"`);
}

/** A key or a name that means something else than what it stands for. */
function misread({ tried, meaning }: Way): readonly string[] {
  const { means, name, by } = tried;
  if (means === undefined) return [];
  if (typeof means === 'string') return meaning.is === means ? [] : [`${by} "${name}" means ${meaning.is}`];
  // "Menu" is a command as well: it leads there all the same.
  if (meaning.is === 'global' && by !== 'key') return [];
  // A name that sounds like a danger is answered as one, and still does what it says.
  const read = meaning.is === 'danger' ? meaning.besides : meaning;
  if (read.is === 'event' && JSON.stringify(read.event) === JSON.stringify(means.option.event)) return [];
  // A word of two answers means the first of them: only a name must be its own.
  if (read.is === 'event' && read.option && name !== means.option.label.text) return [];
  const instead = read.is === 'event' ? JSON.stringify(read.event) : read.is;
  return [`${by} "${name}" means ${instead}, not ${JSON.stringify(means.option.event)}`];
}

/** A dialogue that does not take what it offers, or opens another with what that one does not take. */
function closed({ world }: Walk, { tried, refused, effects }: Way): readonly string[] {
  const shut = opened(effects).filter(({ flow, event }) => {
    const machine = world.flows[flow]?.machine;
    return !machine || !initialTransition(machine)[0].can(event);
  });
  return [
    ...(refused && tried.by !== 'sample' ? [`${tried.by} "${tried.name}" is not taken`] : []),
    ...shut.map(
      ({ flow, event }) => `"${tried.name}" opens ${flow} with ${event.type}, which it does not take`,
    ),
  ];
}

/** A key after which exactly the same is told again. */
function stuck(walk: Walk, here: string, { tried, to }: Way): readonly string[] {
  const next = walk.visits.get(to);
  return next && say(walk, next.shown).text === here ? [`key "${tried.name}" changes nothing`] : [];
}
