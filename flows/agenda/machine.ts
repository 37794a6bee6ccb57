/** Permanences and workshops: where, then dates, one in detail, a seat; and one's own enrolments. */
import { assign, emit, setup } from 'xstate';
import type { Effect } from '../flow.ts';
import type { Knowledge } from '../knowledge.ts';
import { whereabouts } from '../whereabouts.ts';

/** What a session was to this person when it was shown: what is offered with it does not change under their thumb. */
export const STANDINGS = ['free', 'open', 'full', 'mine', 'hidden'] as const;
export type Standing = (typeof STANDINGS)[number];

export interface AgendaContext {
  /** Id of a spot. */
  where: string | null;
  /** Spots that the words may have meant. */
  spots: readonly string[];
  /** The day meant, from and until, UTC milliseconds; 0 is any. */
  from: number;
  until: number;
  skip: number;
  session: string | null;
  standing: Standing;
  /** Of an enrolment: four digits, given or keyed in. */
  code: string;
}

export type AgendaEvent =
  | { type: 'ASK'; where?: string }
  | { type: 'MINE' }
  | { type: 'CODE'; value: string }
  | { type: 'WHERE'; value: string }
  | { type: 'SPOT'; where: string }
  | { type: 'ELSEWHERE' }
  | { type: 'SHOW'; session: string; standing: Standing }
  | { type: 'LATER'; by: number }
  | { type: 'DAYS' }
  | { type: 'DAY'; from: number; until: number }
  /** `full`: the last seat went meanwhile. */
  | { type: 'ENROL'; full: boolean; code: string }
  | { type: 'CANCEL'; session: string }
  | { type: 'DATES' }
  | { type: 'BACK' }
  | { type: 'MENU' };

const NO_DATE: AgendaContext = {
  where: null,
  spots: [],
  from: 0,
  until: 0,
  skip: 0,
  session: null,
  standing: 'free',
  code: '',
};

export function makeMachine({ places, workshops }: Knowledge) {
  const agenda = setup({
    types: { context: {} as AgendaContext, events: {} as AgendaEvent, emitted: {} as Effect },
    guards: {
      there: ({ event }) => event.type === 'ASK' && places.spot(event.where ?? '') !== undefined,
      known: ({ context }) => context.where !== null,
      ...whereabouts(places),
      full: ({ event }) => event.type === 'ENROL' && event.full,
      later: ({ context }) => context.skip > 0 || context.from > 0,
    },
  });
  const asking = agenda.createStateConfig({
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
          actions: assign(({ event }) => ({ spots: places.where(event.value).map(({ id }) => id) })),
        },
        { target: 'unknown' },
      ],
    },
  });
  const cancelling = agenda.createStateConfig({
    on: {
      CANCEL: {
        target: 'cancelled',
        actions: [
          emit(({ event }) => ({ type: 'unenrol' as const, session: event.session })),
          assign(({ event }) => ({ session: event.session, code: '' })),
        ],
      },
    },
  });
  return agenda.createMachine({
    id: 'agenda',
    context: NO_DATE,
    initial: 'where',
    on: {
      ASK: [
        {
          guard: 'there',
          target: '.list',
          actions: assign(({ event }) => ({ ...NO_DATE, where: event.where ?? null })),
        },
        { target: '.where', actions: assign(NO_DATE) },
      ],
      MINE: { target: '.mine', actions: assign(NO_DATE) },
      MENU: { actions: emit({ type: 'go', flow: 'menu', event: { type: 'HOME' } }) },
      DATES: [
        { guard: 'known', target: '.list', actions: assign({ session: null, code: '' }) },
        { target: '.where' },
      ],
    },
    states: {
      where: asking,
      unknown: asking,
      which: {
        on: {
          ...asking.on,
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
          SHOW: {
            target: 'details',
            actions: assign(({ event }) => ({ session: event.session, standing: event.standing })),
          },
          LATER: {
            target: 'list',
            actions: assign(({ context, event }) => ({ skip: context.skip + event.by })),
          },
          DAYS: 'days',
          ELSEWHERE: { target: 'where', actions: assign(NO_DATE) },
          BACK: [
            { guard: 'later', target: 'list', actions: assign({ skip: 0, from: 0, until: 0 }) },
            { target: 'where', actions: assign(NO_DATE) },
          ],
        },
      },
      days: {
        on: {
          DAY: {
            target: 'list',
            actions: assign(({ event }) => ({ from: event.from, until: event.until, skip: 0 })),
          },
          BACK: 'list',
        },
      },
      details: {
        on: {
          ...cancelling.on,
          ENROL: [
            { guard: 'full', target: 'full' },
            {
              target: 'done',
              actions: [
                emit(({ context, event }) => {
                  const of = workshops.session(context.session ?? '');
                  return {
                    type: 'enrol' as const,
                    session: context.session ?? '',
                    seats: of?.seats ?? 0,
                    endsAt: of?.end ?? 0,
                    code: event.code,
                  };
                }),
                assign(({ event }) => ({ code: event.code })),
              ],
            },
          ],
          BACK: [
            { guard: 'known', target: 'list', actions: assign({ session: null }) },
            { target: 'mine', actions: assign({ session: null }) },
          ],
        },
      },
      full: { on: { BACK: 'list' } },
      done: { on: { BACK: 'list' } },
      cancelled: {},
      mine: {
        on: {
          SHOW: {
            target: 'details',
            actions: assign(({ event }) => ({ session: event.session, standing: event.standing })),
          },
          CODE: { target: 'coded', actions: assign(({ event }) => ({ code: event.value })) },
        },
      },
      // What the code opens, only the view can tell.
      coded: {
        on: {
          ...cancelling.on,
          CODE: { target: 'coded', actions: assign(({ event }) => ({ code: event.value })) },
          BACK: { target: 'mine', actions: assign({ code: '' }) },
        },
      },
    },
  });
}
