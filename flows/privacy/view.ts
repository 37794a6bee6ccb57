import type { SnapshotFrom } from 'xstate';
import { type Here, type Option, type Prompt, yesNo } from '../flow.ts';
import type { machine } from './machine.ts';

export function view(s: SnapshotFrom<typeof machine>, here: Here): Prompt {
  const t = here.t.privacy;
  const { words } = t;
  const menu: Option = { label: t.menu, event: { type: 'MENU' } };
  const show: Option = { label: t.show, event: { type: 'SHOW' }, words: words.show };
  const erase: Option = { label: t.erase, event: { type: 'ERASE' }, words: words.erase };
  const said = { help: t.help, segments: 1, discreet: true };
  const hidden = here.caller.number === undefined;
  switch (s.value) {
    case 'home':
      return { ...said, lines: [t.home], options: [show, erase, menu] };
    case 'shown':
      if (hidden) return { ...said, lines: [t.hidden], options: [menu] };
      if (here.channel === 'voice') {
        const text: Option = { label: t.text, event: { type: 'TEXT' } };
        const mobile = here.caller.mobile;
        return {
          ...said,
          lines: [t.unsure, ...(mobile ? [] : [t.ask(here.operator.name)])],
          options: [...(mobile ? [text] : []), erase, menu],
        };
      }
      return { ...said, lines: t.kept(here.kept()), options: [erase, menu], segments: 2 };
    case 'texted':
      return { ...said, lines: [t.texted], options: [erase, menu] };
    case 'confirm':
      if (hidden) return { ...said, lines: [t.hidden], options: [menu] };
      return {
        ...said,
        lines: t.confirm,
        options: yesNo(
          here.t,
          { label: t.yes, event: { type: 'YES' }, weight: 'erase' },
          { label: t.no, event: { type: 'NO' } },
        ),
        segments: 2,
      };
    case 'untouched':
      return { ...said, lines: [t.untouched], options: [show, menu] };
    case 'erased':
      return { ...said, lines: t.erased, options: [menu], segments: 2 };
  }
}
