/** A cell of opening hours: OSM's grammar, or plain French. */
import { readFrenchHours } from '../knowledge/hours/index.ts';

export interface ReadHours {
  readonly hours?: string;
  /** What stands between quotes, or could not be read: it is read out, and the place is never "open". */
  readonly comment?: string;
}

/** Hours are kept as they are written where they are OSM's; the words between quotes become the comment. */
export function hoursOf(written: string | undefined): ReadHours {
  if (written === undefined) return {};
  if (!/\b(Mo|Tu|We|Th|Fr|Sa|Su|PH|24\/7)\b|^\d{2}:\d{2}/.test(written)) return readFrenchHours(written);
  const comments = [...written.matchAll(/"([^"]*)"/g)].map(([, words]) => words?.trim() ?? '');
  const comment = comments.filter((words) => words !== '').join('. ');
  return comment === '' ? { hours: written } : { hours: written, comment };
}
