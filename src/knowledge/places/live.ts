/** Places that may change under the dialogues: what is held is replaced as a whole. */
import type { Places } from '../../../flows/places.ts';

export interface LivePlaces {
  /** Always the same object; each call is answered by what is held at that moment. */
  readonly places: Places;
  replace(by: Places): void;
}

export function makeLivePlaces(first: Places): LivePlaces {
  let held = first;
  return {
    places: {
      where: (text) => held.where(text),
      spot: (id) => held.spot(id),
      near: (query) => held.near(query),
      place: (id, where, at) => held.place(id, where, at),
      covers: (need) => held.covers(need),
      office: (body, where) => held.office(body, where),
      ofPhone: (number) => held.ofPhone(number),
    },
    replace(by) {
      held = by;
    },
  };
}
