/** Somebody asks to be reminded: of which day, at what time, then it is read back. */
import { assign, emit, setup } from 'xstate';
import type { Effect } from '../flow.ts';
import { dayIn, hourIn } from './moment.ts';

export interface RemindContext {
  /** 0 for none; months from 0. */
  day: number;
  month: number;
  /** Of the day; -1 for none. */
  minute: number;
  /** UTC milliseconds, once it was read back. */
  at: number;
}

export type RemindEvent =
  | { type: 'ASK'; value?: string }
  | { type: 'DAY'; value: string }
  | { type: 'HOUR'; value: string }
  | { type: 'YES'; at: number }
  | { type: 'AGAIN' }
  | { type: 'CANCEL' }
  | { type: 'BACK' }
  | { type: 'MENU' };

const NONE: RemindContext = { day: 0, month: 0, minute: -1, at: 0 };

/** What was said of the day, and of the hour where it stands behind. */
function both(said = ''): RemindContext | undefined {
  const found = dayIn(said);
  return found && { ...NONE, day: found.day, month: found.month, minute: hourIn(found.rest) ?? -1 };
}

const remind = setup({
  types: { context: {} as RemindContext, events: {} as RemindEvent, emitted: {} as Effect },
  guards: {
    whole: ({ event }) =>
      (event.type === 'ASK' || event.type === 'DAY') && (both(event.value)?.minute ?? -1) >= 0,
    day: ({ event }) => (event.type === 'ASK' || event.type === 'DAY') && both(event.value) !== undefined,
    hour: ({ event }) => event.type === 'HOUR' && hourIn(event.value) !== undefined,
  },
  actions: {
    dayGiven: assign(({ event }) => ('value' in event && both(event.value)) || NONE),
  },
});

const asking = remind.createStateConfig({
  on: {
    DAY: [
      { guard: 'whole', target: 'confirm', actions: 'dayGiven' },
      { guard: 'day', target: 'hour', actions: 'dayGiven' },
      { target: 'badDay' },
    ],
  },
});
const timing = remind.createStateConfig({
  on: {
    HOUR: [
      {
        guard: 'hour',
        target: 'confirm',
        actions: assign(({ event }) => ({
          minute: event.type === 'HOUR' ? (hourIn(event.value) ?? -1) : -1,
        })),
      },
      { target: 'badHour' },
    ],
    BACK: 'day',
  },
});

export const machine = remind.createMachine({
  id: 'remind',
  context: NONE,
  initial: 'day',
  on: {
    ASK: [
      { guard: 'whole', target: '.confirm', actions: 'dayGiven' },
      { guard: 'day', target: '.hour', actions: 'dayGiven' },
      { target: '.day', actions: assign(NONE) },
    ],
    MENU: { actions: emit({ type: 'go', flow: 'menu', event: { type: 'HOME' } }) },
    CANCEL: { target: '.cancelled', actions: emit({ type: 'unremind' }) },
    AGAIN: { target: '.day', actions: assign(NONE) },
  },
  states: {
    day: asking,
    badDay: asking,
    hour: timing,
    badHour: timing,
    confirm: {
      on: {
        YES: {
          target: 'done',
          actions: [
            emit(({ event }) => ({ type: 'remind' as const, at: event.at })),
            assign(({ event }) => ({ at: event.at })),
          ],
        },
        BACK: 'day',
      },
    },
    done: {},
    cancelled: {},
  },
});
