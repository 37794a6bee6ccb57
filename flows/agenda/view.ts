import type { SnapshotFrom } from 'xstate';
import { type Ask, type Here, type Knowledge, type Line, line, type Option, type Prompt } from '../flow.ts';
import { wall } from '../points/time.ts';
import type { Workshop, WorkshopNear } from '../workshops.ts';
import type { AgendaContext, makeMachine, Standing } from './machine.ts';

const SPOT: Ask = { kind: 'words', event: 'WHERE', digits: { min: 5, max: 5 } };
const CODE: Ask = { kind: 'digits', event: 'CODE', min: 4, max: 4 };
const DAY = 86_400_000;
/** Days that are offered, and sessions looked through to find them. */
const DAYS = 7;
const LOOKED = 60;

export const makeView =
  (knowledge: Knowledge) =>
  (s: SnapshotFrom<ReturnType<typeof makeMachine>>, here: Here): Prompt => {
    const t = here.t.agenda;
    const p = here.t.points;
    const c = s.context;
    const menu: Option = { label: t.menu, event: { type: 'MENU' } };
    const dates: Option = { label: t.dates, event: { type: 'DATES' } };
    const mine: Option = { label: t.mine, event: { type: 'MINE' }, words: t.words.mine };
    const of = knowledge.workshops.session(c.session ?? '');
    switch (s.value) {
      case 'where':
        return { lines: [t.where], options: [], also: [mine], ask: SPOT, help: p.helpWhere };
      case 'unknown':
        return { lines: [p.unknown], options: [], also: [mine], ask: SPOT, help: p.helpWhere };
      case 'which':
        return {
          lines: [p.which],
          options: [
            ...c.spots.slice(0, 3).flatMap((id) => {
              const spot = knowledge.places.spot(id);
              return spot
                ? [{ label: p.spot(spot.name, spot.department), event: { type: 'SPOT', where: id } }]
                : [];
            }),
            { label: p.elsewhere, event: { type: 'ELSEWHERE' } },
          ],
          ...(here.channel === 'sms' ? { ask: SPOT } : {}),
          help: p.help,
        };
      case 'list':
        return listed(knowledge, c, here, mine);
      case 'days':
        return {
          lines: [p.moment],
          options: days(knowledge, c, here).map(({ label, from, until }) => ({
            label,
            event: { type: 'DAY', from, until },
          })),
          help: p.help,
        };
      case 'details': {
        if (!of) return { lines: [t.gone], options: [dates, menu] };
        const full = (here.agenda().taken[of.id] ?? 0) >= (of.seats ?? 0);
        const enrol: Option = {
          label: t.enrol,
          event: { type: 'ENROL', full, code: here.fresh.slice(-4) },
          words: t.words.enrol,
          weight: 'send',
        };
        return {
          lines: [...told(of, here), ...standing(c.standing, of, here)],
          options: [
            ...(c.standing === 'open' ? [enrol] : []),
            ...(c.standing === 'mine' ? [cancel(of.id, here)] : []),
            dates,
            menu,
          ],
          help: p.help,
        };
      }
      case 'full':
        return { lines: [t.full], options: [dates, menu], help: p.help };
      case 'done':
        return {
          lines: of ? [t.done, ...told(of, here), t.code(c.code)] : [t.gone],
          options: [dates, menu],
          help: t.helpMine,
        };
      case 'cancelled':
        return { lines: [t.cancelled(of ? when(of, here) : '')], options: [dates, menu], help: p.help };
      case 'mine':
        return enrolled(knowledge, here, [dates, menu]);
      case 'coded': {
        const found = here.agenda().mine.find(({ code }) => code === c.code);
        const its = knowledge.workshops.session(found?.session ?? '');
        if (!its) return { lines: [t.wrongCode], options: [], ask: CODE, help: t.helpCode };
        return { lines: told(its, here), options: [cancel(its.id, here), dates, menu], help: p.help };
      }
    }
  };

function cancel(session: string, here: Here): Option {
  const t = here.t.agenda;
  return {
    label: t.cancel,
    event: { type: 'CANCEL', session },
    words: t.words.cancel,
    weight: 'erase',
  };
}

/** Two dates by text, one by voice, the soonest first. */
function listed(knowledge: Knowledge, c: AgendaContext, here: Here, mine: Option): Prompt {
  const t = here.t.agenda;
  const elsewhere: Option = { label: here.t.points.elsewhere, event: { type: 'ELSEWHERE' } };
  const menu: Option = { label: t.menu, event: { type: 'MENU' } };
  const by = here.channel === 'voice' ? 1 : 2;
  const all = near(knowledge, c, here, c.skip, by + 1);
  const found = all.slice(0, by);
  if (found.length === 0)
    return { lines: [t.none], options: [elsewhere, menu], also: [mine], help: t.helpMine };
  const names = found.length > 1 ? [t.first, t.second] : [t.this];
  return {
    lines: found.map((one) => inOneLine(one, here)),
    options: [
      ...found.map(({ workshop }, at) => ({
        label: names[at] ?? t.this,
        event: { type: 'SHOW', session: workshop.id, standing: standingOf(workshop, here) },
      })),
      ...(all.length > by ? [{ label: t.later, event: { type: 'LATER', by } }] : []),
      { label: t.otherDay, event: { type: 'DAYS' } },
    ],
    also: [elsewhere, mine],
    help: t.helpMine,
  };
}

