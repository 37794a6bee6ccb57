import type { SnapshotFrom } from 'xstate';
import { type Choice, choicesOf } from '../choice.ts';
import { type Here, type Option, type Prompt, yesNo } from '../flow.ts';
import type { machine } from './machine.ts';

/** Neither the offer nor the menu names what was left: somebody else may hold the phone. */
export function view(s: SnapshotFrom<typeof machine>, here: Here): Prompt {
  const { t } = here;
  switch (s.value) {
    case 'home':
      return {
        lines: t.menu.home(here.operator.name),
        options: [
          ...(here.resumable ? [{ label: t.menu.resume, event: { type: 'RESUME' } }] : []),
          { label: t.menu.themes, event: { type: 'THEMES' } },
          { label: t.menu.near, event: { type: 'NEAR' } },
          { label: t.menu.human, event: { type: 'HUMAN' } },
          { label: t.menu.civic, event: { type: 'CIVIC' } },
          { label: t.menu.language, event: { type: 'LANGUAGE' } },
        ],
        also: here.channel === 'voice' ? choicesOf(here).map(spoken) : [],
        help: t.menu.help,
        once: true,
      };
    case 'offer':
    case 'cut':
      return {
        lines: [s.value === 'cut' ? t.resume.cut : t.resume.offer],
        options: yesNo(
          t,
          { label: t.resume.yes, event: { type: 'YES' } },
          { label: t.resume.no, event: { type: 'NO' } },
        ),
        help: t.resume.help,
        segments: 1,
      };
  }
}

/** Told at the beginning of a call, and understood at any time from the menu. */
function spoken({ label, key, event }: Choice): Option {
  return { label, key, event: { type: 'SPEAK', as: event.type, lang: event.lang } };
}
