/** Names of places as they are compared: whatever the accents, hyphens, abbreviations and little words. */
import { normalize } from '../../../flows/normalize.ts';

const ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    st: 'saint',
    ste: 'sainte',
    sts: 'saints',
    stes: 'saintes',
    mt: 'mont',
    nd: 'notre dame',
    vx: 'vieux',
    gd: 'grand',
    gde: 'grande',
    chat: 'chateau',
    chx: 'chateaux',
    vlle: 'ville',
  }),
);

/** Words that people leave out or swap: "champigny marne", "au havre", "fontenay s bois", "sainte foy les lyon". */
const LITTLE = new Set('le la les l a au aux de du des d en et sur sous s ss lez les pres par y'.split(' '));

/** The words of a name, abbreviations written out: "St-Denis s/ Loire" → saint, denis, sur, loire. */
export function nameWords(text: string): string[] {
  const words = normalize(text.replace(/\bs\s*\//gi, ' sur ').replace(/\//g, ' sur '));
  if (words === '') return [];
  return words.split(' ').flatMap((word) => (ABBREVIATIONS.get(word) ?? word).split(' '));
}

/** The words that carry the name; all of them when there are only little ones. */
export function coreWords(words: readonly string[]): readonly string[] {
  const core = words.filter((word) => !LITTLE.has(word));
  return core.length === 0 ? words : core;
}

/** Spaces are where people err: names are compared without them. */
export const glue = (words: readonly string[]): string => words.join('');
