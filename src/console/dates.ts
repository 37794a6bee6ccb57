/** Instants as the desk says them, in the time of Paris; and as its forms send them. */
import { dayNumber, MINUTE_MS } from '../knowledge/hours/civil.ts';
import { Clock } from '../knowledge/hours/clock.ts';

const ZONE = 'Europe/Paris';
const full = new Intl.DateTimeFormat('fr-FR', {
  ...{ day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', timeZone: ZONE },
});

/** `15 janvier à 10:00`. */
export const dateTime = (at: number): string => full.format(at);

/** The instant at which a clock of this zone (IANA) shows this day (`2026-01-15`) and time (`10:00`); undefined for what is none. */
export function instantOf(day: string, time: string, zone: string): number | undefined {
  const read = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d)$/.exec(`${day} ${time}`);
  if (read === null) return undefined;
  const [year = 0, month = 0, date = 0, hour = 0, minute = 0] = read.slice(1).map(Number);
  const real = new Date(Date.UTC(year, month - 1, date));
  if (real.getUTCMonth() !== month - 1 || real.getUTCDate() !== date || hour > 23 || minute > 59)
    return undefined;
  const wall = (dayNumber(year, month, date) * 1440 + hour * 60 + minute) * MINUTE_MS;
  return new Clock(zone).instant(wall, 0);
}
