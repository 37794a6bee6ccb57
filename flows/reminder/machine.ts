/** A reminder that was agreed: of an appointment, of a last day, or whether what a mediator sent was of help. */
import { assign, emit, setup } from 'xstate';
import type { Effect } from '../flow.ts';

/** Words are here because their seal is the session's. */
export interface ReminderContext {
  id: string;
  /** The first name that the person knows the mediator by; empty where they set it themselves. */
  by: string;
  kind: string;
  /** The moment that it is about, and by whose clock (IANA). */
  at: number;
  zone: string;
  /** Empty where there is none, or where whoever holds the phone is not to know. */
  place: string;
  papers: string;
  discreet: boolean;
}

export type ReminderEvent =
  | ({ type: 'TELL' } & ReminderContext)
  | { type: 'FIRST' }
  | { type: 'CANNOT' }
  | { type: 'CALL_ME' }
  | { type: 'YES' }
  | { type: 'NO' }
  | { type: 'STUCK' }
  | { type: 'BACK' }
  | { type: 'MENU' };

const nothing: ReminderContext = {
  ...{ id: '', by: '', kind: 'visit', at: 0, zone: 'Europe/Paris', place: '', papers: '' },
  discreet: false,
};

const told = setup({
  types: { context: {} as ReminderContext, events: {} as ReminderEvent, emitted: {} as Effect },
  guards: {
    /** Set by the person: nobody waits for them, and a human is found as by anybody. */
    own: ({ context }) => context.by === '',
    after: ({ context }) => context.kind === 'after',
  },
});

const news =
  (is: Extract<Effect, { type: 'reminded' }>['is']) =>
  ({ context: { id } }: { context: ReminderContext }): Effect => ({ type: 'reminded', id, is });
const given = ({ event }: { event: ReminderEvent }): ReminderContext => {
  if (event.type !== 'TELL') return nothing;
  const { type: _, ...all } = event;
  return all;
};
const answered = told.createStateConfig({ on: { BACK: 'asked' } });

export const machine = told.createMachine({
  id: 'reminder',
  context: nothing,
  initial: 'asked',
  on: {
    TELL: { target: '.asked', actions: assign(given) },
    MENU: { actions: emit({ type: 'go', flow: 'menu', event: { type: 'HOME' } }) },
    // "Rappelez-moi" means those who wait here, at any time.
    CALL_ME: [
      { guard: 'own', actions: emit({ type: 'go', flow: 'human', event: { type: 'ASK' } }) },
      { guard: 'after', target: '.stuck', actions: emit(news('stuck')) },
      { target: '.call', actions: emit(news('call')) },
    ],
  },
  states: {
    asked: {
      on: {
        FIRST: { target: 'coming', actions: emit(news('coming')) },
        CANNOT: { target: 'cannot', actions: emit(news('cannot')) },
        YES: { target: 'yes', actions: emit(news('yes')) },
        NO: { target: 'no', actions: emit(news('no')) },
        STUCK: { target: 'stuck', actions: emit(news('stuck')) },
      },
    },
    coming: answered,
    cannot: answered,
    call: answered,
    yes: answered,
    no: answered,
    stuck: answered,
  },
});
