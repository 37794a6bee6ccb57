/** Texts of numbers of other countries: answered, but no more than so many a day for each country. */
import { countryCode } from './phone.ts';

const DAY = 86_400_000;

/**
 * May this number (E.164, of a country that is not texted by us) be answered at this instant (UTC ms)? Many people in France
 * keep a number of elsewhere; whoever pumps texts owns a whole range of them. Counted by process and calling code.
 */
export type Abroad = (number: string, now: number) => boolean;

export function makeAbroad(perDay: number): Abroad {
  let day = 0;
  let counts = new Map<string, number>();
  return (number, now) => {
    const today = Math.floor(now / DAY);
    if (today !== day) {
      day = today;
      counts = new Map();
    }
    const code = countryCode(number);
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count <= perDay;
  };
}
