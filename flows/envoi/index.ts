import { defineFlow, type Flow, type Knowledge, THEMES } from '../flow.ts';
import { makeMachine } from './machine.ts';
import { makeView } from './view.ts';

export { VERDICTS, type Verdict } from './machine.ts';
export { PIN_DIGITS } from './view.ts';

const TEXTS = ['id', 'account', 'org', 'by', 'to', 'shown', 'sheet'];

/** `ENVOI 0612345678 carte identite`, from the phone of somebody who has an account. */
export function envoi(knowledge: Knowledge): Flow {
  const all = THEMES.flatMap((theme) => knowledge.sheets(theme));
  const titled = (discreet: boolean) =>
    all.map((id) => knowledge.sheet(id, 'fr')).find((sheet) => sheet?.discreet === discreet)?.title.text ??
    '';
  const order = {
    ...{ type: 'ORDER', id: 'e', account: 'a', org: 'o', by: 'Sonia', ready: true },
    ...{ to: '+33639980002', shown: '06 39 98 00 02' },
  };
  return defineFlow({
    id: 'envoi',
    version: 1,
    machine: makeMachine(knowledge),
    view: makeView(knowledge),
    isContext: (c) => {
      const context = (c ?? {}) as Record<string, unknown>;
      return TEXTS.every((key) => typeof context[key] === 'string') && Array.isArray(context.sheets);
    },
    sameSituation: (s) => JSON.stringify([s.value, s.context.sheet, s.context.sheets]),
    entries: [
      { ...order, words: titled(false) },
      { ...order, words: titled(true) },
      { ...order, words: 'papiers' },
      { ...order, words: 'xyzzy' },
      { ...order, words: titled(false), to: '' },
      { ...order, words: titled(false), ready: false },
    ],
    samples: ['123456', '1234'],
  });
}
