/** Which rows tell one place: the surest pairs first, whatever the order in which the rows came. */
import { breathing } from '../geo/breathe.ts';
import { compared } from './match-words.ts';
import { type Candidate, compatible, sameness } from './same.ts';
import { rowKey, type SourceRow, sourceOf } from './source-row.ts';

/** Degrees of latitude: some 550 m, what two rows of one place lie apart at most. */
const CELL = 0.005;
/** Rows that share a phone are many when it is a switchboard: then it tells nothing. */
const SWITCHBOARD = 12;

/** Rows in groups, one place each. Deterministic: the same rows in any order give the same groups. */
export async function group<R extends SourceRow>(rows: readonly R[]): Promise<R[][]> {
  const breathe = breathing();
  const all = [...rows].sort((a, b) => (rowKey(a) < rowKey(b) ? -1 : 1));
  const candidates: Candidate[] = [];
  for (const row of all) {
    candidates.push({ row, by: compared(row) });
    await breathe();
  }
  const pairs: { readonly a: number; readonly b: number; readonly sure: number }[] = [];
  for (const [a, b] of neighbours(candidates)) {
    const [one, two] = [candidates[a] as Candidate, candidates[b] as Candidate];
    const sure = sourceOf(one.row).distinct && one.row.source === two.row.source ? 0 : sameness(one, two);
    if (sure > 0) pairs.push({ a, b, sure });
    await breathe();
  }
  pairs.sort((x, y) => y.sure - x.sure || x.a - y.a || x.b - y.b);
  const groups = new Groups(candidates);
  for (const { a, b } of pairs) groups.join(a, b);
  return groups.lists().map((list) => list.map((at) => all[at] as R));
}

/** Pairs that are worth a look: in the same or a neighbouring cell, or with one phone, or with one company number. */
function* neighbours(candidates: readonly Candidate[]): Generator<[number, number]> {
  const cells = new Map<string, number[]>();
  const shared = new Map<string, number[]>();
  const put = (map: Map<string, number[]>, key: string, at: number) => {
    const list = map.get(key);
    if (list) list.push(at);
    else map.set(key, [at]);
  };
  for (const [at, { row, by }] of candidates.entries()) {
    const [y, x] = cellOf(row);
    for (const dy of [-1, 0, 1]) {
      for (const dx of [-1, 0, 1]) {
        for (const other of cells.get(`${y + dy} ${x + dx}`) ?? []) yield [other, at];
      }
    }
    put(cells, `${y} ${x}`, at);
    const keys = [row.phone && `phone ${row.phone}`, by.siret && `siret ${by.siret}`];
    for (const key of keys) {
      if (!key) continue;
      const list = shared.get(key) ?? [];
      if (list.length < SWITCHBOARD) for (const other of list) yield [other, at];
      put(shared, key, at);
    }
  }
}

function cellOf({ lat, lon }: SourceRow): [number, number] {
  // A degree of longitude is shorter: cells stay about square.
  return [Math.floor(lat / CELL), Math.floor((lon * Math.cos((Math.round(lat) * Math.PI) / 180)) / CELL)];
}

/** Groups that grow by pairs, unless two of their members cannot be one place. */
class Groups {
  readonly #candidates: readonly Candidate[];
  readonly #of: number[];
  readonly #members = new Map<number, number[]>();

  constructor(candidates: readonly Candidate[]) {
    this.#candidates = candidates;
    this.#of = candidates.map((_, at) => at);
    for (const at of this.#of) this.#members.set(at, [at]);
  }

  join(a: number, b: number): void {
    const [one, two] = [this.#of[a] as number, this.#of[b] as number];
    if (one === two) return;
    const [mine, theirs] = [this.#members.get(one) as number[], this.#members.get(two) as number[]];
    if (!mine.every((x) => theirs.every((y) => this.#mayMeet(x, y)))) return;
    for (const at of theirs) this.#of[at] = one;
    this.#members.set(
      one,
      [...mine, ...theirs].sort((x, y) => x - y),
    );
    this.#members.delete(two);
  }

  lists(): number[][] {
    return [...this.#members.values()];
  }

  #mayMeet(a: number, b: number): boolean {
    const [one, two] = [this.#candidates[a] as Candidate, this.#candidates[b] as Candidate];
    if (sourceOf(one.row).distinct && one.row.source === two.row.source) return false;
    return compatible(one.by, two.by);
  }
}
