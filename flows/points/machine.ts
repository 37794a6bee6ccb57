/** Help near you: what, where, then places; farther, another moment, one in detail, or a call put through. */
import { assign, emit, setup } from 'xstate';
import type { Effect } from '../flow.ts';
import type { Knowledge } from '../knowledge.ts';
import { NEEDS, type Need } from '../places.ts';
import { whereabouts } from '../whereabouts.ts';

export interface PointsContext {
  need: Need | null;
  /** Id of a spot. */
  where: string | null;
  /** Spots that the words may have meant. */
  spots: readonly string[];
  /** The body of the sheet that was being read: its office comes first. */
  body: string | null;
  /** The moment meant, UTC milliseconds; 0 is now. */
  at: number;
  skip: number;
  /** The place told in detail. */
  place: string | null;
}

export type PointsEvent =
  | { type: 'ASK'; need?: Need; where?: string; spots?: readonly string[]; body?: string }
  | { type: 'NEED'; need: Need }
  | { type: 'WHERE'; value: string }
  | { type: 'SPOT'; where: string }
  | { type: 'ELSEWHERE' }
  | { type: 'DETAILS'; place: string }
  | { type: 'FARTHER'; by: number }
  | { type: 'MOMENTS' }
  | { type: 'MOMENT'; at: number }
  | { type: 'DIAL' }
  | { type: 'DIALED'; answered: boolean }
  | { type: 'DATED' }
  | { type: 'KEEP' }
  | { type: 'FORGET' }
  | { type: 'WRONG' }
  | { type: 'BACK' }
  | { type: 'MENU' };

export const NOWHERE: PointsContext = {
  need: null,
  where: null,
  spots: [],
  body: null,
  at: 0,
  skip: 0,
  place: null,
};

