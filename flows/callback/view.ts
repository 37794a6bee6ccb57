import type { SnapshotFrom } from 'xstate';
import { type Duty, MOST_ASKED, SAFE, WAYS } from '../duty.ts';
import { type Ask, type Here, type Knowledge, type Line, type Option, type Prompt, THEMES } from '../flow.ts';
import { dateAndTime } from '../points/time.ts';
import { type CallbackContext, DANGER, type makeMachine } from './machine.ts';

/** A commune in words, or five digits of a postal code on a keypad. */
const SPOT: Ask = { kind: 'words', event: 'WHERE', digits: { min: 5, max: 5 } };
/** The clock of whoever did not say where they are. */
const ZONE = 'Europe/Paris';

export const makeView =
  (knowledge: Knowledge, duty: Duty, discreet: (topic: string) => boolean) =>
  (s: SnapshotFrom<ReturnType<typeof makeMachine>>, here: Here): Prompt => {
    const t = here.t.callback;
    const c = s.context;
    const menu: Option = { label: t.menu, event: { type: 'MENU' } };
    const cancel: Option = { label: t.cancel, event: { type: 'CANCEL' } };
    const told = (prompt: Prompt): Prompt => ({
      ...{ help: t.help, ...prompt },
      ...(c.urgent || discreet(c.topic) ? { discreet: true } : {}),
    });
    if (s.value === 'cancelled') return told({ lines: [t.cancelled], options: [menu] });
    if (s.value === 'done')
      return told({
        lines: [...alarm(c, here), ...promise(c, spotOf(knowledge, c)?.zone ?? ZONE, duty, here)],
        options: [cancel, menu],
        once: true,
        // The next call from this number may be somebody else's.
        ...(here.channel === 'voice' ? { discreet: true } : {}),
      });
    const stop = refusal(duty, here);
    if (stop !== undefined) return told(stop);
    switch (s.value) {
      case 'topic':
        return {
          lines: [...before(here), t.topic],
          options: [
            { label: t.danger, event: { type: 'TOPIC', topic: DANGER } },
            ...THEMES.map((theme) => ({
              label: here.t.themes[theme],
              event: { type: 'TOPIC', topic: `theme:${theme}` },
            })),
          ],
          help: t.help,
        };
      case 'where':
      case 'unknown':
        return told({
          lines: s.value === 'unknown' ? [here.t.points.unknown] : [...alarm(c, here), t.where],
          options: [...kept(knowledge, here), { label: t.skip, event: { type: 'SKIP' } }],
          ask: SPOT,
          help: here.t.points.helpWhere,
        });
      case 'which':
        return told({
          lines: [here.t.points.which],
          options: [
            ...c.spots.slice(0, 3).flatMap((id) => spotOption(knowledge, id, here)),
            { label: here.t.points.elsewhere, event: { type: 'ELSEWHERE' } },
          ],
          ...(here.channel === 'sms' ? { ask: SPOT } : {}),
        });
      case 'way': {
        const texted = here.caller.mobile && here.caller.canAnswer;
        const ways = WAYS.filter((way) => way !== 'text' || texted);
        return told({
          lines: [t.way],
          options: ways.map((way) => ({ label: t.ways[way], event: { type: 'WAY', way } })),
          segments: 1,
        });
      }
      case 'when': {
        const options = times(knowledge, c, duty, here);
        // The desk that covers this place answers this number no more, or nobody does.
        if (options === 'muted') return told(others([t.muted], here));
        if (options.length === 0) return told(others([t.nobody], here));
        return told({ lines: [t.when], options, segments: 1 });
      }
    }
  };

/** Why nothing is asked: a request waits already, or none can be taken. By voice a number proves nothing: what waits is not told. */
function refusal(duty: Duty, here: Here): Prompt | undefined {
  const t = here.t.callback;
  if (here.caller.number === undefined) return others([t.hidden], here);
  if (!here.caller.callable) return others([t.unreachable], here);
  const { open, today } = here.desk();
  if (open !== null && here.channel === 'sms') {
    const by = dateAndTime(open.deadline, open.zone, here.t);
    return {
      lines: [...before(here), t.already(by)],
      options: [
        { label: t.cancel, event: { type: 'CANCEL' } },
        { label: t.menu, event: { type: 'MENU' } },
      ],
    };
  }
  if (!duty.any(here.now)) return others([t.nobody], here);
  return today >= MOST_ASKED ? others([t.enough], here) : undefined;
}

/** What became of the last request. By voice, whose call it is is not known. */
function before(here: Here): readonly Line[] {
  const { last } = here.channel === 'sms' ? here.desk() : { last: null };
  return last === null ? [] : [here.t.callback.last[last]];
}

/** Nobody here: the body of the subject and a place are named as ever. */
function others(lines: readonly Line[], { t }: Here): Prompt {
  return {
    lines,
    options: [
      { label: t.callback.who, event: { type: 'WHO' } },
      { label: t.callback.near, event: { type: 'NEAR' } },
      { label: t.callback.menu, event: { type: 'MENU' } },
    ],
  };
}

function alarm(c: CallbackContext, here: Here): readonly Line[] {
  return c.urgent || here.alarmed ? [here.t.callback.alarm] : [];
}

function promise(c: CallbackContext, zone: string, duty: Duty, here: Here): readonly Line[] {
  const t = here.t.callback;
  const by = dateAndTime(c.deadline, zone, here.t);
  return c.way === 'text' ? [t.doneText(by)] : [t.done(by), t.number(duty.number(here.caller.number))];
}

/** Each time of the day in which somebody can keep a promise. */
function times(
  knowledge: Knowledge,
  c: CallbackContext,
  duty: Duty,
  here: Here,
): readonly Option[] | 'muted' {
  const spot = spotOf(knowledge, c);
  const zone = spot?.zone ?? ZONE;
  const { now, alarmed } = here;
  const { muted } = here.desk();
  const department = spot?.department ?? here.caller.department ?? '';
  const all = SAFE.flatMap((safe) => {
    const taker = duty.taker({ department, zone, safe, now });
    return taker ? [{ safe, ...taker }] : [];
  });
  if (all.some(({ org }) => muted.includes(org))) return 'muted';
  return all.map(({ safe, org, deadline }) => ({
    label: here.t.callback.safe[safe],
    event: { type: 'WHEN', safe, org, deadline, zone, urgent: alarmed },
    weight: 'call' as const,
  }));
}

function spotOf({ places }: Knowledge, { where }: CallbackContext) {
  return where === null ? undefined : places.spot(where);
}

function spotOption({ places }: Knowledge, id: string, { t }: Here): readonly Option[] {
  const spot = places.spot(id);
  return spot
    ? [{ label: t.points.spot(spot.name, spot.department), event: { type: 'SPOT', where: id } }]
    : [];
}

/** The place that this person agreed to have kept. */
function kept(knowledge: Knowledge, here: Here): readonly Option[] {
  return here.place === null ? [] : spotOption(knowledge, here.place, here);
}
