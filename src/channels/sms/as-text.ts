/** A text as it comes and as it is answered, whichever way it reached us. */
import MessagingResponse from 'twilio/lib/twiml/MessagingResponse.js';
import type { Input } from '../../../flows/input.ts';
import type { Render } from '../../conversation/converse.ts';
import { compose } from './compose.ts';

export const asText: Render = {
  silent: { answer: new MessagingResponse().toString() },
  told: (told, t) => {
    const text = compose(told.shown, t, told.alone);
    return { answer: text, text };
  },
};

export function inputOf(body: string, pictures: number): Input {
  if (body.trim() !== '') return { kind: 'text', text: body };
  return { kind: 'wordless', what: pictures > 0 ? 'picture' : 'empty' };
}
