/** The hours of a desk as a form has them: days, and one stretch or two of each. Never a public holiday. Pure. */

export const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;
export type Day = (typeof DAYS)[number];

export interface DutyHours {
  readonly days: readonly Day[];
  /** `09:00`, `12:00`. */
  readonly stretches: readonly { readonly from: string; readonly until: string }[];
}

/** In OpenStreetMap's grammar; undefined where they are no hours. */
export function writeDuty({ days, stretches }: DutyHours): string | undefined {
  const sorted = DAYS.filter((day) => days.includes(day));
  const right = stretches.every(
    ({ from, until }, i) =>
      isTime(from) && isTime(until) && from < until && (i === 0 || (stretches[i - 1]?.until ?? '') <= from),
  );
  if (sorted.length === 0 || stretches.length === 0 || !right) return undefined;
  return `${sorted.join(',')} ${stretches.map(({ from, until }) => `${from}-${until}`).join(',')}; PH off`;
}

/** What `writeDuty` wrote. */
export function readDuty(hours: string): DutyHours {
  const [, days = '', times = ''] = /^([\w,]+) ([\d:,-]+); PH off$/.exec(hours) ?? [];
  return {
    days: DAYS.filter((day) => days.split(',').includes(day)),
    stretches: times.split(',').flatMap((stretch) => {
      const [from = '', until = ''] = stretch.split('-');
      return isTime(from) && isTime(until) ? [{ from, until }] : [];
    }),
  };
}

function isTime(time: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
}
