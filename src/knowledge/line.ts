/** A line of a sheet: what is written, and how it is said only where that differs. */
import type { Line } from '../../flows/flow.ts';

export function line(text: string, spoken?: string): Line {
  return spoken === undefined || spoken === text ? { text } : { text, spoken };
}
