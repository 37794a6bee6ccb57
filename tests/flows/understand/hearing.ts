/** What the tables of understanding are read against: a small knowledge, some prompts, and how a meaning is written. */
import { type Ask, line, type Option, type Prompt, yesNo } from '../../../flows/flow.ts';
import type { Input } from '../../../flows/input.ts';
import type { Danger, Knowledge } from '../../../flows/knowledge.ts';
import { type Shown, START, showPage } from '../../../flows/paging.ts';
import { texts } from '../../../flows/texts/index.ts';
import { type Ears, type Meaning, understand } from '../../../flows/understand.ts';

export const { fr, en } = texts as { fr: (typeof texts)[string]; en: (typeof texts)[string] };

export const DANGER: Danger = { kind: 'violence', numbers: ['17'], lines: [line('17.')] };
export const SPOT = { id: 'p:75018', sure: true };
export const FOUND = { hits: [{ sheet: 'rsa', score: 1 }], sure: true };

/** Knows danger when it hears "il me frappe", and one subject. */
export const knowledge = {
  danger: (text: string) => (/frappe|hits me/.test(text) ? DANGER : undefined),
  places: { where: (text: string) => (text === '75018' ? [SPOT] : []) },
  search: (text: string) =>
    /rsa|maladie|logement|casier|travail|caf|housing/.test(text) ? FOUND : { hits: [], sure: false },
} as unknown as Knowledge;

export const hearing = (lang: string): Ears => ({
  knowledge,
  words: [fr.words, en.words],
  languages: { fr, en },
  lang,
});
export const ears = hearing('fr');

export const PAPERS: Option = {
  label: line('Papiers', 'Les papiers à apporter'),
  event: { type: 'PAPERS' },
  words: fr.words.parts.bring,
};
export const COST: Option = { label: fr.parts.cost, event: { type: 'COST' }, words: fr.words.parts.cost };
export const CALL: Option = { label: fr.parts.call, event: { type: 'CALL' }, words: fr.words.parts.call };
export const WHERE: Option = { label: fr.parts.where, event: { type: 'WHERE' }, words: fr.words.parts.where };

/** What is shown of a prompt with these answers. */
export function shown(prompt: Partial<Prompt> = {}): Shown {
  return showPage({ lines: [line('?')], options: [], ...prompt }, 'sms', { ...START, to: 9 });
}
export const sheet = shown({ options: [PAPERS, COST], also: [CALL, WHERE] });
export const yes: Option = { label: fr.yes, event: { type: 'YES' } };
export const no: Option = { label: fr.no, event: { type: 'NO' } };
export const question = shown({ options: yesNo(fr, yes, no) });
export const english = shown({
  options: [
    { label: en.parts.bring, event: { type: 'PAPERS' }, words: en.words.parts.bring },
    { label: en.parts.steps, event: { type: 'STEPS' }, words: en.words.parts.steps },
  ],
  also: [
    { label: en.parts.cost, event: { type: 'COST' }, words: en.words.parts.cost },
    { label: en.parts.call, event: { type: 'CALL' }, words: en.words.parts.call },
    { label: en.parts.where, event: { type: 'WHERE' }, words: en.words.parts.where },
  ],
});
export const WORDS: Ask = { kind: 'words', event: 'SAID' };
export const TEN: Ask = { kind: 'digits', event: 'NUMBER', min: 10, max: 10 };

export const said = (text: string): Input => ({ kind: 'text', text });

/** A meaning as a table writes it: "global menu", "event YES", "miss choice", "next". */
export function short(m: Meaning): string {
  switch (m.is) {
    case 'danger':
      return `danger ${m.danger.kind}, ${short(m.besides)}`;
    case 'global':
      return `global ${m.word}`;
    case 'event':
      return `event ${m.event.type}${m.event.value === undefined ? '' : ` ${m.event.value}`}`;
    case 'miss':
      return `miss ${m.why}`;
    case 'near':
      return `near ${m.asked.where ?? m.asked.need ?? 'anywhere'}`;
    case 'talk':
      return `talk ${m.talk}`;
    default:
      return m.is;
  }
}
export const meant = (s: Shown, input: Input | string, e: Ears = ears): string =>
  short(understand(s, typeof input === 'string' ? said(input) : input, e));
