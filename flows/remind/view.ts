import type { SnapshotFrom } from 'xstate';
import { type Ask, type Here, type Option, type Prompt, yesNo } from '../flow.ts';
import { wall } from '../points/time.ts';
import type { machine } from './machine.ts';
import { nextInstant } from './moment.ts';

const DAY: Ask = { kind: 'words', event: 'DAY', digits: { min: 4, max: 4 } };
const HOUR: Ask = { kind: 'words', event: 'HOUR', digits: { min: 4, max: 4 } };
/** Sooner than that, no reminder is of use. */
const DAY_MS = 86_400_000;
const TEN = 10 * 3_600_000;
const MONDAY = 1;
const SOON = 3 * 3_600_000;

/** Which day it will be told on: a Sunday is left alone, and what is near is told as it can. */
function before(at: number, { now, caller }: Here): 'eve' | 'saturday' | 'shortly' {
  const { weekday, hour, minute } = wall(at, caller.zone);
  const midnight = at - (hour * 60 + minute) * 60_000;
  const back = weekday === MONDAY ? 2 : 1;
  if (midnight - back * DAY_MS + TEN <= now) return 'shortly';
  return back === 2 ? 'saturday' : 'eve';
}

export function view(s: SnapshotFrom<typeof machine>, here: Here): Prompt {
  const t = here.t.reminder.own;
  const { day, month, minute } = s.context;
  const menu: Option = { label: here.t.reminder.menu, event: { type: 'MENU' } };
  const again: Option = { label: t.again, event: { type: 'AGAIN' } };
  const cancel: Option = { label: t.cancel, event: { type: 'CANCEL' }, words: t.words.cancel };
  const rest = { help: t.help, segments: 1 };
  const { number, mobile, callable } = here.caller;
  if (number === undefined) return { ...rest, lines: [t.hidden], options: [menu] };
  if (!mobile && !(callable && here.operator.voice !== undefined))
    return { ...rest, lines: [t.unreachable], options: [menu] };
  const told = (at: number) => {
    const moment = wall(at, here.caller.zone);
    return t.when(
      here.t.points.date(moment.weekday, moment.day, moment.month),
      here.t.points.time(moment.hour, moment.minute),
    );
  };
  switch (s.value) {
    case 'day':
    case 'badDay':
      return {
        ...rest,
        lines: [s.value === 'day' ? t.day : t.badDay],
        options: [],
        also: [cancel],
        ask: DAY,
        help: t.helpDay,
      };
    case 'hour':
    case 'badHour':
      return {
        ...rest,
        lines: [s.value === 'hour' ? t.hour : t.badHour],
        options: [],
        ask: HOUR,
        help: t.helpHour,
      };
    case 'confirm': {
      const at = nextInstant(day, month, minute, here.caller.zone, here.now);
      if (at - here.now < SOON) return { ...rest, lines: [t.soon], options: [again, menu] };
      return {
        ...rest,
        lines: [t.confirm(told(at), mobile, t.before[before(at, here)])],
        options: yesNo(
          here.t,
          { label: t.yes, event: { type: 'YES', at }, weight: 'send' },
          { label: t.no, event: { type: 'AGAIN' } },
        ),
        segments: 2,
      };
    }
    case 'done':
      return { ...rest, lines: [t.done(told(s.context.at))], options: [cancel, again, menu], segments: 2 };
    case 'cancelled':
      return { ...rest, lines: [t.cancelled], options: [again, menu] };
  }
}
