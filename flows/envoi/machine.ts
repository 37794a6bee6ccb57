/** A mediator sends a sheet from a basic phone: the number and the sheet are read back, then a code is asked for. */
import { assign, emit, setup } from 'xstate';
import type { Effect } from '../flow.ts';
import type { Knowledge } from '../knowledge.ts';

export interface EnvoiContext {
  /** Id of what will be sent: the same order twice sends one. */
  id: string;
  /** Who sends: ids of an account and its organisation, and the first name that the person knows. */
  account: string;
  org: string;
  by: string;
  /** E.164; empty where it is no mobile. */
  to: string;
  /** As the sender dials it. */
  shown: string;
  sheets: readonly string[];
  sheet: string;
}

/** What became of the code and of the sending. */
export const VERDICTS = ['sent', 'wrong', 'locked', 'capped', 'refused'] as const;
export type Verdict = (typeof VERDICTS)[number];

export type EnvoiEvent =
  | ({ type: 'ORDER'; words: string; ready: boolean } & Omit<EnvoiContext, 'sheets' | 'sheet'>)
  | { type: 'SHEET'; sheet: string }
  | { type: 'YES' }
  | { type: 'NO' }
  /** `is` comes from outside: the code itself is never here. */
  | { type: 'PIN'; value: string; is?: Verdict }
  | { type: 'BACK' }
  | { type: 'MENU' };

const NONE: EnvoiContext = {
  ...{ id: '', account: '', org: '', by: '', to: '', shown: '', sheets: [], sheet: '' },
};
const MOST = 3;

export function makeMachine(knowledge: Knowledge) {
  const isDiscreet = (sheet: string) => knowledge.sheet(sheet, 'fr')?.discreet === true;
  const found = (words: string) => {
    const { hits, sure } = knowledge.search(words, 'fr');
    const sheets = hits.slice(0, MOST).map(({ sheet }) => sheet);
    return { sheets, sheet: (sure || sheets.length === 1 ? sheets[0] : undefined) ?? '' };
  };
  const given = ({ event }: { event: EnvoiEvent }): EnvoiContext => {
    if (event.type !== 'ORDER') return NONE;
    const { type: _, words, ready: __, ...order } = event;
    return { ...order, ...found(words) };
  };
  const is =
    (verdict: Verdict) =>
    ({ event }: { event: EnvoiEvent }) =>
      event.type === 'PIN' && event.is === verdict;

  const envoi = setup({
    types: { context: {} as EnvoiContext, events: {} as EnvoiEvent, emitted: {} as Effect },
    guards: {
      unready: ({ event }) => event.type === 'ORDER' && !event.ready,
      noPhone: ({ event }) => event.type === 'ORDER' && event.to === '',
      nothing: ({ event }) => event.type === 'ORDER' && found(event.words).sheets.length === 0,
      several: ({ event }) => event.type === 'ORDER' && found(event.words).sheet === '',
      discreet: ({ event }) =>
        isDiscreet(
          event.type === 'ORDER' ? found(event.words).sheet : event.type === 'SHEET' ? event.sheet : '',
        ),
      sent: is('sent'),
      locked: is('locked'),
      capped: is('capped'),
      refused: is('refused'),
    },
  });
  const coding = envoi.createStateConfig({
    on: {
      PIN: [
        { guard: 'sent', target: 'sent' },
        { guard: 'locked', target: 'locked' },
        { guard: 'capped', target: 'capped' },
        { guard: 'refused', target: 'refused' },
        { target: 'wrong' },
      ],
      BACK: 'confirm',
    },
  });
  return envoi.createMachine({
    id: 'envoi',
    context: NONE,
    initial: 'none',
    on: {
      ORDER: [
        { guard: 'unready', target: '.unready' },
        { guard: 'noPhone', target: '.noPhone' },
        { guard: 'nothing', target: '.none' },
        { guard: 'several', target: '.which', actions: assign(given) },
        { guard: 'discreet', target: '.discreet' },
        { target: '.confirm', actions: assign(given) },
      ],
      MENU: { actions: emit({ type: 'go', flow: 'menu', event: { type: 'HOME' } }) },
    },
    states: {
      unready: {},
      noPhone: {},
      none: {},
      discreet: {},
      which: {
        on: {
          SHEET: [
            { guard: 'discreet', target: 'discreet' },
            { target: 'confirm', actions: assign(({ event }) => ({ sheet: event.sheet })) },
          ],
        },
      },
      confirm: { on: { YES: 'pin', NO: 'cancelled' } },
      pin: coding,
      wrong: coding,
      cancelled: {},
      sent: {},
      locked: {},
      capped: {},
      refused: {},
    },
  });
}
