import type { SnapshotFrom } from 'xstate';
import { type Ask, type Here, type Knowledge, type Line, type Option, type Prompt, yesNo } from '../flow.ts';
import type { makeMachine } from './machine.ts';

/** Digits of the code that a mediator chose at the desk. */
export const PIN_DIGITS = 6;
const PIN: Ask = { kind: 'digits', event: 'PIN', min: PIN_DIGITS, max: PIN_DIGITS };

export const makeView =
  (knowledge: Knowledge) =>
  (s: SnapshotFrom<ReturnType<typeof makeMachine>>, here: Here): Prompt => {
    const t = here.t.envoi;
    const { shown, sheet, sheets } = s.context;
    const menu: Option = { label: t.menu, event: { type: 'MENU' } };
    // What was sent to whom is not offered again to whoever holds the phone later.
    const rest = { help: t.help, segments: 2, discreet: true };
    const said = (line: Line): Prompt => ({ ...rest, lines: [line], options: [menu] });
    const title = (id: string) => knowledge.sheet(id, 'fr')?.title.text ?? id;
    switch (s.value) {
      case 'which':
        return {
          ...rest,
          lines: [t.which],
          options: sheets.map((id) => ({
            label: { text: title(id) },
            event: { type: 'SHEET', sheet: id },
          })),
        };
      case 'confirm':
        return {
          ...rest,
          lines: [t.confirm(title(sheet), shown)],
          options: yesNo(
            here.t,
            { label: t.yes, event: { type: 'YES' } },
            { label: t.no, event: { type: 'NO' } },
          ),
        };
      case 'pin':
      case 'wrong':
        return {
          ...rest,
          lines: [s.value === 'pin' ? t.pin : t.wrong],
          options: [],
          ask: PIN,
          help: t.helpPin,
        };
      case 'sent':
        return said(t.sent(shown));
      case 'unready':
      case 'noPhone':
      case 'discreet':
      case 'cancelled':
      case 'locked':
      case 'capped':
      case 'refused':
        return said(t[s.value]);
      default:
        return said(t.none);
    }
  };
