import type { SnapshotFrom } from 'xstate';
import { type OpenConsultations, worded } from '../consultations.ts';
import { type Ask, type Here, line, type Option, type Prompt } from '../flow.ts';
import { CODE_DIGITS, type machine } from './machine.ts';

/** Words, so that a code may be written with spaces; on a keypad its digits. */
const CODE: Ask = { kind: 'words', event: 'CODE', digits: { min: 4, max: CODE_DIGITS } };

export function viewOf(consultations: OpenConsultations) {
  return (s: SnapshotFrom<typeof machine>, here: Here): Prompt => said(consultations, s, here);
}

function said(consultations: OpenConsultations, s: SnapshotFrom<typeof machine>, here: Here): Prompt {
  const t = here.t.civic.hub;
  const { words } = here.t.civic;
  const menu: Option = { label: t.menu, event: { type: 'MENU' } };
  switch (s.value) {
    case 'home':
      return {
        lines: [t.home],
        options: [
          // What has an end comes first.
          ...consultations.open(here.now).map(({ id, title }) => ({
            label: line(worded(title, here.lang)),
            event: { type: 'VOTE', id },
          })),
          { label: t.tell, event: { type: 'TELL' }, words: words.tell },
          { label: t.obstacle, event: { type: 'OBSTACLE' }, words: words.obstacle },
          { label: t.withdraw, event: { type: 'WITHDRAW' }, words: words.withdraw },
          { label: t.privacy, event: { type: 'PRIVACY' } },
          menu,
        ],
        help: t.help,
      };
    case 'code':
    case 'wrong':
      return {
        lines: [s.value === 'code' ? t.code : t.codeWrong],
        options: [],
        ask: CODE,
        help: t.codeHelp,
        segments: 1,
        discreet: true,
      };
    case 'withdrawn':
      return {
        lines: [t.withdrawn],
        options: [{ label: t.again, event: { type: 'WITHDRAW' } }, menu],
        help: t.codeHelp,
        segments: 1,
        discreet: true,
      };
  }
}
