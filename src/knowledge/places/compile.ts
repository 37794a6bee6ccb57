/** Opening hours for the index of places. */
import type { Opening } from '../../../flows/places.ts';
import { holidaysOf } from '../geo/zones.ts';
import { hoursCompiler, openingAt } from '../hours/index.ts';
import type { CompileHours } from './model.ts';

/** Reads hours by the clock and the public holidays of where they are kept. Keep one for all the places. */
export function makeCompile(): CompileHours {
  const compiler = hoursCompiler();
  return (osm, { zone, department }) => {
    const compiled = compiler({ hours: osm }, { zone, holidays: holidaysOf(department) });
    return (instant): Opening => {
      const opening = openingAt(compiled, instant);
      if (opening.is === 'unknown') return opening;
      if (opening.is === 'open') {
        return opening.until === undefined ? { is: 'open' } : { is: 'open', until: opening.until };
      }
      return opening.opens === undefined ? { is: 'closed' } : { is: 'closed', opens: opening.opens };
    };
  };
}
