/** What cannot be kept at this moment is tried once more: a database that changes over is back within seconds. */
import type { Converse } from './converse.ts';

/** Short enough that the provider still waits for the answer (15 s), and somebody on the phone too. Milliseconds. */
const PAUSE = 2_000;

/** The same id twice is one turn, so that a try whose end nobody knows may be made again. */
export function patiently(converse: Converse, pause = PAUSE): Converse {
  return async (inbound, render) => {
    try {
      return await converse(inbound, render);
    } catch (error) {
      if ((error as { readonly retryable?: unknown } | null)?.retryable !== true) throw error;
      await new Promise((later) => setTimeout(later, pause));
      return converse(inbound, render);
    }
  };
}
