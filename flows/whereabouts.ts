/** How a dialogue hears where somebody is: one place, several of that name, or one of those that were offered. */
import type { FlowEvent, Knowledge } from './flow.ts';

type Heard = { readonly event: FlowEvent };

/** Guards over `{ type: 'WHERE', value }` and `{ type: 'SPOT', where }`, for machines that ask for a place. */
export function whereabouts(places: Knowledge['places']) {
  const named = (event: FlowEvent) => (event.type === 'WHERE' ? places.where(String(event.value)) : []);
  return {
    one: ({ event }: Heard) => {
      const spots = named(event);
      return spots.length === 1 || spots[0]?.sure === true;
    },
    several: ({ event }: Heard) => named(event).length > 1,
    spot: ({ event }: Heard) => event.type === 'SPOT' && places.spot(String(event.where)) !== undefined,
  };
}
