/** docs/dialogues/<flow>.md: each dialogue as a diagram, and what is said in each of its states. Deterministic. */
import type { Effect, Flow } from '../../../flows/flow.ts';
import { say } from '../said.ts';
import type { Survey } from '../survey.ts';
import type { Visit, Walk } from '../walk.ts';
import { type EffectsOf, everywhere, mermaid } from './mermaid.ts';

/** The pages by file name. */
export function dialoguePages(survey: Survey): Readonly<Record<string, string>> {
  const { defaultLang } = survey.world;
  // By text first: what is only ever said in a call is found there.
  const walks = survey.walks.filter((w) => w.lang === defaultLang);
  const pages = Object.values(survey.world.flows).map((flow) => [`${flow.id}.md`, page(flow, walks)]);
  return Object.fromEntries(pages) as Record<string, string>;
}

function page(flow: Flow, walks: readonly Walk[]): string {
  const effects = effectsSeen(flow, walks);
  const heard = everywhere(flow.machine, effects);
  const states = [...new Set(visitsOf(flow, walks).map(({ visit }) => visit.state))];
  return `${[
    `# ${flow.id}`,
    [
      'Written by `npm run draw`: do not edit it. From the black dot starts what is heard in every state; a guard is in brackets,',
      'what is asked of outside comes after a slash.',
    ].join('\n'),
    ['```mermaid', mermaid(flow.machine, effects), '```'].join('\n'),
    ...(heard.length > 0 ? [`In every state: ${heard.map((h) => `\`${h}\``).join(' · ')}.`] : []),
    '## What is said, for instance',
    ...states.map((state) => sample(flow, state, walks)),
  ].join('\n\n')}\n`;
}

/** The first time that a state is met. */
function sample(flow: Flow, state: string, walks: readonly Walk[]): string {
  const [met] = visitsOf(flow, walks).filter(({ visit }) => visit.state === state);
  if (!met) return '';
  const { walk, visit } = met;
  const channel = walk.channel === 'sms' ? '' : ', by voice';
  return [`**${state}**${channel}`, '', '```text', say(walk, visit.shown).text, '```'].join('\n');
}

/** What a machine emits is known from what it was seen to emit: by state and event, and by event anywhere. */
function effectsSeen(flow: Flow, walks: readonly Walk[]): EffectsOf {
  const seen = new Map<string, Set<string>>();
  for (const { visit } of visitsOf(flow, walks)) {
    for (const { event, effects } of visit.ways) {
      if (event === undefined) continue;
      for (const state of [visit.state, '']) {
        const key = `${state} ${event}`;
        const told = seen.get(key) ?? new Set<string>();
        seen.set(key, told);
        for (const effect of effects) told.add(inWords(effect));
      }
    }
  }
  return (state, event) => [...(seen.get(`${state} ${event}`) ?? [])].sort();
}

function inWords(effect: Effect): string {
  switch (effect.type) {
    case 'go':
      return `opens ${effect.flow}`;
    case 'text':
      return `texts ${effect.flow}`;
    default:
      return effect.type;
  }
}

function visitsOf(flow: Flow, walks: readonly Walk[]): readonly { walk: Walk; visit: Visit }[] {
  return walks.flatMap((walk) =>
    [...walk.visits.values()].filter((v) => v.flow.id === flow.id).map((visit) => ({ walk, visit })),
  );
}
