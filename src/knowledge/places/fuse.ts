/** One place from the rows that tell it. Pure, so that two processes tell the same. */
import { NEEDS } from '../../../flows/places.ts';
import { shortAddress } from './address.ts';
import type { KeptPlace, Office } from './model.ts';
import { calmName, shortName } from './short-name.ts';
import { type PlacedRow, rowKey, sourceOf } from './source-row.ts';

/**
 * The row of the best source gives its name, address and phone. Hours are those of the row that was updated last; what any
 * row says against them (a comment, visits) stands, so that nothing is called open that may be closed.
 */
export function fuse(rows: readonly PlacedRow[]): KeptPlace {
  const ranked = [...rows].sort(byRank);
  const main = ranked[0] as PlacedRow;
  const first = <K extends keyof PlacedRow>(field: K) =>
    ranked.find((row) => row[field] !== undefined)?.[field];
  const located = ranked.find(({ rough }) => !rough) ?? main;
  const timed = ranked.filter(({ hours }) => hours !== undefined).sort(byNewest)[0];
  const called = ranked.find(({ phone }) => phone !== undefined);
  const full = calmName(main.name);
  const short = shortName(main.name);
  const needs = NEEDS.filter((need) => rows.some((row) => row.needs.includes(need)));
  const languages = [...new Set(ranked.flatMap((row) => row.languages ?? []))];
  const offices = ranked.flatMap((row) => row.offices ?? []);
  const dated = timed ?? main;
  return {
    id: main.place,
    name: full === short ? { text: short } : { text: short, spoken: full },
    address: shortAddress(main.address, main.postal, main.commune),
    postal: main.postal,
    commune: calmName(main.commune),
    lat: located.lat,
    lon: located.lon,
    zone: main.zone,
    ...optional('phone', called?.phone),
    ...optional('dial', called?.dial),
    needs,
    ...optional('hours', timed?.hours),
    ...optional('comment', comments(ranked)),
    ...optional('visits', first('visits')),
    ...(languages.length > 0 ? { languages } : {}),
    ...optional('wheelchair', first('wheelchair')),
    ...optional('updatedAt', dated.updatedAt),
    source: [...new Set(ranked.map((row) => sourceOf(row).name))].join(', '),
    ...(offices.length > 0 ? { offices: joined(offices) } : {}),
  };
}

function byRank(a: PlacedRow, b: PlacedRow): number {
  return sourceOf(a).rank - sourceOf(b).rank || byNewest(a, b) || (rowKey(a) < rowKey(b) ? -1 : 1);
}

function byNewest(a: PlacedRow, b: PlacedRow): number {
  return (b.updatedAt ?? 0) - (a.updatedAt ?? 0);
}

/** What two sources both say is said once. */
function comments(rows: readonly PlacedRow[]): string | undefined {
  const said = [...new Set(rows.flatMap(({ comment }) => comment ?? []))];
  return said.length > 0 ? said.join(' ') : undefined;
}

function joined(offices: readonly Office[]): Office[] {
  const bodies = [...new Set(offices.map(({ body }) => body))];
  return bodies.map((body) => ({
    body,
    communes: [...new Set(offices.flatMap((one) => (one.body === body ? one.communes : [])))],
  }));
}

function optional<K extends keyof KeptPlace>(key: K, value: KeptPlace[K] | undefined): Partial<KeptPlace> {
  return value === undefined ? {} : { [key]: value };
}