export function makeMachine(knowledge: Knowledge) {
  const { places } = knowledge;
  const points = setup({
    types: { context: {} as PointsContext, events: {} as PointsEvent, emitted: {} as Effect },
    guards: {
      needAndWhere: ({ event }) =>
        event.type === 'ASK' && isNeed(event.need) && places.spot(event.where ?? '') !== undefined,
      needAndSpots: ({ event }) =>
        event.type === 'ASK' && isNeed(event.need) && (event.spots?.length ?? 0) > 1,
      /** Of several places that are called alike: which one is asked. */
      alike: ({ context }) => context.spots.length > 1,
      hasNeed: ({ event }) => event.type === 'ASK' && isNeed(event.need),
      /** Another place for the same need. */
      elsewhere: ({ context, event }) =>
        event.type === 'ASK' &&
        event.need === undefined &&
        context.need !== null &&
        places.spot(event.where ?? '') !== undefined,
      known: ({ context }) => context.where !== null,
      ...whereabouts(places),
      dialable: ({ context }) => dialOf(knowledge, context) !== undefined,
      answered: ({ event }) => event.type === 'DIALED' && event.answered,
      later: ({ context }) => context.skip > 0,
    },
  });
  const asking = points.createStateConfig({
    on: {
      WHERE: [
        {
          guard: 'one',
          target: 'list',
          actions: assign(({ event }) => ({ where: places.where(event.value)[0]?.id ?? null, skip: 0 })),
        },
        {
          guard: 'several',
          target: 'which',
          actions: assign(({ event }) => ({ spots: places.where(event.value).map((w) => w.id) })),
        },
        { target: 'unknown' },
      ],
      BACK: { target: 'need', actions: assign({ need: null }) },
    },
  });
  const calling = points.createStateConfig({ on: { DIAL: { guard: 'dialable', target: 'dialing' } } });

  return points.createMachine({
    id: 'points',
    context: NOWHERE,
    initial: 'need',
    on: {
      ASK: [
        {
          guard: 'needAndWhere',
          target: '.list',
          actions: assign(({ event }) => ({ ...NOWHERE, ...argumentsOf(event) })),
        },
        {
          guard: 'needAndSpots',
          target: '.which',
          actions: assign(({ event }) => ({ ...NOWHERE, ...argumentsOf(event) })),
        },
        {
          guard: 'elsewhere',
          target: '.list',
          actions: assign(({ context, event }) => ({
            ...NOWHERE,
            need: context.need,
            where: event.where ?? null,
          })),
        },
        {
          guard: 'hasNeed',
          target: '.where',
          actions: assign(({ event }) => ({ ...NOWHERE, ...argumentsOf(event) })),
        },
        { target: '.need', actions: assign(({ event }) => ({ ...NOWHERE, ...argumentsOf(event) })) },
      ],
      MENU: { actions: emit({ type: 'go', flow: 'menu', event: { type: 'HOME' } }) },
    },
    states: {
      need: {
        on: {
          DATED: {
            actions: emit(({ context }) => ({
              type: 'go' as const,
              flow: 'agenda',
              event: { type: 'ASK', ...(context.where === null ? {} : { where: context.where }) },
            })),
          },
          NEED: [
            { guard: 'known', target: 'list', actions: assign({ need: ({ event }) => event.need, skip: 0 }) },
            { guard: 'alike', target: 'which', actions: assign({ need: ({ event }) => event.need }) },
            { target: 'where', actions: assign({ need: ({ event }) => event.need }) },
          ],
        },
      },
      where: {
        on: {
          ...asking.on,
          SPOT: {
            guard: 'spot',
            target: 'list',
            actions: assign(({ event }) => ({ where: event.where, skip: 0 })),
          },
          FORGET: { actions: emit({ type: 'keep', where: null }) },
        },
      },
      unknown: asking,
      which: {
        on: {
          WHERE: asking.on.WHERE,
          SPOT: {
            guard: 'spot',
            target: 'list',
            actions: assign(({ event }) => ({ where: event.where, spots: [], skip: 0 })),
          },
          ELSEWHERE: { target: 'where', actions: assign({ spots: [] }) },
          BACK: { target: 'where', actions: assign({ spots: [] }) },
        },
      },
      list: {
        on: {
          ...calling.on,
          DETAILS: { target: 'details', actions: assign({ place: ({ event }) => event.place }) },
          FARTHER: {
            target: 'list',
            actions: assign({ skip: ({ context, event }) => context.skip + event.by }),
          },
          MOMENTS: 'moments',
          ELSEWHERE: { target: 'where', actions: assign({ where: null, skip: 0, at: 0, body: null }) },
          BACK: [
            { guard: 'later', target: 'list', actions: assign({ skip: 0 }) },
            { target: 'where', actions: assign({ where: null, at: 0 }) },
          ],
        },
      },
      details: {
        on: {
          ...calling.on,
          WRONG: {
            actions: emit(({ context }) => ({
              type: 'go' as const,
              flow: 'feedback',
              event: { type: 'PLACE', place: context.place ?? '' },
            })),
          },
          KEEP: {
            target: 'kept',
            actions: emit(({ context }) => ({ type: 'keep' as const, where: context.where })),
          },
          BACK: { target: 'list', actions: assign({ place: null }) },
        },
      },
      moments: {
        on: {
          MOMENT: { target: 'list', actions: assign(({ event }) => ({ at: event.at, skip: 0 })) },
          BACK: 'list',
        },
      },
      dialing: {
        on: {
          DIALED: [{ guard: 'answered', target: 'ended' }, { target: 'missed' }],
          BACK: 'list',
        },
      },
      kept: { on: { BACK: { target: 'list', actions: assign({ place: null }) } } },
      ended: { on: { BACK: 'list' } },
      missed: { on: { ...calling.on, BACK: 'list' } },
    },
  });
}

function argumentsOf(event: Extract<PointsEvent, { type: 'ASK' }>): Partial<PointsContext> {
  return {
    ...(isNeed(event.need) ? { need: event.need } : {}),
    ...(event.where === undefined ? {} : { where: event.where }),
    ...(event.spots === undefined ? {} : { spots: [...event.spots] }),
    ...(event.body === undefined ? {} : { body: event.body }),
  };
}

export function isNeed(need: unknown): need is Need {
  return NEEDS.includes(need as Need);
}

/** The number of the place in hand: the one in detail, else the only one that a call is told. */
export function dialOf(knowledge: Knowledge, c: PointsContext): string | undefined {
  const where = c.where === null ? undefined : knowledge.places.spot(c.where);
  if (!where || c.need === null) return undefined;
  if (c.place !== null) return knowledge.places.place(c.place, where, c.at)?.place.dial;
  return undefined;
}
