/** What the page may do in a call, read strictly. */
import { z } from 'zod';
import type { Call } from './calls/types.ts';

const Keys = z.object({ keys: z.string().regex(/^[0-9*#]{1,30}$/) });
const Speech = z.object({ text: z.string().trim().min(1).max(500) });
const Decline = z.object({ how: z.enum(['busy', 'no-answer']) });
const Recorded = z.object({
  seconds: z.coerce.number().positive().max(3600),
  end: z.enum(['#', 'silence', 'hangup']).default('#'),
});

/** What the page shows of a call. */
export function callView(call: Call) {
  const { sid, phone, from, to, direction, state, status, waiting, reason, seconds } = call;
  return { sid, phone, from, to, direction, state, status, waiting, reason, seconds };
}

/** Does it, and returns once the call waits again. */
export async function actOn(call: Call, act: string, body: unknown, query: unknown): Promise<void> {
  switch (act) {
    case 'press':
      return call.press(Keys.parse(body).keys);
    case 'speak':
      return call.speak(Speech.parse(body).text);
    case 'silence':
      return call.silence();
    case 'hangup':
      return call.hangup();
    case 'answer':
      return call.answer();
    case 'decline':
      return call.decline(Decline.parse(body).how);
    case 'callee':
      return call.calleeHangsUp();
    case 'record': {
      if (!Buffer.isBuffer(body)) throw new Error('a WAV file is expected');
      const { seconds, end } = Recorded.parse(query);
      return call.record({ seconds, end, sound: { audio: body, contentType: 'audio/wav' } });
    }
    default:
      throw new Error(`"${act}" is nothing one can do in a call`);
  }
}
