/** Follows TwiML verb after verb until something must be waited for. No timer: time passes when it is told to. */
import type { Callback } from '../callbacks.ts';
import { type Element, TwimlError, textOf } from '../twiml/xml.ts';
import type { Form } from '../types.ts';
import { dial } from './dial.ts';
import type { EndReason, Waiting } from './events.ts';
import { gather } from './gather.ts';
import { record } from './record.ts';
import { sound } from './sound.ts';
import type { Input, Scene, Step, Wait } from './steps.ts';

/** More answers than this without a single waiting point is a circle. */
const MOST_ANSWERS = 50;

export const APPLICATION_ERROR = 'We are sorry, an application error has occurred. Goodbye.';

export interface Stage {
  readonly scene: Omit<Scene, 'here' | 'resolve'>;
  /** The verbs at this address; throws a TwimlError when there are none to follow. */
  fetch(url: string, form: Form): Promise<readonly Element[]>;
  /** The call is picked up: the first verb is not a refusal. */
  answered(): void;
  /** The caller is no longer there: what is fetched from now on is not followed. */
  gone(): void;
  callbacks(group: readonly Callback[]): void;
  raise(code: number, text: string): void;
  ended(reason: EndReason): void;
  /** What follows the document, where that is not the end. */
  last?(): Step;
}

export interface Player {
  readonly waiting: Waiting | undefined;
  /** Starts anew at this step, whatever was going on. */
  play(step: Step, document?: () => readonly Element[]): Promise<void>;
  input(input: Input): Promise<void>;
}

export function makePlayer(stage: Stage): Player {
  let verbs: Element[] = [];
  let here = '';
  let wait: Wait | undefined;
  const scene: Scene = {
    ...stage.scene,
    get here() {
      return here;
    },
    resolve: (url) => {
      if (!URL.canParse(url, here)) throw new TwimlError(11100, `"${url}" is not an address from ${here}`);
      return new URL(url, here).href;
    },
  };

  const begin = (verb: Element): Step => {
    if (verb.name === 'Reject')
      return { do: 'end', reason: verb.attributes.reason === 'busy' ? 'busy' : 'rejected' };
    stage.answered();
    switch (verb.name) {
      case 'Gather':
        return gather(verb, scene);
      case 'Record':
        return record(verb, scene);
      case 'Dial':
        return dial(verb, scene);
      case 'Redirect':
        return { do: 'fetch', url: scene.resolve(textOf(verb)), form: {} };
      case 'Hangup':
        return { do: 'end', reason: 'hangup' };
      default:
        sound(verb, scene);
        return { do: 'next' };
    }
  };

  const nextVerb = (): Step => {
    const verb = verbs.shift();
    return verb ? begin(verb) : (stage.last?.() ?? { do: 'end', reason: 'finished' });
  };

  const open = async (step: Extract<Step, { do: 'fetch' }>): Promise<void> => {
    verbs = [...(await stage.fetch(step.url, step.form))];
    here = step.url;
    if (step.callbacks) stage.callbacks(step.callbacks);
  };

  const follow = async (first: Step): Promise<void> => {
    wait = undefined;
    let step = first;
    for (let answers = 0; ; ) {
      if (step.do === 'wait') {
        wait = step.wait;
        stage.scene.emit(wait.state);
        return;
      }
      if (step.do === 'end') return stage.ended(step.reason);
      if (step.do === 'fetch') {
        answers += 1;
        if (answers > MOST_ANSWERS) throw new TwimlError(81022, 'the answers lead in a circle');
        await open(step);
      } else if (step.callbacks) stage.callbacks(step.callbacks);
      step = nextVerb();
    }
  };

  const safely = async (act: () => Promise<void>): Promise<void> => {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof TwimlError)) throw error;
      wait = undefined;
      stage.raise(error.code, error.message);
      stage.answered();
      stage.scene.emit({ said: APPLICATION_ERROR, seconds: 4, language: 'en-US' });
      stage.ended('error');
    }
  };

  /** The last words to the service of a call that nobody listens to any more. */
  const leave = async (step: Step | undefined): Promise<void> => {
    wait = undefined;
    stage.gone();
    if (step?.do === 'fetch') {
      try {
        await open(step);
      } catch (error) {
        if (!(error instanceof TwimlError)) throw error;
        stage.raise(error.code, error.message);
      }
    }
    stage.ended('caller');
  };

  return {
    get waiting() {
      return wait?.state;
    },
    play: (step, document) =>
      safely(() => {
        if (document) {
          // Handed over without an address: nothing in it can be relative.
          here = 'about:blank';
          verbs = [...document()];
        }
        return follow(step);
      }),
    input: (input) =>
      safely(async () => {
        const left = input.type === 'hangup' || (input.type === 'recorded' && input.end === 'hangup');
        const step = wait?.on(input);
        if (left) await leave(step);
        else if (step) await follow(step);
      }),
  };
}
