import type { SnapshotFrom } from 'xstate';
import type { Ask, Here, Knowledge, Line, Option, Prompt } from '../flow.ts';
import type { GuidanceContext, machine } from './machine.ts';
import { WORD } from './word.ts';

/** Written or said; on a keypad, the keys of its letters. */
const AGREED: Ask = { kind: 'words', event: 'WORD', digits: WORD };

/** Nothing leads back to what is closed. */
const OVER = { discreet: true };

export const makeView =
  (knowledge: Knowledge) =>
  (s: SnapshotFrom<typeof machine>, here: Here): Prompt => {
    const t = here.t.guidance;
    const { by, note } = s.context;
    const menu: Option = { label: t.menu, event: { type: 'MENU' } };
    switch (s.value) {
      case 'waiting':
        return {
          lines: [t.neutral(here.operator.name, by)],
          options: [
            { label: t.read, event: { type: 'READ' }, words: here.t.words.yes },
            { label: t.notMe, event: { type: 'NOT_ME' }, words: here.t.words.no },
          ],
          help: t.helpWaiting,
          segments: 1,
        };
      case 'word':
      case 'wrong':
        return {
          lines: [s.value === 'word' ? t.word(by) : t.wrong],
          options: [],
          ask: AGREED,
          help: t.helpWord,
          segments: 1,
        };
      case 'locked':
        return { lines: [t.locked(by)], options: [menu], help: t.help, segments: 1, ...OVER };
      case 'refused':
        return { lines: [t.refused], options: [menu], help: t.help, segments: 1, ...OVER };
      case 'read': {
        const sheet = knowledge.sheet(s.context.sheet, here.lang);
        return {
          lines: [t.from(by, note), ...placeLines(knowledge, s.context, here)],
          options: [{ label: sheet?.title ?? t.sheet, event: { type: 'SHEET' } }, menu],
          help: t.help,
          ...(sheet ? { topic: { body: sheet.body }, discreet: sheet.discreet } : {}),
          once: true,
        };
      }
      case 'done':
        return { lines: [t.from(by, note)], options: [] };
    }
  };

/** Where to go, in as many lines as it has: a place that has gone is not told. */
export function placeLines(
  knowledge: Knowledge,
  { place: id, spot }: Pick<GuidanceContext, 'place' | 'spot'>,
  { t, now }: Pick<Here, 't' | 'now'>,
): readonly Line[] {
  const where = knowledge.places.spot(spot);
  const place = where && knowledge.places.place(id, where, now)?.place;
  if (!place) return [];
  const { name } = place;
  return [
    ...(place.example ? [t.points.example] : []),
    { ...t.guidance.place(name.text), spoken: t.guidance.place(name.spoken ?? name.text).text },
    t.points.address(place.address, place.postal, place.commune),
    ...(place.phone ? [t.points.phone(place.phone)] : []),
  ];
}
