/** Hours written in OpenStreetMap's grammar. */

export const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;

/** "Mo-Fr " of some days, 0 Monday; nothing of none, which means every day. */
export function writeDays(days: ReadonlySet<number>): string {
  if (days.size === 0) return '';
  const parts: string[] = [];
  for (let day = 0; day < 7; day++) {
    if (!days.has(day)) continue;
    let end = day;
    while (days.has(end + 1)) end++;
    parts.push(end - day > 1 ? `${DAYS[day]}-${DAYS[end]}` : DAYS.slice(day, end + 1).join(','));
    day = end;
  }
  return `${parts.join(',')} `;
}

/** "09:00-12:00,14:00-17:00" of minutes, start and end in turn. */
export function writeTimes(times: readonly number[]): string {
  const parts: string[] = [];
  for (let at = 0; at < times.length; at += 2) {
    parts.push(`${clock(times[at] as number)}-${clock(times[at + 1] as number)}`);
  }
  return parts.join(',');
}

/** A week in as few rules as it takes: days of the same times together. @param week seven days from Monday, empty: closed. */
export function writeWeek(week: readonly (readonly number[])[]): string {
  const same = new Map<string, Set<number>>();
  week.forEach((times, day) => {
    if (times.length === 0) return;
    const written = writeTimes(times);
    same.set(written, (same.get(written) ?? new Set()).add(day));
  });
  return [...same].map(([times, days]) => writeDays(days) + times).join('; ');
}

const two = (value: number) => String(value).padStart(2, '0');
const clock = (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
