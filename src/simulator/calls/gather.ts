/** <Gather>: keys, words or nothing. */
import type { Element } from '../twiml/xml.ts';
import type { Form } from '../types.ts';
import type { Waiting } from './events.ts';
import { soundsInside } from './sound.ts';
import type { Scene, Step } from './steps.ts';

/** Seconds without input, where the service does not say. */
const TIMEOUT = 5;

export function gather(verb: Element, scene: Scene): Step {
  const { attributes } = verb;
  soundsInside(verb, scene);
  const keys = (attributes.input ?? 'dtmf').includes('dtmf');
  const speech = (attributes.input ?? 'dtmf').includes('speech');
  const numDigits = attributes.numDigits === undefined ? undefined : Number(attributes.numDigits);
  const finishOnKey = attributes.finishOnKey ?? '#';
  const timeout = attributes.timeout === 'auto' ? TIMEOUT : Number(attributes.timeout ?? TIMEOUT);
  const language = attributes.language === undefined ? {} : { language: attributes.language };
  const done = (form: Form): Step => ({
    do: 'fetch',
    url: attributes.action === undefined ? scene.here : scene.resolve(attributes.action),
    form: { msg: 'Gather End', ...form },
  });
  const digitsDone = (digits: string, finished = '') => done({ Digits: digits, FinishedOnKey: finished });
  const state: Waiting = keys
    ? {
        waiting: 'digits',
        speech,
        finishOnKey,
        timeout,
        ...(numDigits === undefined ? {} : { numDigits }),
        ...language,
      }
    : { waiting: 'speech', timeout, ...language };

  let digits = '';
  const press = (key: string): Step | undefined => {
    // The end key counts only after a digit: it cannot end an empty entry.
    if (key === finishOnKey) {
      if (digits !== '') return digitsDone(digits, key);
      scene.emit({ unheard: key });
      return undefined;
    }
    digits += key;
    return digits.length === numDigits ? digitsDone(digits) : undefined;
  };
  return {
    do: 'wait',
    wait: {
      state,
      on: (input) => {
        if (input.type === 'key' && keys) {
          scene.emit({ pressed: input.key });
          return press(input.key);
        }
        if (input.type === 'speech' && speech) {
          scene.emit({ spoken: input.text });
          return done({
            SpeechResult: input.text,
            Confidence: String(input.confidence),
            Language: attributes.language ?? 'en-US',
          });
        }
        if (input.type === 'silence') {
          scene.pass(timeout);
          scene.emit({ silence: timeout });
          if (digits !== '') return digitsDone(digits);
          if (attributes.actionOnEmptyResult !== 'true') return { do: 'next' };
          return keys ? digitsDone('') : done({});
        }
        if (input.type === 'hangup') return { do: 'end', reason: 'caller' };
        if (input.type === 'key') scene.emit({ unheard: input.key });
        if (input.type === 'speech') scene.emit({ unheard: input.text });
        return undefined;
      },
    },
  };
}
