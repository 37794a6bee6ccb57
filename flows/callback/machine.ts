/** A call-back: about what, where, how, when; then a promise, or the honest word that nobody makes one. */
import { assign, emit, setup } from 'xstate';
import type { Safe, Way } from '../duty.ts';
import type { Effect } from '../flow.ts';
import type { Knowledge } from '../knowledge.ts';
import { whereabouts } from '../whereabouts.ts';

/** The topic of whoever says that they are in danger. */
export const DANGER = 'danger';

export interface CallbackContext {
  /** `theme:papers`, `body:caf`, `danger`; empty until it is known. */
  topic: string;
  /** Id of a spot; null where they do not know, or it was not asked yet. */
  where: string | null;
  /** Spots that the words may have meant. */
  spots: readonly string[];
  way: Way;
  /** What was promised: by whom, before when. */
  org: string;
  deadline: number;
  /** Danger was heard of. */
  urgent: boolean;
}

export type CallbackEvent =
  | { type: 'ASK'; topic?: string }
  | { type: 'TOPIC'; topic: string }
  | { type: 'WHERE'; value: string }
  | { type: 'SPOT'; where: string }
  | { type: 'ELSEWHERE' }
  | { type: 'SKIP' }
  | { type: 'WAY'; way: Way }
  | { type: 'WHEN'; safe: Safe; org: string; deadline: number; zone: string; urgent: boolean }
  | { type: 'CANCEL' }
  | { type: 'WHO' }
  | { type: 'NEAR' }
  | { type: 'BACK' }
  | { type: 'MENU' };

const NOTHING: CallbackContext = {
  ...{ topic: '', where: null, spots: [], way: 'message', org: '', deadline: 0, urgent: false },
};

/** `discreet`: of a topic, whether every sheet of it is. */
export function makeMachine({ places }: Knowledge, discreet: (topic: string) => boolean) {
  const callback = setup({
    types: { context: {} as CallbackContext, events: {} as CallbackEvent, emitted: {} as Effect },
    guards: {
      about: ({ event }) => event.type === 'ASK' && event.topic !== undefined && event.topic !== '',
      ...whereabouts(places),
    },
  });
  const asking = callback.createStateConfig({
    on: {
      WHERE: [
        {
          guard: 'one',
          target: 'way',
          actions: assign(({ event }) => ({ where: places.where(event.value)[0]?.id ?? null, spots: [] })),
        },
        {
          guard: 'several',
          target: 'which',
          actions: assign(({ event }) => ({ spots: places.where(event.value).map(({ id }) => id) })),
        },
        { target: 'unknown' },
      ],
      SPOT: {
        guard: 'spot',
        target: 'way',
        actions: assign(({ event }) => ({ where: event.where, spots: [] })),
      },
      SKIP: { target: 'way', actions: assign({ where: null, spots: [] }) },
    },
  });
  return callback.createMachine({
    id: 'callback',
    context: NOTHING,
    initial: 'topic',
    on: {
      ASK: [
        {
          guard: 'about',
          target: '.where',
          actions: assign(({ event }) => ({ ...NOTHING, topic: event.topic ?? '' })),
        },
        { target: '.topic', actions: assign(NOTHING) },
      ],
      CANCEL: { target: '.cancelled', actions: [emit({ type: 'uncallback' }), assign(NOTHING)] },
      WHO: {
        actions: emit(({ context: { topic } }) => ({
          type: 'go' as const,
          flow: 'human',
          event: topic.startsWith('body:') ? { type: 'BODY', body: topic.slice(5) } : { type: 'ASK' },
        })),
      },
      NEAR: {
        actions: emit({ type: 'go', flow: 'points', event: { type: 'ASK', need: 'papers' } }),
      },
      MENU: { actions: emit({ type: 'go', flow: 'menu', event: { type: 'HOME' } }) },
    },
    states: {
      topic: {
        on: {
          TOPIC: {
            target: 'where',
            actions: assign(({ event }) => ({ topic: event.topic, urgent: event.topic === DANGER })),
          },
        },
      },
      where: { on: { ...asking.on, BACK: { target: 'topic', actions: assign(NOTHING) } } },
      unknown: { on: { ...asking.on, BACK: { target: 'topic', actions: assign(NOTHING) } } },
      which: {
        on: {
          ...asking.on,
          ELSEWHERE: { target: 'where', actions: assign({ spots: [] }) },
          BACK: { target: 'where', actions: assign({ spots: [] }) },
        },
      },
      way: {
        on: {
          WAY: { target: 'when', actions: assign({ way: ({ event }) => event.way }) },
          BACK: { target: 'where', actions: assign({ where: null }) },
        },
      },
      when: {
        on: {
          WHEN: {
            target: 'done',
            actions: [
              assign(({ context, event }) => ({
                org: event.org,
                deadline: event.deadline,
                urgent: context.urgent || event.urgent,
              })),
              emit(({ context, event }) => ({
                type: 'callback' as const,
                ...{ org: event.org, deadline: event.deadline, zone: event.zone, safe: event.safe },
                ...{ topic: context.topic, where: context.where, way: context.way, urgent: context.urgent },
                discreet: context.urgent || discreet(context.topic),
              })),
            ],
          },
          BACK: { target: 'way' },
        },
      },
      done: {},
      cancelled: {},
    },
  });
}
