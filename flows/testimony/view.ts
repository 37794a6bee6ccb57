import type { SnapshotFrom } from 'xstate';
import { type Here, type Option, type Prompt, yesNo } from '../flow.ts';
import { ABOUT, type machine, type TestimonyContext } from './machine.ts';

/** Three minutes. */
const MOST_SECONDS = 180;

/** All of it is discreet: somebody else may hold this phone tomorrow. */
export function view(s: SnapshotFrom<typeof machine>, here: Here): Prompt {
  return { ...said(s, here), discreet: true };
}

function said(s: SnapshotFrom<typeof machine>, here: Here): Prompt {
  const t = here.t.civic.testimony;
  const hub = here.t.civic.hub;
  const c = s.context;
  const { name: operator } = here.operator;
  const drop: Option = { label: t.drop, event: { type: 'DROP' } };
  const done: Option = { label: t.done, event: { type: 'ENOUGH' } };
  const restart: Option = { label: t.restart, event: { type: 'AGAIN' } };
  const after: readonly Option[] = [
    { label: hub.obstacle, event: { type: 'OBSTACLE' } },
    { label: hub.menu, event: { type: 'MENU' } },
  ];
  switch (s.value) {
    case 'about':
      return {
        lines: t.about(operator),
        options: yesNo(
          here.t,
          { label: t.old, event: { type: 'OLD' } },
          { label: t.young, event: { type: 'YOUNG' } },
        ),
        help: t.aboutHelp,
      };
    case 'adult':
      return {
        lines: [t.adult],
        options: yesNo(
          here.t,
          { label: t.agreed, event: { type: 'AGREED' } },
          { label: t.alone, event: { type: 'ALONE' } },
        ),
        help: t.adultHelp,
      };
    case 'theme':
      return {
        lines: [t.theme],
        options: [
          ...ABOUT.map((theme) => ({
            label: t.themes[theme],
            event: { type: 'THEME', theme, record: here.channel === 'voice' },
          })),
          ...(c.workshop === null ? [{ label: t.workshop, event: { type: 'WORKSHOP' } }] : []),
        ],
        help: t.themeHelp,
      };
    case 'workshop':
    case 'workshopWrong':
      return {
        lines: [s.value === 'workshop' ? t.workshopCode : t.workshopWrong],
        options: [{ label: t.workshopNone, event: { type: 'NONE' } }],
        ask: { kind: 'words', event: 'WORKSHOP_CODE', digits: { min: 4, max: 4 } },
        help: t.workshopHelp,
      };
    case 'agree':
      return {
        lines: [t.agree(operator)],
        options: yesNo(
          here.t,
          { label: t.agreeYes, event: { type: 'AGREED' } },
          { label: t.agreeNo, event: { type: 'DROP' } },
        ),
        help: t.agreeHelp,
      };
    case 'words':
      return {
        lines: t.words,
        options: here.channel === 'voice' ? [drop] : [],
        also: [drop],
        ask: { kind: 'message', event: 'WORDS', maxSeconds: MOST_SECONDS },
        help: t.wordsHelp,
      };
    case 'more':
      return {
        lines: [t.more(c.count)],
        options: [done, restart, drop],
        ask: { kind: 'message', event: 'WORDS', maxSeconds: MOST_SECONDS },
        help: t.moreHelp,
        segments: 1,
      };
    case 'full':
      return { lines: [t.full], options: [done, restart, drop], help: t.moreHelp };
    case 'listen':
      return {
        lines: [t.listen],
        options: [{ ...done, label: t.keep }, restart, drop],
        ...(c.recording === null ? {} : { play: c.recording }),
        help: t.listenHelp,
      };
    case 'publish':
      return { lines: [t.publish], options: publishing(here), help: t.publishHelp };
    case 'name':
      return { lines: [t.name], options: [], ask: { kind: 'words', event: 'NAME' }, help: t.nameHelp };
    case 'writeBack':
      return {
        lines: [t.writeBack(operator)],
        options: yesNo(
          here.t,
          { label: here.t.yes, event: { type: 'REACH', yes: true } },
          { label: here.t.no, event: { type: 'REACH', yes: false } },
        ),
        help: t.writeBackHelp,
      };
    case 'confirm':
      return {
        lines: [...recap(c, here), t.confirm],
        options: [
          {
            label: t.send,
            event: { type: 'SEND', code: here.fresh },
            words: here.t.words.yes,
            weight: 'send',
          },
          { label: t.change, event: { type: 'AGAIN' } },
          drop,
        ],
        help: t.confirmHelp,
      };
    case 'sent':
      return { lines: t.sent(c.code), options: after, help: t.sentHelp };
    case 'stopped':
      return { lines: [t.stopped], options: after, help: t.endHelp };
    case 'dropped':
      return { lines: [t.dropped], options: after, help: t.endHelp };
  }
}

/** By voice the first name is in the recording: a keypad cannot spell it. */
function publishing(here: Here): readonly Option[] {
  const t = here.t.civic.testimony;
  const reach = here.caller.number !== undefined;
  const choice = (label: Option['label'], publish: string, named = false): Option => ({
    label,
    event: { type: 'PUBLISH', publish, reach, ...(named ? { named } : {}) },
  });
  return [
    { ...choice(t.publishNo, 'no'), words: here.t.words.no },
    choice(t.publishAnonymous, 'anonymous'),
    choice(t.publishNamed, 'named', here.channel === 'sms'),
  ];
}

function recap(c: TestimonyContext, here: Here) {
  const { recap: t } = here.t.civic.testimony;
  return [
    c.publish === 'named' ? t.named(c.name) : t[c.publish ?? 'no'],
    ...(c.reach ? [c.writeBack ? t.reach : t.quiet] : []),
  ];
}
