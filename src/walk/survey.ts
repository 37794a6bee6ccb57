/** Every walk there is: each channel in each language, walked once and read by the tests and by both reports. */
import type { Channel } from '../../flows/flow.ts';
import type { World } from '../conversation/world.ts';
import { type Walk, walk } from './walk.ts';

export const CHANNELS: readonly Channel[] = ['sms', 'voice'];

export interface Survey {
  readonly world: World;
  readonly walks: readonly Walk[];
}

/** Walks everything, the default language first. */
export function survey(world: World): Survey {
  const langs = [world.defaultLang, ...Object.keys(world.texts).filter((lang) => lang !== world.defaultLang)];
  return {
    world,
    walks: CHANNELS.flatMap((channel) => langs.map((lang) => walk({ world, channel, lang }))),
  };
}

/** The same dialogues must be there in every language: what one reaches and another does not. */
export function unlike({ walks }: Survey): readonly string[] {
  return CHANNELS.flatMap((channel) => {
    const [first, ...others] = walks.filter((w) => w.channel === channel);
    if (!first) return [];
    const own = nodes(first);
    return others.flatMap((other) => {
      const theirs = nodes(other);
      return [
        ...[...own]
          .filter((n) => !theirs.has(n))
          .map((n) => `${channel}: ${n} is never met in ${other.lang}`),
        ...[...theirs]
          .filter((n) => !own.has(n))
          .map((n) => `${channel}: ${n} is met in ${other.lang} alone`),
      ];
    });
  });
}

/** Without the read-backs, which repeat a label of the language. */
function nodes(walk: Walk): ReadonlySet<string> {
  return new Set([...walk.visits.values()].filter((v) => !v.session.confirm).map((v) => v.node));
}
