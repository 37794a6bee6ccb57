/** Hours as the list of France Services places gives them: a column a day, and a comment that often corrects them. */
import type { WrittenHours } from './compile.ts';
import { writeWeek } from './write.ts';

/** The columns that are read, by their names in the file. There is none for Sunday. */
export interface FranceServicesColumns {
  readonly h_lundi?: string;
  readonly h_mardi?: string;
  readonly h_mercredi?: string;
  readonly h_jeudi?: string;
  readonly h_vendredi?: string;
  readonly h_samedi?: string;
  readonly commentaire?: string;
}

const COLUMNS = ['h_lundi', 'h_mardi', 'h_mercredi', 'h_jeudi', 'h_vendredi', 'h_samedi'] as const;

/**
 * Hours of one row: "09:00 - 12:00 / 13:30 - 17:00" a day. The comment is handed on whole. Cells that contradict themselves
 * ("09:00 - 12:00 / 09:00 - 17:00": open at noon or not?) or cannot be read become part of it, so that nobody is told "open".
 */
export function franceServicesHours(row: FranceServicesColumns): WrittenHours {
  const doubts: string[] = [];
  const week = COLUMNS.map((column) => {
    const cell = row[column]?.trim() ?? '';
    const times = timesOf(cell);
    if (times === undefined) doubts.push(`${column.slice(2)} ${cell}`);
    return times ?? [];
  });
  const hours = writeWeek([...week, []]);
  const comment = [...doubts, meaningful(row.commentaire ?? '')].filter((text) => text !== '').join('. ');
  return { ...(hours && { hours }), ...(comment && { comment }) };
}

/** A lone dot is no comment; line ends, and the escapes that one export left in, are undone. */
function meaningful(comment: string): string {
  const text = comment
    .replace(/\\x([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\s+/g, ' ')
    .trim();
  return /\p{L}|\d/u.test(text) ? text : '';
}

/** Minutes, start and end in turn; none for an empty cell; undefined when it contradicts itself. */
function timesOf(cell: string): number[] | undefined {
  if (cell === '') return [];
  const times: number[] = [];
  // The same hours typed twice say no more than once.
  for (const part of new Set(cell.split('/').map((one) => one.trim()))) {
    const found = /^\s*(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})\s*$/.exec(part);
    if (!found) return undefined;
    const [from, to] = [minutes(found[1], found[2]), minutes(found[3], found[4])];
    // "00:00 - 00:00" fills a half-day without hours.
    if (from === 0 && to === 0) continue;
    if (to <= from || to > 1440 || from < (times.at(-1) ?? 0)) return undefined;
    times.push(from, to);
  }
  return times;
}

const minutes = (hour = '', minute = '') => Number(hour) * 60 + Number(minute);
