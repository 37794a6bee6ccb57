/** Exchanges that begin again: what they decide on was not known, or has changed meanwhile. */
import { KeptWanted } from './world.ts';

/** Another process opened or closed a consultation, or corrected something: it is read, and the exchange begins again. */
export class Outdated extends Error {}

const MOST_READINGS = 5;

export async function upToDate<T>(
  exchange: (lookUp: boolean) => Promise<T>,
  refresh: () => Promise<unknown>,
): Promise<T> {
  let lookUp = false;
  for (let readings = 0; ; readings += 1) {
    try {
      return await exchange(lookUp);
    } catch (error) {
      if (readings >= MOST_READINGS) throw error;
      if (error instanceof KeptWanted && !lookUp) lookUp = true;
      else if (error instanceof Outdated) await refresh();
      else throw error;
    }
  }
}
