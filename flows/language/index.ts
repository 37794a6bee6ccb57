/** Languages: each is offered in its own name, after a first word in that of somebody whose language is not served. */
import { assign, emit, setup } from 'xstate';
import { defineFlow, type Effect, type Here, type Lang, type Line } from '../flow.ts';
import { firsts } from '../texts/first/index.ts';

/** `first`: the language of what is told before the choice; empty where nothing is. */
interface Context {
  readonly first: Lang;
}

const machine = setup({
  types: {
    context: {} as Context,
    events: {} as { type: 'CHOOSE' } | { type: 'FIRST'; lang: Lang } | { type: 'LANGUAGE'; lang: Lang },
    emitted: {} as Effect,
  },
}).createMachine({
  id: 'language',
  context: { first: '' },
  initial: 'choosing',
  states: {
    choosing: {
      on: {
        CHOOSE: { target: 'choosing', actions: assign({ first: '' }) },
        FIRST: { target: 'choosing', actions: assign({ first: ({ event }) => event.lang }) },
        LANGUAGE: {
          target: 'chosen',
          actions: emit(({ event }) => ({ type: 'language', lang: event.lang })),
        },
      },
    },
    chosen: { type: 'final' },
  },
});

export const language = defineFlow({
  id: 'language',
  version: 2,
  machine,
  view: ({ context }, here) => {
    const told = firstOf(context.first, here);
    return {
      lines: told ?? [here.t.language.ask],
      // In their own language too: "Français, tapez", "English, press".
      options: here.languages.map(({ lang, name }) => ({
        label: told ? { ...name, lang } : name,
        event: { type: 'LANGUAGE', lang },
      })),
      help: here.t.language.help,
      // Two with a name of usual length: a long one must not push the choice out of sight.
      segments: told ? 3 : 1,
      once: told !== undefined,
    };
  },
  isContext: (context) => typeof (context as Partial<Context> | null)?.first === 'string',
  migrations: { 1: (frame) => ({ ...frame, version: 2, context: { first: '' } }) },
  sameSituation: (s) => `${s.value} ${s.context.first}`,
  entries: [{ type: 'CHOOSE' }, ...Object.keys(firsts).map((lang) => ({ type: 'FIRST', lang }))],
  samples: [],
});

/** What is told first in a language, by text or aloud; undefined where there is nothing to tell in it. */
function firstOf(lang: Lang, { operator, channel }: Here): readonly Line[] | undefined {
  const first = firsts[lang];
  if (channel === 'sms') return first?.written(operator.name);
  return first?.spoken && [{ ...first.spoken(operator.name), lang, audio: 'first' }];
}
