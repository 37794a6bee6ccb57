import type { SnapshotFrom } from 'xstate';
import { type Ask, type Here, type Knowledge, type Line, line, type Option, type Prompt } from '../flow.ts';
import { NEEDS, type Near, type Need, type Where } from '../places.ts';
import { dialOf, type makeMachine, type PointsContext } from './machine.ts';
import { momentLabel, moments, sayOpening, staleness } from './time.ts';

/** A commune in words, or five digits of a postal code on a keypad. */
const SPOT: Ask = { kind: 'words', event: 'WHERE', digits: { min: 5, max: 5 } };

export const makeView =
  (knowledge: Knowledge) =>
  (s: SnapshotFrom<ReturnType<typeof makeMachine>>, here: Here): Prompt => {
    const t = here.t.points;
    const c = s.context;
    const where = c.where === null ? undefined : knowledge.places.spot(c.where);
    const menu: Option = { label: t.menu, event: { type: 'MENU' } };
    const back: Option = { label: t.back, event: { type: 'BACK' } };
    switch (s.value) {
      case 'need':
        return {
          lines: [t.need],
          options: [
            ...NEEDS.map((need) => ({
              label: t.needs[need],
              event: { type: 'NEED', need },
              words: t.words[need],
            })),
            { label: t.dated, event: { type: 'DATED' }, words: here.t.agenda.words.open },
          ],
          help: t.help,
        };
      case 'where':
        return { lines: [t.where], options: again(knowledge, here), ask: SPOT, help: t.helpWhere };
      case 'unknown':
        return { lines: [t.unknown], options: [], ask: SPOT, help: t.helpWhere };
      case 'which':
        return {
          lines: [t.which],
          options: [
            ...c.spots.slice(0, 3).flatMap((id) => {
              const spot = knowledge.places.spot(id);
              return spot
                ? [{ label: t.spot(spot.name, spot.department), event: { type: 'SPOT', where: id } }]
                : [];
            }),
            { label: t.elsewhere, event: { type: 'ELSEWHERE' } },
          ],
          // Typed in full instead; a keypad's one digit is not to wait for five.
          ...(here.channel === 'sms' ? { ask: SPOT } : {}),
          help: t.help,
        };
      case 'list':
        return where && c.need
          ? listed(knowledge, c, c.need, where, here)
          : { lines: [t.gone], options: [menu] };
      case 'details': {
        const near = where && c.place ? knowledge.places.place(c.place, where, momentOf(c, here)) : undefined;
        if (!near) return { lines: [t.gone], options: [back, menu] };
        return {
          lines: details(near, momentOf(c, here), here),
          options: [...call(near, here), back, menu, ...keep(c.where, here)],
          also: [{ label: t.wrong, event: { type: 'WRONG' }, words: t.wrongWords }],
          help: t.helpDetails,
        };
      }
      case 'moments':
        return {
          lines: [t.moment],
          options: moments(where?.zone ?? 'Europe/Paris', here.now).map(({ at, morning }) => ({
            label: momentLabel(at, morning, where?.zone ?? 'Europe/Paris', here),
            event: { type: 'MOMENT', at },
          })),
          help: t.help,
        };
      case 'dialing': {
        const dial = dialOf(knowledge, c);
        return {
          lines: [t.dialing(nameOf(knowledge, c, where))],
          options: [],
          ...(dial === undefined ? {} : { dial }),
        };
      }
      case 'kept':
        return { lines: [t.kept(where?.name ?? '')], options: [back, menu], help: t.help, once: true };
      case 'ended':
        return { lines: [t.ended], options: [back, menu], help: t.help };
      case 'missed':
        return {
          lines: [t.missed],
          options: [{ label: t.call, event: { type: 'DIAL' } }, back, menu],
          help: t.help,
        };
    }
  };

/** The place that was kept, offered again; and the way to have it forgotten. */
function again({ places }: Knowledge, { place, t }: Here): readonly Option[] {
  const spot = place === null ? undefined : places.spot(place);
  if (!spot) return [];
  return [
    { label: t.points.spot(spot.name, spot.department), event: { type: 'SPOT', where: spot.id } },
    { label: t.points.forget, event: { type: 'FORGET' }, words: t.points.forgetWords },
  ];
}

/** Offered by text alone, where it is not kept yet: an exchange without a number has nobody to keep it for. */
function keep(where: string | null, { channel, place, t }: Here): readonly Option[] {
  if (channel === 'voice' || where === null || where === place) return [];
  return [{ label: t.points.keep, event: { type: 'KEEP' }, words: t.points.keepWords }];
}