function near(knowledge: Knowledge, c: AgendaContext, here: Here, skip: number, take: number) {
  const where = c.where === null ? undefined : knowledge.places.spot(c.where);
  if (!where) return [];
  return knowledge.workshops.sessionsNear({
    where,
    from: Math.max(c.from, here.now),
    ...(c.until > 0 ? { until: c.until } : {}),
    skip,
    take,
  });
}

/** Days on which there is something near, by the clock of the place. */
function days(knowledge: Knowledge, c: AgendaContext, here: Here) {
  const seen = new Map<string, { label: Line; from: number; until: number }>();
  for (const { workshop } of near(knowledge, { ...c, from: 0, until: 0 }, here, 0, LOOKED)) {
    const { weekday, day, month, hour, minute } = wall(workshop.start, workshop.zone);
    const name = here.t.points.date(weekday, day, month);
    if (seen.has(name)) continue;
    const midnight = workshop.start - (hour * 60 + minute) * 60_000;
    seen.set(name, { label: line(name), from: Math.max(midnight, 1), until: midnight + DAY });
  }
  return [...seen.values()].slice(0, DAYS);
}

/** A call shows a number and proves nothing: by voice nobody hears what it is enrolled for. */
function standingOf(of: Workshop, here: Here): Standing {
  if (of.seats === undefined) return 'free';
  const { mine, taken } = here.agenda();
  if (here.channel === 'sms' && mine.some(({ session }) => session === of.id)) return 'mine';
  if ((taken[of.id] ?? 0) >= of.seats) return 'full';
  return here.caller.number === undefined ? 'hidden' : 'open';
}

function standing(is: Standing, of: Workshop, here: Here): readonly Line[] {
  const t = here.t.agenda;
  switch (is) {
    case 'free':
      return [t.free];
    case 'full':
      return [t.full];
    case 'mine':
      return [t.yours];
    case 'hidden':
      return [t.hidden];
    case 'open':
      return [t.seats(Math.max(0, (of.seats ?? 0) - (here.agenda().taken[of.id] ?? 0)))];
  }
}

function when({ start, zone }: Workshop, here: Here): string {
  const { weekday, day, month, hour, minute } = wall(start, zone);
  return here.t.agenda.when(here.t.points.date(weekday, day, month), here.t.points.time(hour, minute));
}

function inOneLine({ workshop, metres }: WorkshopNear, here: Here): Line {
  const { points, agenda } = here.t;
  const at = when(workshop, here);
  return line(
    agenda.one(at, workshop.theme, workshop.place, points.distance(metres)),
    agenda.one(at, workshop.theme, workshop.place, points.distanceSpoken(metres)),
  );
}

function told(of: Workshop, here: Here): readonly Line[] {
  const { points, agenda } = here.t;
  const { hour, minute } = wall(of.end, of.zone);
  return [
    line(agenda.until(when(of, here), points.time(hour, minute), of.theme)),
    line(agenda.at(of.place, of.address, of.postal, of.commune)),
    ...(of.level === undefined ? [] : [line(agenda.level(of.level))]),
    ...(of.phone === undefined ? [] : [points.phone(of.phone)]),
  ];
}

/** One's own dates: by text they are told, by voice a code opens one. */
function enrolled(knowledge: Knowledge, here: Here, others: readonly Option[]): Prompt {
  const t = here.t.agenda;
  if (here.caller.number === undefined) return { lines: [t.hidden], options: others, help: t.helpMine };
  if (here.channel === 'voice') return { lines: [t.askCode], options: [], ask: CODE, help: t.helpCode };
  const own = here
    .agenda()
    .mine.flatMap(({ session }) => knowledge.workshops.session(session) ?? [])
    .filter(({ end }) => end > here.now)
    .sort((a, b) => a.start - b.start);
  const lost = here.agenda().mine.some(({ session }) => knowledge.workshops.session(session) === undefined);
  if (own.length === 0) {
    return { lines: [lost ? t.gone : t.nothing], options: others, help: t.helpMine };
  }
  return {
    lines: [t.yourDates, ...(lost ? [t.gone] : [])],
    options: [
      ...own.map((of) => ({
        label: line(`${when(of, here)}, ${of.theme}`),
        event: { type: 'SHOW', session: of.id, standing: 'mine' },
      })),
      ...others,
    ],
    help: t.helpMine,
  };
}
