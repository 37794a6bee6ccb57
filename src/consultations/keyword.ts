/** Whether a word may open a consultation: nothing else that people send may be taken from them. */
import type { Consultation } from '../../flows/consultations.ts';
import { normalize } from '../../flows/normalize.ts';
import { START, showPage } from '../../flows/paging.ts';
import { understand } from '../../flows/understand.ts';
import { promptOf } from '../conversation/prompt.ts';
import { newSession } from '../conversation/session.ts';
import { menuFrame } from '../conversation/stack.ts';
import { earsOf, type World } from '../conversation/world.ts';
import { ANONYMOUS } from '../phone.ts';

/** Answers that are understood nearly everywhere. */
const ANSWERS = ['yes', 'no', 'polite', 'around', 'small', 'thanks', 'called'] as const;

/** Why this keyword (normalized) cannot be, or undefined. `others`: consultations that are open. */
export function refusal(
  world: World,
  keyword: string,
  others: readonly Pick<Consultation, 'slug' | 'keyword'>[],
): string | undefined {
  const taken = others.find((other) => other.keyword === keyword);
  if (taken) return `the keyword of ${taken.slug}, which is open`;
  if (/^[\d ]*$/.test(keyword)) return 'a number';
  if (world.knowledge.places.where(keyword).some(({ name }) => normalize(name) === keyword))
    return 'a commune';
  for (const t of Object.values(world.texts)) {
    if (ANSWERS.some((key) => t.words[key].includes(keyword))) return 'a word that answers other questions';
    if (Object.values(t.vote.words).some((all) => all.includes(keyword)))
      return 'a word that votes are made with';
  }
  const moment = { now: 0, channel: 'sms' as const, caller: ANONYMOUS };
  for (const lang of Object.keys(world.texts)) {
    const session = { ...newSession(lang, menuFrame(world), 0), greeted: true, first: true };
    const shown = showPage(promptOf(world, session, moment), 'sms', START);
    const meaning = understand(
      shown,
      { kind: 'text', text: keyword },
      earsOf({ ...world, consultations: undefined }, session, moment),
    );
    if (meaning.is === 'miss' && meaning.why === 'unknown') continue;
    return MEANT[meaning.is] ?? 'a word that means something already';
  }
  return undefined;
}

const MEANT: Readonly<Record<string, string>> = {
  global: 'a command',
  question: 'the search answers it',
  near: 'a place or a need near one',
  danger: 'read as a danger',
  language: 'the name of a language',
  open: 'a word that opens another dialogue',
  miss: 'a number',
  event: 'an answer of the menu',
};
