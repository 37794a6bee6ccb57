/** Find a sheet by theme or among a few, and read it part by part, or the rest at once. */
import { assign, emit, setup } from 'xstate';
import type { Effect } from '../flow.ts';
import { type Knowledge, PARTS, type PartId, type ThemeId } from '../knowledge.ts';

export interface RightsContext {
  theme: ThemeId | null;
  /** The sheets that a question may have meant. */
  choices: readonly string[];
  sheet: string | null;
  /** The part being read, or the one after which the rest is read. */
  part: PartId;
}

export type RightsEvent =
  | { type: 'THEMES' }
  | { type: 'THEME'; theme: ThemeId }
  | { type: 'CHOOSE'; sheets: readonly string[] }
  | { type: 'OPEN'; sheet: string }
  | { type: 'PART'; part: PartId }
  | { type: 'ALL' }
  | { type: 'BACK' }
  | { type: 'SEND'; mobile: boolean }
  | { type: 'NEAR' }
  | { type: 'FEEDBACK' }
  | { type: 'HUMAN' }
  | { type: 'REMIND' }
  | { type: 'MENU' };

const nothing: RightsContext = { theme: null, choices: [], sheet: null, part: 'short' };

/** The parts that this sheet has, in reading order. */
export function partsOf(knowledge: Knowledge, id: string | null): readonly PartId[] {
  const sheet = id === null ? undefined : knowledge.sheet(id, 'fr');
  return PARTS.filter((p) => (sheet?.parts[p]?.length ?? 0) > 0);
}

/** What "the rest" is: the parts after this one; what has changed keeps its own key, so that the rest stays three texts. */
export function partsAfter(knowledge: Knowledge, id: string | null, part: PartId): readonly PartId[] {
  const parts = partsOf(knowledge, id);
  return parts.slice(parts.indexOf(part) + 1).filter((p) => p !== 'changed');
}

export function makeMachine(knowledge: Knowledge) {
  const machine = setup({
    types: { context: {} as RightsContext, events: {} as RightsEvent, emitted: {} as Effect },
    guards: {
      known: ({ event }) => event.type === 'OPEN' && knowledge.sheet(event.sheet, 'fr') !== undefined,
      hasPart: ({ context, event }) =>
        event.type === 'PART' && partsOf(knowledge, context.sheet).includes(event.part),
      hasRest: ({ context }) => partsAfter(knowledge, context.sheet, context.part).length > 0,
      chosen: ({ context }) => context.choices.length > 0,
      themed: ({ context }) => context.theme !== null,
    },
  });
  /** What one may do from anywhere in a sheet. */
  const reading = machine.createStateConfig({
    on: {
      PART: {
        guard: 'hasPart',
        target: 'part',
        actions: assign({ part: ({ event }) => event.part }),
      },
      ALL: { guard: 'hasRest', target: 'all' },
      SEND: {
        actions: emit(({ context, event }) => ({
          type: 'go',
          flow: 'send',
          event: { type: 'SEND', sheet: context.sheet ?? '', mobile: event.mobile },
        })),
      },
      NEAR: {
        actions: emit(({ context }) => ({
          type: 'go',
          flow: 'points',
          event: {
            type: 'ASK',
            need: 'papers',
            body: knowledge.sheet(context.sheet ?? '', 'fr')?.body ?? '',
          },
        })),
      },
      FEEDBACK: {
        actions: emit(({ context }) => ({
          type: 'go',
          flow: 'feedback',
          event: { type: 'ASK', sheet: context.sheet ?? '' },
        })),
      },
      REMIND: { actions: emit({ type: 'go', flow: 'remind', event: { type: 'ASK' } }) },
      HUMAN: {
        actions: emit(({ context }) => ({
          type: 'go',
          flow: 'human',
          event: { type: 'BODY', body: knowledge.sheet(context.sheet ?? '', 'fr')?.body ?? '' },
        })),
      },
    },
  });
  return machine.createMachine({
    id: 'rights',
    context: nothing,
    initial: 'themes',
    on: {
      THEMES: { target: '.themes', actions: assign(nothing) },
      CHOOSE: {
        target: '.choose',
        actions: assign(({ event }) => ({ ...nothing, choices: event.sheets.slice(0, 3) })),
      },
      OPEN: {
        guard: 'known',
        target: '.short',
        actions: assign(({ event }) => ({ sheet: event.sheet, part: 'short' as const })),
      },
      MENU: { actions: emit({ type: 'go', flow: 'menu', event: { type: 'HOME' } }) },
    },
    states: {
      themes: {
        on: {
          THEME: { target: 'theme', actions: assign(({ event }) => ({ ...nothing, theme: event.theme })) },
        },
      },
      done: { type: 'final' },
      theme: { on: { BACK: { target: 'themes', actions: assign(nothing) } } },
      choose: { on: { BACK: { target: 'themes', actions: assign(nothing) } } },
      short: {
        on: {
          ...reading.on,
          BACK: [
            { guard: 'chosen', target: 'choose', actions: assign({ sheet: null }) },
            { guard: 'themed', target: 'theme', actions: assign({ sheet: null }) },
            // A question asked anywhere: back to where it was asked.
            { target: 'done' },
          ],
        },
      },
      part: { on: { ...reading.on, BACK: { target: 'short', actions: assign({ part: 'short' }) } } },
      all: { on: { ...reading.on, BACK: { target: 'short', actions: assign({ part: 'short' }) } } },
    },
  });
}
