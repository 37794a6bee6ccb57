import type { SnapshotFrom } from 'xstate';
import { type Here, line, type Option, type Prompt } from '../flow.ts';
import { wall } from '../points/time.ts';
import type { machine, ReminderContext } from './machine.ts';

export function view(s: SnapshotFrom<typeof machine>, here: Here): Prompt {
  const t = here.t.reminder;
  const { by, kind, discreet } = s.context;
  const menu: Option = { label: t.menu, event: { type: 'MENU' } };
  const change: Option = { label: t.change, event: { type: 'BACK' } };
  const rest = { help: t.help, ...(discreet ? { discreet } : {}) };
  const said = (text: string): Prompt => ({
    ...rest,
    lines: [line(text)],
    options: [change, menu],
    segments: 1,
  });
  switch (s.value) {
    case 'asked':
      return { ...rest, lines: asked(s.context, here), options: answers(kind, here) };
    case 'coming':
      return said(kind === 'visit' ? t.coming : t.noted);
    case 'cannot':
      return said(by === '' ? t.cannotOwn : t.told(by));
    case 'yes':
      return said(t.yes);
    case 'no':
      return said(t.told(by));
    default:
      return said(t.call(by));
  }
}

/** The day is always told by its date: a text may be read late. Neither place nor papers where they would tell of a discreet subject. */
function asked({ by, kind, at, zone, place, papers, discreet }: ReminderContext, here: Here) {
  const t = here.t.reminder;
  const { name } = here.operator;
  if (kind === 'after') return [t.after(name, by)];
  const { weekday, day, month, hour, minute } = wall(at, zone);
  const date = here.t.points.date(weekday, day, month);
  const when = kind === 'visit' ? t.visit(date, here.t.points.time(hour, minute)) : t.deadline(date);
  return [
    t.from(name, by, when),
    ...(discreet || place === '' ? [] : [t.place(place)]),
    ...(discreet || papers === '' ? [] : [t.papers(papers)]),
  ];
}

function answers(kind: string, here: Here): readonly Option[] {
  const t = here.t.reminder;
  const { yes, no } = here.t.words;
  if (kind === 'after')
    return [
      { label: t.didYes, event: { type: 'YES' }, words: yes },
      { label: t.didNo, event: { type: 'NO' }, words: no },
      { label: t.didStuck, event: { type: 'STUCK' }, words: t.words.stuck },
    ];
  return [
    {
      label: kind === 'visit' ? t.iCome : t.done,
      event: { type: 'FIRST' },
      words: [...yes, ...t.words.coming],
    },
    { label: t.iCannot, event: { type: 'CANNOT' }, words: [...no, ...t.words.cannot] },
    { label: t.callMe, event: { type: 'CALL_ME' } },
  ];
}
