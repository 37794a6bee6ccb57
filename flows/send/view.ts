import type { SnapshotFrom } from 'xstate';
import { type Ask, type Here, type Knowledge, type Line, line, type Prompt, yesNo } from '../flow.ts';
import type { makeMachine } from './machine.ts';

const TEN: Ask = { kind: 'digits', event: 'NUMBER', min: 10, max: 10 };

export const makeView =
  (knowledge: Knowledge) =>
  (s: SnapshotFrom<ReturnType<typeof makeMachine>>, here: Here): Prompt => {
    const t = here.t.send;
    const sheet = knowledge.sheet(s.context.sheet, here.lang);
    const back = { label: t.back, event: { type: 'DONE' } };
    const discreet = { discreet: sheet?.discreet ?? false };
    const asking = {
      options: [{ label: t.none, event: { type: 'PENCIL' } }],
      ask: TEN,
      help: t.helpAsk,
      ...discreet,
    };
    switch (s.value) {
      case 'caller':
        return {
          lines: [t.confirm],
          options: yesNo(
            here.t,
            { label: t.yes, event: { type: 'YES' } },
            { label: t.other, event: { type: 'OTHER' } },
          ),
          help: t.help,
          ...discreet,
        };
      case 'number':
        return { lines: [t.ask], ...asking };
      case 'wrong':
        return { lines: [t.wrong], ...asking };
      case 'confirm': {
        const digits = knowledge.dictate(s.context.number ?? '', here.lang);
        return {
          lines: [t.readBack(digits)],
          options: yesNo(
            here.t,
            { label: t.right, event: { type: 'YES' }, weight: 'send' },
            { label: t.again, event: { type: 'OTHER' } },
          ),
          help: t.help,
          ...discreet,
        };
      }
      case 'sent':
        return { lines: [t.sent], options: [back], help: t.help, ...discreet };
      case 'pencil':
        return {
          lines: [t.pencil, ...pencil(knowledge, sheet?.body, here)],
          options: [back],
          help: t.help,
          ...discreet,
        };
      case 'done':
        return { lines: [t.sent], options: [] };
    }
  };

/** Whom to call, the number slowly and twice: what a pencil can keep of a sheet. */
function pencil(knowledge: Knowledge, id: string | undefined, here: Here): readonly Line[] {
  const body = knowledge.body(id ?? '', here.lang);
  if (!body) return [here.t.human.near];
  if (!body.number) return [here.t.human.body(body.name.text, body.field.text)];
  const slowly = knowledge.dictate(body.number, here.lang);
  return [
    line(`${body.name.text} : ${body.number}.`, `${body.name.spoken ?? body.name.text} : ${slowly}.`),
    here.t.send.twice(`${slowly}.`),
  ];
}
