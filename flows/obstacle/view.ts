import type { SnapshotFrom } from 'xstate';
import type { Ask, Here, Knowledge, Option, Prompt } from '../flow.ts';
import { SERVICES, TROUBLES } from './kinds.ts';
import type { makeMachine } from './machine.ts';

const SPOT: Ask = { kind: 'words', event: 'WHERE', digits: { min: 5, max: 5 } };

export const makeView =
  (knowledge: Knowledge) =>
  (s: SnapshotFrom<ReturnType<typeof makeMachine>>, here: Here): Prompt => {
    const t = here.t.civic.obstacle;
    const { words } = here.t.civic;
    const c = s.context;
    const spot = knowledge.places.spot(c.where ?? '');
    const menu: Option = { label: t.menu, event: { type: 'MENU' } };
    switch (s.value) {
      case 'service':
      case 'unclear':
      case 'next':
        return {
          lines: [s.value === 'unclear' ? t.unclear : t.ask],
          options: SERVICES.map((service) => ({
            label: t.services[service],
            event: { type: 'SERVICE', service },
            words: words.services[service] ?? [],
          })),
          ask: { kind: 'words', event: 'SAID' },
          help: t.askHelp,
        };
      case 'where':
      case 'unknown':
        return {
          lines: [s.value === 'where' ? t.where : t.unknown],
          options: [],
          ask: SPOT,
          help: t.whereHelp,
          segments: 1,
        };
      case 'which':
        return {
          lines: [t.which],
          options: [
            ...c.spots.slice(0, 3).flatMap((id) => {
              const where = knowledge.places.spot(id);
              return where
                ? [
                    {
                      label: here.t.points.spot(where.name, where.department),
                      event: { type: 'SPOT', where: id },
                    },
                  ]
                : [];
            }),
            { label: t.elsewhere, event: { type: 'ELSEWHERE' } },
          ],
          help: t.whereHelp,
        };
      case 'trouble':
        return {
          lines: [t.trouble],
          options: TROUBLES.map((trouble) => ({
            label: t.troubles[trouble],
            event: { type: 'TROUBLE', trouble },
            words: words.troubles[trouble] ?? [],
          })),
          help: t.troubleHelp,
        };
      case 'confirm':
        return {
          lines: [
            t.confirm(
              t.services[c.service ?? 'other'].text,
              spot?.name ?? '',
              t.troubles[c.trouble ?? 'other'].text,
            ),
          ],
          options: [
            { label: t.yes, event: { type: 'YES' }, words: here.t.words.yes },
            { label: t.no, event: { type: 'NO' }, words: here.t.words.no },
          ],
          help: t.confirmHelp,
          segments: 1,
        };
      case 'done':
        return {
          lines: [t.done],
          options: [
            { label: t.near, event: { type: 'NEAR' } },
            { label: t.tell, event: { type: 'TELL' }, words: words.tell },
            menu,
          ],
          help: t.doneHelp,
          segments: 1,
        };
    }
  };
