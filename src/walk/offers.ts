/** Whether what is offered is understood as such, can happen, and changes what is told. */
import { initialTransition } from 'xstate';
import type { Effect } from '../../flows/flow.ts';
import type { Meaning } from '../../flows/understand.ts';
import type { Try } from './inputs.ts';
import { say } from './said.ts';
import type { Ground, Situation } from './situation.ts';

/** An input that was tried, and all that came of it. */
export interface Outcome {
  readonly tried: Try;
  readonly meaning: Meaning;
  readonly next: Situation;
  readonly effects: readonly Effect[];
  /** The dialogue did not take it. */
  readonly refused: boolean;
}

/** What is wrong with an answer of a situation. */
export function wrong(ground: Ground, here: Situation, outcome: Outcome): readonly string[] {
  return [
    ...misread(outcome),
    ...closed(ground, outcome),
    ...(outcome.tried.by === 'key' ? stuck(ground, here, outcome) : []),
  ];
}

/** Two answers of one question must differ by their names. */
export function twins({ shown }: Situation): readonly string[] {
  const labels = shown.prompt.options.map((o) => o.label.text.toLowerCase());
  return labels.filter((l, i) => labels.indexOf(l) < i).map((l) => `two answers are called "${l}"`);
}

/** A key or a name that means something else than what it stands for. */
function misread({ tried, meaning }: Outcome): readonly string[] {
  const { means, name, by } = tried;
  // A command that every text names must not frighten anybody.
  if (means === undefined)
    return meaning.is === 'danger' && by !== 'sample'
      ? [`${by} is read as a danger: ${meaning.danger.kind}`]
      : [];
  if (typeof means === 'string') return meaning.is === means ? [] : [`${by} "${name}" means ${meaning.is}`];
  // "Menu" is a command as well: it leads there all the same.
  if (meaning.is === 'global' && by !== 'key') return [];
  // A name that sounds like a danger is answered as one, and still does what it says.
  const read = meaning.is === 'danger' ? meaning.besides : meaning;
  if (read.is === 'event' && JSON.stringify(read.event) === JSON.stringify(means.option.event)) return [];
  // A word of two answers means the first of them: only a name must be its own.
  if (read.is === 'event' && read.option && name !== means.option.label.text) return [];
  const danger = meaning.is === 'danger' ? `the danger ${meaning.danger.kind} and ` : '';
  const instead = danger + (read.is === 'event' ? JSON.stringify(read.event) : read.is);
  return [`${by} "${name}" means ${instead}, not ${JSON.stringify(means.option.event)}`];
}

/** A dialogue that does not take what it offers, or opens another with what that one does not take. */
function closed({ world }: Ground, { tried, refused, effects }: Outcome): readonly string[] {
  const opened = effects.flatMap((e) => (e.type === 'go' || e.type === 'text' ? [e] : []));
  const shut = opened.filter(({ flow, event }) => {
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
function stuck(ground: Ground, here: Situation, { tried, next }: Outcome): readonly string[] {
  const same = say(ground, next.shown).text === say(ground, here.shown).text;
  return same ? [`key "${tried.name}" changes nothing`] : [];
}
