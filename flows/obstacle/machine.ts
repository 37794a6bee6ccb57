/** A service that is closed or blocked: which, where, what happened; then the nearest help. */
import { assign, emit, setup } from 'xstate';
import type { Effect } from '../flow.ts';
import type { Knowledge } from '../knowledge.ts';
import { texts } from '../texts/index.ts';
import { isService, isTrouble, type Service, type Trouble } from './kinds.ts';
import { read } from './read.ts';

export interface ObstacleContext {
  service: Service | null;
  /** Id of a spot. */
  where: string | null;
  spots: readonly string[];
  trouble: Trouble | null;
}

export type ObstacleEvent =
  | { type: 'ASK' }
  | { type: 'SAID'; value: string }
  | { type: 'SERVICE'; service: Service }
  | { type: 'WHERE'; value: string }
  | { type: 'SPOT'; where: string }
  | { type: 'ELSEWHERE' }
  | { type: 'TROUBLE'; trouble: Trouble }
  | { type: 'YES' }
  | { type: 'NO' }
  | { type: 'NEAR' }
  | { type: 'TELL' }
  | { type: 'BACK' }
  | { type: 'MENU' };

export const UNSAID: ObstacleContext = { service: null, where: null, spots: [], trouble: null };

/** The first question that is still open. */
const NEXT = [
  { guard: 'noService' as const, target: 'service' },
  { guard: 'severalSpots' as const, target: 'which' },
  { guard: 'nowhere' as const, target: 'where' },
  { guard: 'noTrouble' as const, target: 'trouble' },
  { target: 'confirm' },
];

export function makeMachine(knowledge: Knowledge) {
  const { places } = knowledge;
  const languages = Object.values(texts);
  const obstacle = setup({
    types: { context: {} as ObstacleContext, events: {} as ObstacleEvent, emitted: {} as Effect },
    guards: {
      noService: ({ context }) => context.service === null,
      severalSpots: ({ context }) => context.where === null && context.spots.length > 1,
      nowhere: ({ context }) => context.where === null,
      noTrouble: ({ context }) => context.trouble === null,
      found: ({ event }) => event.type === 'WHERE' && places.where(event.value).length > 0,
      spot: ({ event }) => event.type === 'SPOT' && places.spot(event.where) !== undefined,
      service: ({ event }) =>
        event.type === 'SAID' && read(event.value, languages, knowledge).service !== undefined,
      something: ({ event }) =>
        event.type === 'SAID' && saysSomething(read(event.value, languages, knowledge)),
    },
    actions: {
      read: assign(({ context, event }) =>
        event.type === 'SAID' ? heard(context, event.value, languages, knowledge) : {},
      ),
      placed: assign(({ event }) => {
        if (event.type !== 'WHERE') return {};
        const found = places.where(event.value);
        const [first] = found;
        return first && (first.sure || found.length === 1)
          ? { where: first.id, spots: [] }
          : { where: null, spots: found.map((w) => w.id) };
      }),
    },
  });
  const asking = obstacle.createStateConfig({
    on: {
      WHERE: [{ guard: 'found', target: 'next', actions: 'placed' }, { target: 'unknown' }],
      BACK: { target: 'service', actions: assign({ service: null }) },
    },
  });
  const choosing = obstacle.createStateConfig({
    on: {
      SERVICE: {
        target: 'next',
        actions: assign({ service: ({ event }) => known(event.service, isService) }),
      },
      SAID: [
        { guard: 'service', target: 'next', actions: 'read' },
        // A place or a trouble of a service that is none of ours.
        { guard: 'something', target: 'next', actions: ['read', assign({ service: 'other' })] },
        { target: 'unclear' },
      ],
    },
  });
  return obstacle.createMachine({
    id: 'obstacle',
    context: UNSAID,
    initial: 'service',
    on: {
      ASK: { target: '.service', actions: assign(() => UNSAID) },
      SAID: { target: '.next', actions: 'read' },
      MENU: { actions: emit({ type: 'go', flow: 'menu', event: { type: 'HOME' } }) },
    },
    states: {
      next: { always: NEXT },
      service: choosing,
      unclear: choosing,
      where: asking,
      unknown: asking,
      which: {
        on: {
          SPOT: {
            guard: 'spot',
            target: 'next',
            actions: assign(({ event }) => ({ where: event.where, spots: [] })),
          },
          ELSEWHERE: { target: 'where', actions: assign({ spots: [] }) },
          BACK: { target: 'where', actions: assign({ spots: [] }) },
        },
      },
      trouble: {
        on: {
          TROUBLE: {
            target: 'confirm',
            actions: assign({ trouble: ({ event }) => known(event.trouble, isTrouble) }),
          },
          BACK: { target: 'where', actions: assign({ where: null }) },
        },
      },
      confirm: {
        on: {
          YES: { target: 'done', actions: emit(({ context }) => counted(context, knowledge)) },
          NO: { target: 'service', actions: assign(() => UNSAID) },
          BACK: { target: 'trouble', actions: assign({ trouble: null }) },
        },
      },
      done: {
        on: {
          NEAR: {
            actions: emit(({ context }) => ({
              type: 'go',
              flow: 'points',
              event: { type: 'ASK', need: 'papers', where: context.where ?? '' },
            })),
          },
          TELL: { actions: emit({ type: 'go', flow: 'testimony', event: { type: 'ASK' }, replace: true }) },
        },
      },
    },
  });
}

function known<T>(value: unknown, is: (value: unknown) => value is T): T | null {
  return is(value) ? value : null;
}

/** What the sentence says is taken; what it does not say stays as it was. */
function heard(
  context: ObstacleContext,
  sentence: string,
  languages: readonly (typeof texts)[string][],
  knowledge: Knowledge,
): ObstacleContext {
  const { service, trouble, spots } = read(sentence, languages, knowledge);
  const [first] = spots;
  return {
    service: service ?? context.service,
    trouble: trouble ?? context.trouble,
    ...(spots.length === 1 && first !== undefined
      ? { where: first, spots: [] }
      : { where: spots.length > 1 ? null : context.where, spots }),
  };
}

function saysSomething({ trouble, spots }: ReturnType<typeof read>): boolean {
  return trouble !== undefined || spots.length > 0;
}

function counted({ service, where, trouble }: ObstacleContext, { places }: Knowledge): Effect {
  return {
    type: 'obstacle',
    service: service ?? 'other',
    trouble: trouble ?? 'other',
    department: places.spot(where ?? '')?.department ?? '',
  };
}