/** Two places by text, one by voice, the open ones first. */
function listed(knowledge: Knowledge, c: PointsContext, need: Need, where: Where, here: Here): Prompt {
  const t = here.t.points;
  const elsewhere: Option = { label: t.elsewhere, event: { type: 'ELSEWHERE' } };
  const menu: Option = { label: t.menu, event: { type: 'MENU' } };
  if (!knowledge.places.covers(need)) {
    return { lines: [t.none(t.needs[need].text), t.noPlace[need]], options: [elsewhere, menu], help: t.help };
  }
  const by = here.channel === 'voice' ? 1 : 2;
  const found = near(knowledge, c, need, where, here, by);
  if (found.length === 0) {
    return { lines: [t.none(t.needs[need].text), t.noPlace[need]], options: [elsewhere, menu], help: t.help };
  }
  const at = momentOf(c, here);
  const more = knowledge.places.near({ where, need, at, skip: c.skip + by, take: 1 }).length > 0;
  const names = found.length > 1 ? [t.first, t.second] : [t.details];
  return {
    lines: [
      ...(found.some((n) => n.place.example) ? [t.example] : []),
      ...found.map((n) => inOneLine(n, at, here)),
      ...staleness(oldest(found), here.now, here.t),
    ],
    options: [
      ...found.map((n, i) => ({
        label: names[i] ?? t.details,
        event: { type: 'DETAILS', place: n.place.id },
      })),
      ...(more ? [{ label: t.farther, event: { type: 'FARTHER', by } }] : []),
      { label: t.moments, event: { type: 'MOMENTS' } },
    ],
    also: [elsewhere],
    help: t.help,
  };
}

/** UTC milliseconds; undefined where no date is known. */
function oldest(found: readonly Near[]): number | undefined {
  const known = found.flatMap(({ place }) => place.updatedAt ?? []);
  return known.length === 0 ? undefined : Math.min(...known);
}

/** The competent office first, on the first page, where a sheet was being read; then who helps to do it. */
function near(
  knowledge: Knowledge,
  c: PointsContext,
  need: Need,
  where: Where,
  here: Here,
  take: number,
): readonly Near[] {
  const at = momentOf(c, here);
  const office = c.body === null ? undefined : knowledge.places.office(c.body, where);
  const first = office ? knowledge.places.place(office.id, where, at) : undefined;
  if (!first) return knowledge.places.near({ where, need, at, skip: c.skip, take });
  if (c.skip === 0) {
    const others = knowledge.places.near({ where, need, at, skip: 0, take: take - 1 });
    return [first, ...others.filter((n) => n.place.id !== first.place.id)];
  }
  return knowledge.places.near({ where, need, at, skip: c.skip - 1, take });
}

function momentOf(c: PointsContext, here: Here): number {
  return c.at === 0 ? here.now : c.at;
}

function inOneLine(n: Near, at: number, here: Here): Line {
  const t = here.t.points;
  const opening = sayOpening(n, at, here);
  const { name, phone = '' } = n.place;
  return line(
    t.place(name.text, t.distance(n.metres), opening, phone),
    t.place(name.spoken ?? name.text, t.distanceSpoken(n.metres), opening, phone),
  );
}

function details(n: Near, at: number, here: Here): readonly Line[] {
  const t = here.t.points;
  const { place } = n;
  return [
    ...(place.example ? [t.example] : []),
    line(
      `${place.name.text} : ${sayOpening(n, at, here)}.`,
      `${place.name.spoken ?? place.name.text}. ${sayOpening(n, at, here)}.`,
    ),
    t.address(place.address, place.postal, place.commune),
    ...(place.phone ? [t.phone(place.phone)] : []),
    ...(place.note ? [t.note(place.note)] : []),
    ...(place.comment ? [t.said(place.comment.replace(/[.\s]*$/, '.'))] : []),
    ...(place.languages?.length ? [t.speaks(languages(place.languages, here))] : []),
    ...(place.wheelchair === undefined ? [] : [place.wheelchair ? t.wheelchair : t.noWheelchair]),
    ...staleness(place.updatedAt, here.now, here.t),
    line(`Source : ${place.source}.`),
  ];
}

function call(n: Near, here: Here): readonly Option[] {
  if (here.channel !== 'voice' || n.place.dial === undefined) return [];
  return [{ label: here.t.points.call, event: { type: 'DIAL' }, weight: 'call' }];
}

/** Languages in the language of the conversation. */
function languages(codes: readonly string[], here: Here): string {
  const names = new Intl.DisplayNames([here.lang], { type: 'language', fallback: 'none' });
  return codes.flatMap((code) => names.of(code) ?? []).join(', ');
}

function nameOf(knowledge: Knowledge, c: PointsContext, where: Where | undefined): string {
  const near = where && c.place ? knowledge.places.place(c.place, where, 0) : undefined;
  return near?.place.name.spoken ?? near?.place.name.text ?? '';
}
