import type { SnapshotFrom } from 'xstate';
import {
  type Here,
  type Knowledge,
  type Line,
  line,
  OFFERED,
  type Option,
  type PartId,
  type Prompt,
  type Sheet,
  THEMES,
} from '../flow.ts';
import { type makeMachine, partsAfter, partsOf } from './machine.ts';

/** Milliseconds. */
const HOUR = 3_600_000;

type Snapshot = SnapshotFrom<ReturnType<typeof makeMachine>>;

export const makeView =
  (knowledge: Knowledge) =>
  (s: Snapshot, here: Here): Prompt => {
    const { t } = here;
    const { theme, choices, sheet: id, part } = s.context;
    const sheet = id === null ? undefined : knowledge.sheet(id, here.lang);
    switch (s.value) {
      case 'themes':
        return {
          lines: [t.rights.themes],
          options: THEMES.filter((th) => knowledge.sheets(th).length > 0).map((th) => ({
            label: t.themes[th],
            event: { type: 'THEME', theme: th },
          })),
          help: t.menu.help,
          segments: 1,
        };
      case 'theme':
        return {
          lines: theme === null ? [t.rights.themes] : [t.rights.theme(t.themes[theme].text)],
          options:
            theme === null ? [] : knowledge.sheets(theme).flatMap((sh) => opening(knowledge, sh, here)),
          help: t.rights.helpChoose,
          discreet: theme !== null && knowledge.sheets(theme).every((sh) => isDiscreet(knowledge, sh)),
          segments: 1,
        };
      case 'choose':
        return {
          lines: [t.rights.choose],
          options: [
            ...choices.flatMap((sh) => opening(knowledge, sh, here)),
            { label: t.rights.other, event: { type: 'THEMES' } },
          ],
          help: t.rights.helpChoose,
          // Their titles say what was asked.
          discreet: choices.some((sh) => isDiscreet(knowledge, sh)),
        };
      case 'done':
        return { lines: [t.rights.done], options: [] };
      case 'short':
      case 'part':
      case 'all':
        if (!sheet)
          return { lines: [t.rights.gone], options: [{ label: t.rights.menu, event: { type: 'THEMES' } }] };
        return reading(knowledge, sheet, s.value, part, here);
    }
  };

function isDiscreet(knowledge: Knowledge, id: string): boolean {
  return knowledge.sheet(id, 'fr')?.discreet ?? false;
}

/** The option that opens a sheet; none when its id has gone. */
function opening(knowledge: Knowledge, id: string, here: Here): readonly Option[] {
  const sheet = knowledge.sheet(id, here.lang);
  return sheet ? [{ label: sheet.title, event: { type: 'OPEN', sheet: id } }] : [];
}

/** A sheet: in short, one part, or all that follows a part. */
function reading(
  knowledge: Knowledge,
  sheet: Sheet,
  state: 'short' | 'part' | 'all',
  part: PartId,
  here: Here,
): Prompt {
  const { t } = here;
  const told: readonly PartId[] = state === 'all' ? partsAfter(knowledge, sheet.id, part) : [part];
  const left = state === 'all' ? [] : unread(partsOf(knowledge, sheet.id), part);
  const offer = left.map((p) => toPart(p, here));
  const send: Option = {
    label: t.rights.sms,
    event: { type: 'SEND', mobile: here.caller.mobile },
    words: t.rights.words.sms,
  };
  const feedback: Option = {
    label: t.rights.feedback,
    event: { type: 'FEEDBACK' },
    words: t.rights.words.feedback,
  };
  const near: Option = { label: t.menu.near, event: { type: 'NEAR' }, words: t.points.asksNear };
  const remind: Option = {
    label: t.reminder.own.offer,
    event: { type: 'REMIND' },
    words: t.reminder.own.words.open,
  };
  const human: Option = { label: t.rights.human, event: { type: 'HUMAN' } };
  const voice = here.channel === 'voice';
  return {
    lines: [
      ...told.flatMap((p, i) => titled(sheet, p, state === 'all' || i > 0 || p !== 'short', here)),
      ...(part === 'short' && state !== 'all' ? asides(sheet, here) : []),
    ],
    options:
      state === 'all'
        ? // By text the word alone is enough: the room is the sheet's.
          voice
          ? [human, send, feedback, { label: t.rights.menu, event: { type: 'MENU' } }]
          : [human, feedback]
        : [
            ...(part === 'where' ? [near] : []),
            ...offer.slice(0, 2),
            ...(voice ? [send] : []),
            ...offer.slice(2),
            feedback,
            ...(voice && !sheet.discreet ? [remind] : []),
          ],
    also: [remind, ...partsOf(knowledge, sheet.id).map((p) => toPart(p, here)), near, human],
    help: t.rights.help,
    topic: { body: sheet.body },
    discreet: sheet.discreet,
    once: true,
    segments: state === 'all' ? 4 : 2,
  };
}

/** The parts to offer after one: those that people ask for next, then those before it. */
function unread(parts: readonly PartId[], part: PartId): readonly PartId[] {
  const offered = OFFERED.filter((p) => parts.includes(p));
  const at = offered.indexOf(part);
  return [...offered.slice(at + 1), ...offered.slice(0, Math.max(at, 0))];
}

function toPart(part: PartId, { t }: Here): Option {
  return { label: t.parts[part], event: { type: 'PART', part }, words: t.words.parts[part] };
}

/** The lines of a part under its name, and told when they are not in the language asked for. */
function titled(sheet: Sheet, part: PartId, withName: boolean, here: Here): readonly Line[] {
  const [first, ...rest] = sheet.parts[part] ?? [];
  if (!first) return [];
  // What was understood is told with the answer: a wrong sheet is then seen at once.
  const name = withName ? here.t.parts[part] : sheet.title;
  const names = [...(sheet.lang === here.lang ? [] : [here.t.rights.inFrench]), here.t.rights.title(name)];
  return [names.reduceRight((l, n) => join(n, l), first), ...rest];
}

/** What is told unasked under what is said in short: that it is otherwise where the caller is, or at this time of the year. */
function asides({ elsewhere, seasons = [] }: Sheet, { caller, now }: Here): readonly Line[] {
  // Noon and midnight of Paris are the same day here, an hour or two aside.
  const day = new Date(now + HOUR).toISOString().slice(5, 10);
  const inSeason = seasons.filter(({ from, to }) =>
    from <= to ? from <= day && day <= to : from <= day || day <= to,
  );
  const there = elsewhere?.departments.includes(caller.department ?? '') ? [elsewhere.note] : [];
  return [...inSeason.map(({ says }) => says), ...there];
}

/** A name and what it is the name of: one line to tell, two to read. */
function join(a: Line, b: Line): Line {
  const spoken = `${a.spoken ?? a.text} ${b.spoken ?? b.text}`;
  return line(`${a.text}\n${b.text}`, spoken);
}
