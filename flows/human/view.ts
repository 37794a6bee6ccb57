import type { SnapshotFrom } from 'xstate';
import type { Duty } from '../duty.ts';
import { type Here, type Knowledge, type Option, type Prompt, THEMES } from '../flow.ts';
import type { makeMachine } from './machine.ts';

export const makeView =
  (knowledge: Knowledge, duty: Duty) =>
  (s: SnapshotFrom<ReturnType<typeof makeMachine>>, here: Here): Prompt => {
    const { t } = here;
    const body = s.context.body === null ? undefined : knowledge.body(s.context.body, here.lang);
    const other: Option = { label: t.human.other, event: { type: 'ASK' } };
    const menu: Option = { label: t.human.menu, event: { type: 'MENU' } };
    const dial: readonly Option[] =
      here.channel === 'voice' && body?.dial
        ? [{ label: t.human.dial, event: { type: 'DIAL' }, weight: 'call' }]
        : [];
    const near: Option = { label: t.menu.near, event: { type: 'NEAR' } };
    const call: readonly Option[] =
      here.caller.callable && duty.any(here.now)
        ? [{ label: t.callback.call, event: { type: 'CALLBACK' } }]
        : [];
    const options = [...call, ...dial, near, other, menu];
    // In a call four are heard well; a key leads to the menu in any case.
    const after = {
      ...{ options: here.channel === 'voice' ? options.slice(0, 4) : options },
      ...{ help: t.human.help, once: true },
    };
    switch (s.value) {
      case 'ask':
        return {
          lines: [t.human.nobody, t.human.ask],
          options: THEMES.map((th) => ({ label: t.themes[th], event: { type: 'THEME', theme: th } })),
          help: t.human.help,
        };
      case 'body':
      case 'chosen':
        return {
          lines: [
            ...(body ? [t.human.body(body.name.text, body.field.text)] : []),
            ...(body?.number ? [t.human.number(body.number)] : []),
            ...(body?.hours ? [body.hours] : []),
            t.human.near,
          ],
          ...after,
        };
      case 'dialing':
        return {
          lines: [t.human.dialing(body?.name.text ?? '')],
          options: [],
          ...(body?.dial ? { dial: body.dial } : {}),
        };
      case 'ended':
        return { lines: [t.human.ended], options: [other, menu], help: t.human.help };
      case 'missed':
        return { lines: [t.human.missed], ...after };
    }
  };
