/** Words for a place's own staff, in English. */
import { line } from '../../flow.ts';
import type { Texts } from '../index.ts';
import { list } from '../list.ts';

const months = list(
  'January, February, March, April, May, June, July, August, September, October, November, December',
);
const day = (date: number, month: number) => `${date} ${months[month]}`;

export const premisesEn: Texts['premises'] = {
  words: { closed: list('closed, close'), open: list('open, reopen, opened') },
  which: line('Which place?'),
  one: (name, date, month) => line(`${name}: closed on ${day(date, month)}. Is that right?`),
  days: (name, date, month, lastDate, lastMonth) =>
    line(`${name}: closed from ${day(date, month)} to ${day(lastDate, lastMonth)}. Is that right?`),
  reopen: (name) => line(`${name}: take back all closed days. Is that right?`),
  done: line('Noted. We say so from now on. To undo: OPEN.'),
  opened: line('Noted. No closed day is told any more.'),
  kept: line('All right, nothing has changed.'),
  unclear: line('Write CLOSED and the day: CLOSED 24/12. Or two days: CLOSED 24/12 3/1.'),
  menu: line('Menu', 'Back to the menu'),
  help: line('1 to confirm, 2 to change nothing.'),
  helpDays: line('Day, then month: CLOSED 24/12.'),
};
