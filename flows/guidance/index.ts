import { defineFlow, type Flow, type Knowledge, THEMES } from '../flow.ts';
import { machine } from './machine.ts';
import { makeView } from './view.ts';

export { placeLines } from './view.ts';
export { WORD, wordOf } from './word.ts';

const TEXTS = ['id', 'by', 'sheet', 'place', 'spot', 'note', 'word'];

/** What a mediator sent: an answer to that text goes on here. */
export function guidance(knowledge: Knowledge): Flow {
  const all = THEMES.flatMap((theme) => knowledge.sheets(theme));
  const open = all.find((id) => knowledge.sheet(id, 'fr')?.discreet === false) ?? '';
  const discreet = all.find((id) => knowledge.sheet(id, 'fr')?.discreet) ?? open;
  const guide = {
    type: 'GUIDE',
    id: 'g',
    by: 'Sonia',
    place: '',
    spot: '',
    note: '',
    word: '',
    alone: false,
  };
  return defineFlow({
    id: 'guidance',
    version: 1,
    machine,
    view: makeView(knowledge),
    isContext: (c) => {
      const context = (c ?? {}) as Record<string, unknown>;
      return TEXTS.every((key) => typeof context[key] === 'string') && typeof context.tries === 'number';
    },
    sameSituation: ({ value, context: c }) =>
      JSON.stringify([value, c.sheet, c.note, c.word, c.place, c.tries]),
    entries: [
      { ...guide, sheet: open },
      { ...guide, sheet: open, note: 'apportez deux photos.' },
      { ...guide, sheet: discreet, word: 'soleil' },
    ],
    samples: ['soleil', 'lune', '765345', '1234'],
  });
}
