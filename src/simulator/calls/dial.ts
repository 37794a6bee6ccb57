/** <Dial>: somebody is called, and the two talk. */
import { type Element, elementsOf, TwimlError, textOf } from '../twiml/xml.ts';
import type { Scene, Step } from './steps.ts';

export function dial(verb: Element, scene: Scene): Step {
  const inside = elementsOf(verb).map(textOf);
  const number = (inside[0] ?? textOf(verb)).replace(/\s/g, '');
  if (inside.length > 1) throw new TwimlError(13200, '<Dial> calls one number here');
  if (!/^\+?\d{2,15}$/.test(number)) throw new TwimlError(13224, `<Dial> cannot call "${number}"`);
  scene.emit({ dialing: number });
  const screen = elementsOf(verb)[0]?.attributes.url;
  const callee = scene.dial(number);
  const sid = `CA${scene.ids()}`;
  const over = (status: string, seconds: number, bridged = status === 'completed'): Step => {
    scene.pass(seconds);
    scene.emit({ dialed: number, status });
    const { action } = verb.attributes;
    // Without an action the document goes on.
    if (action === undefined) return { do: 'next' };
    return {
      do: 'fetch',
      url: scene.resolve(action),
      form: {
        DialCallStatus: status,
        DialCallSid: sid,
        DialBridged: String(bridged),
        ...(bridged ? { DialCallDuration: String(Math.round(seconds)) } : {}),
      },
    };
  };
  if (screen !== undefined && scene.scripted(number) === undefined) {
    const from = verb.attributes.callerId ?? scene.number;
    const leg = scene.ring({ from, to: number, url: scene.resolve(screen) });
    return {
      do: 'wait',
      wait: {
        state: { waiting: 'talk', with: number },
        on: (input) => {
          if (input.type === 'leg') return over(input.status, input.seconds, input.bridged);
          if (input.type === 'hangup') {
            leg.hangUp();
            return over('completed', 1);
          }
          if (input.type === 'key') scene.emit({ unheard: input.key });
          return undefined;
        },
      },
    };
  }
  if (callee.status === 'completed') return over('completed', callee.seconds);
  if (callee.status === 'no-answer') return over('no-answer', Number(verb.attributes.timeout ?? '30'));
  if (callee.status !== 'talking') return over(callee.status, 0);
  return {
    do: 'wait',
    wait: {
      state: { waiting: 'talk', with: number },
      on: (input) => {
        if (input.type === 'callee') return over('completed', input.seconds);
        if (input.type === 'key' && input.key === '*' && verb.attributes.hangupOnStar === 'true')
          return over('completed', 1);
        // The service still learns how the conversation ended, though nobody hears its answer.
        if (input.type === 'hangup') return over('completed', 1);
        if (input.type === 'key') scene.emit({ unheard: input.key });
        return undefined;
      },
    },
  };
}
