/** A place's own staff say by text that it is closed for some days: read back, then confirmed. */
import { assign, emit, setup } from 'xstate';
import {
  defineFlow,
  type Effect,
  type Flow,
  type Here,
  type Knowledge,
  line,
  type Option,
  type Prompt,
  yesNo,
} from '../flow.ts';
import type { Place, Where } from '../places.ts';
import { spoken } from './days.ts';

interface PremisesContext {
  /** Ids of the places that this number speaks for. */
  places: readonly string[];
  place: string | null;
  /** Days; null to take all of them back. */
  from: string | null;
  to: string | null;
}

type PremisesEvent =
  | { type: 'CLOSE'; places: readonly string[]; from: string; to: string }
  | { type: 'REOPEN'; places: readonly string[] }
  | { type: 'UNCLEAR' }
  | { type: 'PLACE'; place: string }
  | { type: 'YES' }
  | { type: 'NO' }
  | { type: 'MENU' };

const NOTHING: PremisesContext = { places: [], place: null, from: null, to: null };
/** Offered at most: nobody keeps more places with one phone. */
const MOST = 5;
/** Only its name is told: how far it is does not matter. */
const NOWHERE: Where = {
  ...{ id: '', kind: 'commune', name: '', department: '', lat: 0, lon: 0, zone: 'Europe/Paris' },
  sure: true,
};

/** Two of the sample, for the walk. */
const SEVERAL = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000005'];

const machine = setup({
  types: { context: {} as PremisesContext, events: {} as PremisesEvent, emitted: {} as Effect },
  guards: { one: ({ event }) => 'places' in event && event.places.length === 1 },
  actions: {
    read: assign(({ event }) => {
      if (!('places' in event)) return NOTHING;
      const places = event.places.slice(0, MOST);
      const [from, to] = event.type === 'CLOSE' ? [event.from, event.to] : [null, null];
      return { places, place: places.length === 1 ? (places[0] ?? null) : null, from, to };
    }),
  },
}).createMachine({
  id: 'premises',
  context: NOTHING,
  initial: 'unclear',
  on: {
    CLOSE: [
      { guard: 'one', target: '.confirm', actions: 'read' },
      { target: '.which', actions: 'read' },
    ],
    REOPEN: [
      { guard: 'one', target: '.confirm', actions: 'read' },
      { target: '.which', actions: 'read' },
    ],
    UNCLEAR: { target: '.unclear', actions: assign(NOTHING) },
    MENU: { actions: emit({ type: 'go', flow: 'menu', event: { type: 'HOME' } }) },
  },
  states: {
    unclear: {},
    which: { on: { PLACE: { target: 'confirm', actions: assign({ place: ({ event }) => event.place }) } } },
    confirm: {
      on: {
        YES: {
          target: 'done',
          actions: emit(({ context }) =>
            context.from === null || context.to === null
              ? { type: 'reopened' as const, place: context.place ?? '' }
              : { type: 'closed' as const, place: context.place ?? '', from: context.from, to: context.to },
          ),
        },
        NO: 'kept',
      },
    },
    done: {},
    kept: {},
  },
});

export function premises(knowledge: Knowledge): Flow {
  const placeOf = (id: string, now: number): Place | undefined =>
    knowledge.places.place(id, NOWHERE, now)?.place;
  return defineFlow({
    id: 'premises',
    version: 1,
    machine,
    view: (s, here: Here): Prompt => {
      const t = here.t.premises;
      const { places, place, from, to } = s.context;
      const menu: Option = { label: t.menu, event: { type: 'MENU' } };
      const name = placeOf(place ?? '', here.now)?.name.text ?? '';
      switch (s.value) {
        case 'which':
          return {
            lines: [t.which],
            options: [
              ...places.flatMap((id): Option[] => {
                const found = placeOf(id, here.now);
                return found
                  ? [
                      {
                        label: line(`${found.name.text}, ${found.commune}`),
                        event: { type: 'PLACE', place: id },
                      },
                    ]
                  : [];
              }),
              menu,
            ],
            help: t.help,
          };
        case 'confirm':
          return {
            lines: [
              from === null || to === null
                ? t.reopen(name)
                : from === to
                  ? t.one(name, ...spoken(from))
                  : t.days(name, ...spoken(from), ...spoken(to)),
            ],
            options: yesNo(
              here.t,
              { label: here.t.yes, event: { type: 'YES' } },
              { label: here.t.no, event: { type: 'NO' } },
            ),
            help: t.help,
          };
        case 'done':
          return { lines: [from === null ? t.opened : t.done], options: [menu], help: t.help };
        case 'kept':
          return { lines: [t.kept], options: [menu], help: t.helpDays };
        case 'unclear':
          return { lines: [t.unclear], options: [menu], help: t.helpDays };
      }
    },
    isContext: (c) => {
      const { places, place, from, to } = (c ?? {}) as Record<string, unknown>;
      return Array.isArray(places) && [place, from, to].every((v) => v === null || typeof v === 'string');
    },
    sameSituation: (s) => JSON.stringify([s.value, s.context]),
    entries: [
      { type: 'UNCLEAR' },
      { type: 'CLOSE', places: ['a'], from: '2026-12-24', to: '2027-01-03' },
      { type: 'REOPEN', places: ['a'] },
      { type: 'CLOSE', places: SEVERAL, from: '2026-12-24', to: '2026-12-24' },
    ],
    samples: ['ferme 24/12', 'ouvert'],
  });
}
