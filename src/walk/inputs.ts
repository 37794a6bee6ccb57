/** What is tried at a situation: all that is offered, and what a person may say to anything. */
import type { Channel, Option } from '../../flows/flow.ts';
import type { Input } from '../../flows/input.ts';
import type { Shown } from '../../flows/paging.ts';
import type { Texts } from '../../flows/texts/index.ts';

/** How an input came to be tried. */
export type By = 'key' | 'label' | 'also' | 'sample' | 'back' | 'all' | 'dialed';

export interface Try {
  readonly by: By;
  readonly input: Input;
  /** The input as one reads it in a report. */
  readonly name: string;
  /** What it must be understood as. */
  readonly means?: { readonly option: Option } | 'next' | 'more';
}

/** Every input worth trying here, in a fixed order: by its name only if asked for, by its other words too. */
export function inputs(
  shown: Shown,
  channel: Channel,
  t: Texts,
  samples: readonly string[],
  names: boolean,
  words: boolean,
): readonly Try[] {
  const { prompt } = shown;
  const say = (text: string): Input =>
    channel === 'sms' ? { kind: 'text', text } : { kind: 'speech', text, confidence: 1 };
  const press = (digits: string): Input =>
    channel === 'sms' ? { kind: 'text', text: digits } : { kind: 'digits', digits };
  const key = (name: string, means: NonNullable<Try['means']>): Try => ({
    ...{ by: 'key', input: press(name), name, means },
  });
  const named = (by: 'label' | 'also', option: Option): readonly Try[] =>
    [option.label.text, ...(words ? (option.words ?? []) : [])].map((name) => ({
      ...{ by, input: say(name), name, means: { option } },
    }));
  return [
    ...shown.options.map(({ key: k, option }) => key(k, { option })),
    ...(shown.next ? [key(shown.next, 'next')] : []),
    ...(shown.more ? [key(shown.more, 'more')] : []),
    ...(names ? prompt.options.flatMap((option) => named('label', option)) : []),
    ...(names ? (prompt.also ?? []).flatMap((option) => named('also', option)) : []),
    { by: 'back', input: channel === 'sms' ? say(t.words.globals.back[0] ?? '') : press('*'), name: 'back' },
    { by: 'all', input: say(t.words.globals.all[0] ?? ''), name: 'all' },
    ...sampled(shown, channel, say, press, samples),
    ...(prompt.dial === undefined
      ? []
      : [true, false].map((answered): Try => {
          return {
            by: 'dialed',
            input: { kind: 'dialed', answered },
            name: answered ? 'answered' : 'no answer',
          };
        })),
  ];
}

/** What an open question is answered with: words, digits that fit and that do not, a recording. */
function sampled(
  { prompt: { ask } }: Shown,
  channel: Channel,
  say: (text: string) => Input,
  press: (digits: string) => Input,
  samples: readonly string[],
): readonly Try[] {
  const as = (name: string, input: Input): Try => ({ by: 'sample', input, name });
  switch (ask?.kind) {
    case undefined:
      return [];
    case 'words':
      return samples.map((s) => as(s, say(s)));
    case 'digits': {
      const digits = samples.filter((s) => /^\d+$/.test(s));
      return [...digits, '7'.repeat(ask.max + 1)].map((s) => as(s, press(s)));
    }
    case 'message':
      return channel === 'sms'
        ? samples.map((s) => as(s, say(s)))
        : [as('recording', { kind: 'recording', id: 'RE0', seconds: 4 })];
  }
}
